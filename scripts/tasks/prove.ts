import { proveBackends } from "../prove/backends.ts";
import { proveHostileFiles } from "../prove/hostile.ts";
import { proveNights } from "../prove/nights.ts";
import { proveRealFiles } from "../prove/real-files.ts";
import { proveWrites } from "../prove/writes.ts";

const PROOFS: Record<string, () => Promise<boolean>> = {
  writes: proveWrites,
  nights: proveNights,
  backends: proveBackends,
  files: proveRealFiles,
  hostile: proveHostileFiles,
};

/** Runs one durability proof, or all of them. Exit code 0 means: proved. */
export async function prove([name]: string[]): Promise<number> {
  const proofs = name === undefined || name === "all" ? Object.values(PROOFS) : [PROOFS[name]];
  for (const proof of proofs) {
    if (!proof) {
      console.error(`npm run prove <name>. There are: ${Object.keys(PROOFS).join(", ")}, all`);
      return 2;
    }
    if (!(await proof())) return 1;
  }
  return 0;
}
