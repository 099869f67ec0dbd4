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
