import { inflateSync } from "node:zlib";

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;
const SIGNATURE = 0x774f4646; // "wOFF"

/**
 * Unpacks a WOFF 1.0 font into the TrueType file inside it: picture makers outside a browser read only that.
 *
 * @throws {RangeError} when the bytes are no WOFF 1.0 font
 */
export function woffToTtf(woff: Buffer): Buffer {
  if (woff.length < WOFF_HEADER || woff.readUInt32BE(0) !== SIGNATURE) {
    throw new RangeError("these bytes are no WOFF font");
  }
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(SFNT_HEADER + count * SFNT_ENTRY);
  woff.copy(head, 0, 4, 8);
  writeSearchFields(head, count);
  const bodies: Buffer[] = [];
  let offset = head.length;
  for (let index = 0; index < count; index += 1) {
    const entry = woff.subarray(WOFF_HEADER + index * WOFF_ENTRY, WOFF_HEADER + (index + 1) * WOFF_ENTRY);
    const body = tableBody(woff, entry);
    const at = SFNT_HEADER + index * SFNT_ENTRY;
    entry.copy(head, at, 0, 4);
    entry.copy(head, at + 4, 16, 20);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(body.length, at + 12);
    const padding = (4 - (body.length % 4)) % 4;
    bodies.push(body, Buffer.alloc(padding));
    offset += body.length + padding;
  }
  return Buffer.concat([head, ...bodies]);
}

function tableBody(woff: Buffer, entry: Buffer): Buffer {
  const [start, packed, whole] = [entry.readUInt32BE(4), entry.readUInt32BE(8), entry.readUInt32BE(12)];
  const bytes = woff.subarray(start, start + packed);
  const body = packed < whole ? inflateSync(bytes) : bytes;
  if (body.length !== whole) throw new RangeError("this WOFF font is damaged");
  return body;
}

function writeSearchFields(head: Buffer, count: number): void {
  const power = Math.floor(Math.log2(Math.max(1, count)));
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(2 ** power * 16, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(count * 16 - 2 ** power * 16, 10);
}
