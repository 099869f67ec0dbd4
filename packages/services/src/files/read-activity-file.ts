import { AppError } from "@repo/core/errors";
import type { ActivityFile } from "./activity-file.ts";
import { readFit } from "./fit/read-fit.ts";
import { foreignFile } from "./foreign-file.ts";
import { readGpx } from "./gpx.ts";
import { readTcx } from "./tcx.ts";
import { DAMAGED_GZIP, unpackAsFar } from "./unpack.ts";

/**
 * Reads an activity file by what it holds, not by what it is called: FIT, TCX or GPX, gzipped or not.
 *
 * @throws {AppError} INVALID with a sentence that names the fault and the fix
 */
export function readActivityFile(bytes: Uint8Array): ActivityFile {
  const { content, isCut } = unpackAsFar(bytes);
  if (!isCut) return readContent(content);
  const file = whereReadable(content);
  // Too little came out to be a recording: then the packing is the fault to name.
  if (file === null) throw new AppError("INVALID", DAMAGED_GZIP);
  const cut = {
    code: "truncated-gzip",
    text: "the gzip file is cut short; what it held up to there is kept",
  };
  return { ...file, warnings: [cut, ...file.warnings] };
}

function whereReadable(content: Uint8Array): ActivityFile | null {
  try {
    return readContent(content);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return null;
  }
}

function readContent(content: Uint8Array): ActivityFile {
  if (content.length === 0)
    throw new AppError("INVALID", "This file is empty. Copy it from the device again.");
  if (isFit(content)) return readFit(content);
  const start = new TextDecoder("latin1").decode(content.subarray(0, 4_096));
  const head = start.replaceAll("\u0000", "");
  if (/<\s*([\w.-]+:)?TrainingCenterDatabase/.test(head)) return readTcx(content);
  if (/<\s*([\w.-]+:)?gpx/i.test(head)) return readGpx(content);
  const foreign = foreignFile(
    head === "" ? start : head.replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, ""),
  );
  if (foreign !== null) throw new AppError("INVALID", foreign);
  if (isDamagedFit(content))
    throw new AppError(
      "INVALID",
      "This looks like a FIT file whose first bytes are damaged, so it cannot be read. Copy it from the device again.",
    );
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

/** A header of a FIT file's length, whose version is one of FIT's and whose size fits the bytes, but not its mark. */
function isDamagedFit(bytes: Uint8Array): boolean {
  const [size = 0, protocol = 0] = bytes;
  if ((size !== 12 && size !== 14) || protocol < 0x10 || protocol > 0x2f || bytes.length < size + 2)
    return false;
  const declared = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  return (
    declared + size + 2 === bytes.length ||
    bytes.subarray(8, 12).some((byte, at) => byte === ".FIT".charCodeAt(at))
  );
}
