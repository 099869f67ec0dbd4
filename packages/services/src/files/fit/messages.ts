import { fitCrc } from "./crc.ts";

/** One decoded message: its global number and the raw values by field number (invalid values left out). */
export type FitMessage = { num: number; fields: Map<number, FitValue> };
export type FitValue = number | string | number[];

export type FitFault =
  | "not-fit"
  | "truncated"
  | "bad-crc"
  | "corrupt-record"
  | "trailing-bytes"
  | "no-size"
  | "wrong-size"
  | "too-many";

/** One file inside the bytes: FIT files may be chained one after another. */
export type FitPart = { messages: FitMessage[]; faults: FitFault[] };

type FieldDefinition = { num: number; size: number; baseType: number };
type Definition = {
  num: number;
  littleEndian: boolean;
  fields: FieldDefinition[];
  size: number;
  developerSize: number;
};

const BASE_SIZES: Record<number, number> = {
  0: 1,
  1: 1,
  2: 1,
  131: 2,
  132: 2,
  133: 4,
  134: 4,
  7: 1,
  136: 4,
  137: 8,
  10: 1,
  139: 2,
  140: 4,
  13: 1,
  142: 8,
  143: 8,
  144: 8,
};
const TIMESTAMP_FIELD = 253;
const BYTE = 0x0d;
/** A day and a half at five records a second; a file of more is made to fill the memory. */
const MAX_MESSAGES = 650_000;

/**
 * Decodes every chained FIT file in some bytes, as far as they hold. Never throws: what is broken is named in
 * `faults`, what was readable before the break is kept.
 *
 * @param wanted global message numbers to decode; the others are stepped over
 */
export function decodeFit(bytes: Uint8Array, wanted: ReadonlySet<number>): FitPart[] {
  const parts: FitPart[] = [];
  const nextWhole = searcherOf(bytes);
  let offset = 0;
  while (offset < bytes.length) {
    const header = readHeader(bytes, offset);
    if (!header) {
      if (parts.length === 0) parts.push({ messages: [], faults: ["not-fit"] });
      else if (bytes.subarray(offset).some((byte) => byte !== 0)) parts.at(-1)?.faults.push("trailing-bytes");
      break;
    }
    const end = trueEnd(bytes, offset, header);
    const unfinished = header.dataSize === 0;
    const truncated = !unfinished && end + 2 > bytes.length;
    const dataEnd = unfinished ? bytes.length : Math.min(end, bytes.length);
    const { messages, clean } = decodeRecords(bytes, header.dataStart, dataEnd, wanted);
    const faults: FitFault[] = [];
    // A file that was cut short takes the beginning of the next one for its own records.
    const next = clean && !truncated ? null : nextWhole(header.dataStart);
    if (next !== null) {
      parts.push({
        messages: decodeRecords(bytes, header.dataStart, next, wanted).messages,
        faults: ["truncated"],
      });
      offset = next;
      continue;
    }
    if (unfinished) faults.push("no-size");
    if (!unfinished && end !== header.dataStart + header.dataSize) faults.push("wrong-size");
    if (truncated) faults.push("truncated");
    else if (!unfinished && readUint(bytes, end, 2, true) !== fitCrc(bytes, offset, end)) {
      faults.push("bad-crc");
    }
    if (messages.length >= MAX_MESSAGES) faults.push("too-many");
    else if (!clean && !truncated) faults.push("corrupt-record");
    parts.push({ messages, faults });
    if (unfinished || truncated) break;
    offset = end + 2;
  }
  return parts;
}

type Header = { dataStart: number; dataSize: number };

/**
 * Where the records of a file end: where its header says, unless neither its checksum nor another file nor the end of
 * the bytes is there, and records go on to the end. Then the header says too little.
 */
function trueEnd(bytes: Uint8Array, offset: number, { dataStart, dataSize }: Header): number {
  const [declared, last] = [dataStart + dataSize, bytes.length - 2];
  if (dataSize === 0 || declared >= last || readHeader(bytes, declared + 2)) return declared;
  if (readUint(bytes, declared, 2, true) === fitCrc(bytes, offset, declared)) return declared;
  return decodeRecords(bytes, dataStart, last, new Set()).clean ? last : declared;
}

/** Bytes that are looked through for files behind broken ones: enough for weeks, too few to keep a server busy. */
const MOST_SEARCHED = 24 * 1024 * 1024;

/** Finds where the next file begins that is whole, by its own header and checksum; null where none does. */
function searcherOf(bytes: Uint8Array): (from: number) => number | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let left = MOST_SEARCHED;
  return (from) => {
    for (let at = from; left > 0; ) {
      const mark = buffer.indexOf(".FIT", at, "latin1");
      left -= (mark < 0 ? bytes.length : mark) - at;
      if (mark < 0) return null;
      at = mark + 1;
      const offset = mark - 8;
      const header = offset >= from ? readHeader(bytes, offset) : null;
      const end = header ? header.dataStart + header.dataSize : Number.POSITIVE_INFINITY;
      if (end + 2 > bytes.length) continue;
      left -= end - offset;
      if (readUint(bytes, end, 2, true) === fitCrc(bytes, offset, end)) return offset;
    }
    return null;
  };
}

function readHeader(bytes: Uint8Array, offset: number): Header | null {
  const size = bytes[offset] ?? 0;
  if (size < 12 || offset + size > bytes.length) return null;
  const magic = String.fromCharCode(...bytes.subarray(offset + 8, offset + 12));
  return magic === ".FIT"
    ? { dataStart: offset + size, dataSize: readUint(bytes, offset + 4, 4, true) }
    : null;
}

function decodeRecords(bytes: Uint8Array, start: number, end: number, wanted: ReadonlySet<number>) {
  const definitions: (Definition | undefined)[] = [];
  const messages: FitMessage[] = [];
  let offset = start;
  let lastTimestamp: number | null = null;
  while (offset < end) {
    const header = bytes[offset] as number;
    offset += 1;
    const compressed = (header & 0x80) !== 0;
    if (!compressed && (header & 0x40) !== 0) {
      const read = readDefinition(bytes, offset, end, (header & 0x20) !== 0);
      if (!read) return { messages, clean: false };
      definitions[header & 0x0f] = read.definition;
      offset = read.next;
      continue;
    }
    const definition = definitions[compressed ? (header >> 5) & 0x03 : header & 0x0f];
    if (!definition || offset + definition.size + definition.developerSize > end)
      return { messages, clean: false };
    const needsFields = wanted.has(definition.num);
    const fields = needsFields ? readFields(bytes, offset, definition) : new Map<number, FitValue>();
    offset += definition.size + definition.developerSize;
    if (compressed && lastTimestamp !== null) {
      lastTimestamp += ((header & 0x1f) - (lastTimestamp & 0x1f) + 32) & 0x1f;
      fields.set(TIMESTAMP_FIELD, lastTimestamp);
    }
    const timestamp = fields.get(TIMESTAMP_FIELD);
    if (typeof timestamp === "number") lastTimestamp = timestamp;
    if (!needsFields || fields.size === 0) continue;
    messages.push({ num: definition.num, fields });
    if (messages.length >= MAX_MESSAGES) return { messages, clean: false };
  }
  return { messages, clean: true };
}

function readDefinition(bytes: Uint8Array, start: number, end: number, hasDeveloperFields: boolean) {
  if (start + 5 > end) return null;
  const littleEndian = bytes[start + 1] === 0;
  const num = readUint(bytes, start + 2, 2, littleEndian);
  const count = bytes[start + 4] as number;
  let next = start + 5;
  if (next + count * 3 > end) return null;
  const fields: FieldDefinition[] = [];
  let size = 0;
  for (let index = 0; index < count; index += 1, next += 3) {
    const field = { num: bytes[next] ?? 0, size: bytes[next + 1] ?? 0, baseType: bytes[next + 2] ?? 0 };
    fields.push(field);
    size += field.size;
  }
  let developerSize = 0;
  if (hasDeveloperFields) {
    const developerCount = bytes[next] ?? 0;
    next += 1;
    if (next + developerCount * 3 > end) return null;
    for (let index = 0; index < developerCount; index += 1, next += 3) developerSize += bytes[next + 1] ?? 0;
  }
  return { definition: { num, littleEndian, fields, size, developerSize }, next };
}

function readFields(bytes: Uint8Array, start: number, definition: Definition): Map<number, FitValue> {
  const fields = new Map<number, FitValue>();
  let offset = start;
  for (const field of definition.fields) {
    const value = readValue(bytes, offset, field, definition.littleEndian);
    if (value !== null) fields.set(field.num, value);
    offset += field.size;
  }
  return fields;
}

function readValue(
  bytes: Uint8Array,
  offset: number,
  field: FieldDefinition,
  littleEndian: boolean,
): FitValue | null {
  if (field.baseType === 0x07) return readText(bytes, offset, field.size);
  const unit = BASE_SIZES[field.baseType] ?? 1;
  // Some watches declare a field smaller than its type: read what is there as an unsigned number.
  if (field.size < unit) return readUint(bytes, offset, field.size, littleEndian);
  if (field.size === unit) return readNumber(bytes, offset, field.baseType, littleEndian);
  if (field.baseType === BYTE) return readBytes(bytes, offset, field.size);
  const values: number[] = [];
  for (let at = offset; at + unit <= offset + field.size; at += unit) {
    const value = readNumber(bytes, at, field.baseType, littleEndian);
    values.push(value ?? Number.NaN);
  }
  return values.every(Number.isNaN) ? null : values;
}

/** Bytes are one value together: only when all of them are 255 is it none. */
function readBytes(bytes: Uint8Array, offset: number, size: number): number[] | null {
  const values = [...bytes.subarray(offset, offset + size)];
  return values.every((value) => value === 0xff) ? null : values;
}

function readText(bytes: Uint8Array, offset: number, size: number): string | null {
  const raw = bytes.subarray(offset, offset + size);
  const end = raw.indexOf(0);
  const text = new TextDecoder().decode(end < 0 ? raw : raw.subarray(0, end)).trim();
  return text === "" ? null : text;
}

function readUint(bytes: Uint8Array, offset: number, size: number, littleEndian: boolean): number {
  let value = 0;
  for (let index = 0; index < size; index += 1) {
    value = value * 256 + (bytes[offset + (littleEndian ? size - 1 - index : index)] ?? 0);
  }
  return value;
}

/** Null for the value that the base type reserves as "invalid". */
function readNumber(
  bytes: Uint8Array,
  offset: number,
  baseType: number,
  littleEndian: boolean,
): number | null {
  const size = BASE_SIZES[baseType] ?? 1;
  const raw = readUint(bytes, offset, size, littleEndian);
  const top = 2 ** (size * 8);
  switch (baseType) {
    case 0x01:
    case 0x83:
    case 0x85:
    case 0x8e:
      return raw === top / 2 - 1 ? null : raw >= top / 2 ? raw - top : raw;
    case 0x0a:
    case 0x8b:
    case 0x8c:
    case 0x90:
      return raw === 0 ? null : raw;
    case 0x88:
    case 0x89: {
      const view = new DataView(bytes.buffer, bytes.byteOffset + offset, size);
      const value = size === 4 ? view.getFloat32(0, littleEndian) : view.getFloat64(0, littleEndian);
      return Number.isFinite(value) ? value : null;
    }
    default:
      return raw === top - 1 ? null : raw;
  }
}
