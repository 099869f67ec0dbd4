import { readFile, stat } from "node:fs/promises";
import { AppError, invalidFile } from "@repo/core/errors";

const MAX_JSON_BYTES = 256 * 1024 * 1024;

/** The bytes of a file that a user named (`-` is standard input); a sentence when it cannot be read. */
export async function readInput(path: string): Promise<Uint8Array> {
  if (path === "-") return readStandardInput();
  try {
    const { size } = await stat(path);
    if (size > MAX_JSON_BYTES) throw new AppError("INVALID", `${path} is larger than 256 MB.`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    const why = code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : code;
    throw new AppError("INVALID", `${path} cannot be read: ${why}.`);
  }
}

/** A JSON file, or a sentence that says where it is broken. */
export async function readJson(path: string): Promise<unknown> {
  const text = new TextDecoder().decode(await readInput(path)).replace(/^\uFEFF/, "");
  try {
    return JSON.parse(text);
  } catch (error) {
    const found = text.trim() === "" ? "an empty file" : `no JSON (${(error as Error).message})`;
    throw invalidFile(path, [{ path: "(file)", found, expected: "one JSON object" }]);
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
