import { gzipSync } from "node:zlib";
import { newId } from "@repo/db";
import { insertOriginal, type NewOriginal } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { labelOf } from "./label-of.ts";

/** Keeps an uploaded file under its content; returns its id, new or not. */
export async function keepOriginal(ctx: ServiceContext, upload: Upload, about: About): Promise<string> {
  return await insertOriginal(ctx.db, ctx.actor.userId, originalOf(upload, about));
}

type Upload = { name: string; bytes: Uint8Array };
type About = { sha256: string; kind: string };

/** The row that keeps an uploaded file, packed where that makes it smaller. */
export function originalOf(upload: Upload, about: About): NewOriginal {
  // What is packed already only costs time.
  const packed = isPacked(upload.bytes) ? upload.bytes : gzipSync(upload.bytes, { level: 3 });
  const smaller = packed.length < upload.bytes.length * 0.95;
  return {
    id: newId(),
    ...about,
    label: labelOf(upload.name),
    sizeBytes: upload.bytes.length,
    encoding: smaller ? "gzip" : "none",
    bytes: smaller ? packed : upload.bytes,
  };
}

function isPacked(bytes: Uint8Array): boolean {
  return (bytes[0] === 0x1f && bytes[1] === 0x8b) || (bytes[0] === 0x50 && bytes[1] === 0x4b);
}
