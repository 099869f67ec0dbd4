import { fitCrc } from "./crc.ts";

/** A value to write: a number of a base type, a text of a fixed length, or some bytes. */
export type FitField =
  | { num: number; type: "enum" | "uint8" | "uint16" | "uint32"; value: number | null }
  | { num: number; type: "string"; size: number; value: string }
  | { num: number; type: "bytes"; value: readonly number[] };

export type FitRecord = { num: number; fields: FitField[] };

const BASE_TYPES = {
  enum: { code: 0x00, size: 1, invalid: 0xff },
  uint8: { code: 0x02, size: 1, invalid: 0xff },
  uint16: { code: 0x84, size: 2, invalid: 0xffff },
  uint32: { code: 0x86, size: 4, invalid: 0xffffffff },
} as const;
const STRING_CODE = 0x07;
const BYTE_CODE = 0x0d;
const HEADER_SIZE = 14;
const PROTOCOL_VERSION = 0x20;
const PROFILE_VERSION = 2132;

/** Writes messages as a FIT file: each with its own definition, which every reader understands. */
export function encodeFit(records: readonly FitRecord[]): Uint8Array {
  const body = records.flatMap((record) => [...definition(record), ...data(record)]);
  const file = new Uint8Array(HEADER_SIZE + body.length + 2);
  file.set([HEADER_SIZE, PROTOCOL_VERSION, ...little(PROFILE_VERSION, 2), ...little(body.length, 4)]);
  file.set(
    [..."\u002eFIT"].map((letter) => letter.charCodeAt(0)),
    8,
  );
  file.set(little(fitCrc(file, 0, 12), 2), 12);
  file.set(body, HEADER_SIZE);
  file.set(little(fitCrc(file, 0, HEADER_SIZE + body.length), 2), HEADER_SIZE + body.length);
  return file;
}

function definition({ num, fields }: FitRecord): number[] {
  const list = fields.flatMap((field) => {
    if (field.type === "string") return [field.num, field.size, STRING_CODE];
    if (field.type === "bytes") return [field.num, field.value.length, BYTE_CODE];
    return [field.num, BASE_TYPES[field.type].size, BASE_TYPES[field.type].code];
  });
  return [0x40, 0, 0, ...little(num, 2), fields.length, ...list];
}

function data({ fields }: FitRecord): number[] {
  return [0, ...fields.flatMap(bytesOf)];
}

function bytesOf(field: FitField): number[] {
  if (field.type === "bytes") return [...field.value];
  if (field.type !== "string") {
    const { size, invalid } = BASE_TYPES[field.type];
    return little(field.value ?? invalid, size);
  }
  // A text ends with a zero; a letter of several bytes is never cut in two.
  const bytes: number[] = [];
  for (const letter of field.value) {
    const next = new TextEncoder().encode(letter);
    if (bytes.length + next.length >= field.size) break;
    bytes.push(...next);
  }
  return [...bytes, ...new Array<number>(field.size - bytes.length).fill(0)];
}

function little(value: number, size: number): number[] {
  return Array.from({ length: size }, (_, index) => Math.floor(value / 256 ** index) % 256);
}
