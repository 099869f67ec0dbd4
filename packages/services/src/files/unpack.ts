import { constants, gunzipSync } from "node:zlib";
import { AppError } from "@repo/core/errors";

/** The largest file we read, packed or unpacked: a 24 h recording at 5 Hz is well below it. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** Packed twice, by a watch's program and by whoever passed it on; deeper nobody packs. */
const MOST_LAYERS = 3;

/**
 * The content of a file, gunzipped where it is gzip, also where gzip lies in gzip.
 *
 * @throws {AppError} INVALID for damaged gzip data and for content over 64 MB
 */
export function unpack(bytes: Uint8Array): Uint8Array {
  if (bytes.length > MAX_FILE_BYTES) throw tooLarge();
  let content = bytes;
  for (let layer = 0; layer < MOST_LAYERS && isGzip(content); layer += 1) content = gunzip(content);
  return content;
}

/**
 * The same, and of gzip data that ends too early what it holds up to there.
 *
 * @throws {AppError} INVALID for gzip data that is damaged elsewhere or holds nothing, and for content over 64 MB
 */
export function unpackAsFar(bytes: Uint8Array): { content: Uint8Array; isCut: boolean } {
  try {
    return { content: unpack(bytes), isCut: false };
  } catch (error) {
    if (!isGzip(bytes) || (error as AppError).message !== DAMAGED_GZIP) throw error;
    const content = gunzip(bytes, constants.Z_SYNC_FLUSH);
    if (content.length === 0) throw error;
    return { content, isCut: true };
  }
}

export const DAMAGED_GZIP = "This gzip file is damaged. Copy it from the device again.";

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function gunzip(bytes: Uint8Array, finishFlush?: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_FILE_BYTES, ...(finishFlush ? { finishFlush } : {}) });
  } catch (cause) {
    if ((cause as { code?: string }).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge();
    throw new AppError("INVALID", DAMAGED_GZIP);
  }
}

function tooLarge(): AppError {
  return new AppError("INVALID", "This file is larger than 64 MB unpacked, which no single activity is.");
}
