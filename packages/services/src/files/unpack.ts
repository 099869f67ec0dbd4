import { gunzipSync } from "node:zlib";
import { AppError } from "@repo/core/errors";

/** The largest file we read, packed or unpacked: a 24 h recording at 5 Hz is well below it. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/**
 * The content of a file, gunzipped where it is gzip.
 *
 * @throws {AppError} INVALID for damaged gzip data and for content over 64 MB
 */
export function unpack(bytes: Uint8Array): Uint8Array {
  if (bytes.length > MAX_FILE_BYTES) throw tooLarge();
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_FILE_BYTES });
  } catch (cause) {
    if ((cause as { code?: string }).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge();
    throw new AppError("INVALID", "This gzip file is damaged. Copy it from the device again.");
  }
}

function tooLarge(): AppError {
  return new AppError("INVALID", "This file is larger than 64 MB unpacked, which no single activity is.");
}
