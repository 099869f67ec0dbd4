import { AppError } from "@repo/core/errors";
import type { ActivityFile } from "./activity-file.ts";
import { readFit } from "./fit/read-fit.ts";
import { readGpx } from "./gpx.ts";
import { readTcx } from "./tcx.ts";
import { unpack } from "./unpack.ts";

/**
 * Reads an activity file by what it holds, not by what it is called: FIT, TCX or GPX, gzipped or not.
 *
 * @throws {AppError} INVALID with a sentence that names the fault and the fix
 */
export function readActivityFile(bytes: Uint8Array): ActivityFile {
  const content = unpack(bytes);
  if (content.length === 0)
    throw new AppError("INVALID", "This file is empty. Copy it from the device again.");
  if (isFit(content)) return readFit(content);
  const head = new TextDecoder("latin1").decode(content.subarray(0, 4_096)).replaceAll("\u0000", "");
  if (/<\s*([\w.-]+:)?TrainingCenterDatabase/.test(head)) return readTcx(content);
  if (/<\s*([\w.-]+:)?gpx/i.test(head)) return readGpx(content);
  if (/<!DOCTYPE/i.test(head)) {
    throw new AppError(
      "INVALID",
      "This XML file carries a document type (DTD), which is not allowed. Export it again without one.",
    );
  }
  throw new AppError(
    "INVALID",
    "This file is neither FIT, TCX nor GPX. Export the activity in one of these formats.",
  );
}

function isFit(bytes: Uint8Array): boolean {
  return bytes.length >= 12 && String.fromCharCode(...bytes.subarray(8, 12)) === ".FIT";
}
