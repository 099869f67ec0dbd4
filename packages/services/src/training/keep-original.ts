import { gzipSync } from "node:zlib";
import { newId } from "@repo/db";
import { insertOriginal } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";

/** Keeps an uploaded file under its content; returns its id, new or not. */
export async function keepOriginal(
  ctx: ServiceContext,
  upload: { name: string; bytes: Uint8Array },
  about: { sha256: string; kind: string },
): Promise<string> {
  const packed = gzipSync(upload.bytes);
  const smaller = packed.length < upload.bytes.length * 0.95;
  return await insertOriginal(ctx.db, ctx.actor.userId, {
    id: newId(),
    ...about,
    label: labelOf(upload.name),
    sizeBytes: upload.bytes.length,
    encoding: smaller ? "gzip" : "none",
    bytes: smaller ? packed : upload.bytes,
  });
}

/** A file's name as a label: no path, no control or direction-changing characters, at most 200 long. */
function labelOf(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const clean = base.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "").trim();
  return clean.slice(0, 200) || "unnamed";
}
