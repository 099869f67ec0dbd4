import { gzipSync } from "node:zlib";
import { newId } from "@repo/db";
import { insertOriginal } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { labelOf } from "./label-of.ts";

/** Keeps an uploaded file under its content; returns its id, new or not. */
export async function keepOriginal(
  ctx: ServiceContext,
  upload: { name: string; bytes: Uint8Array },
  about: { sha256: string; kind: string },
): Promise<string> {
  // What is packed already only costs time.
  const packed = isPacked(upload.bytes) ? upload.bytes : gzipSync(upload.bytes, { level: 3 });
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

function isPacked(bytes: Uint8Array): boolean {
  return (bytes[0] === 0x1f && bytes[1] === 0x8b) || (bytes[0] === 0x50 && bytes[1] === 0x4b);
}
