import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { writeChartFonts } from "./chart-fonts.ts";
import { woffToTtf } from "./woff-to-ttf.ts";

const directory = mkdtempSync(join(tmpdir(), "chart-fonts-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test("each written font is TrueType and every table has the checksum its directory promises", () => {
  for (const path of writeChartFonts(directory)) {
    const font = readFileSync(path);
    expect(font.readUInt32BE(0)).toBe(0x00010000);
    for (let index = 0; index < font.readUInt16BE(4); index += 1) {
      const at = 12 + index * 16;
      const tag = font.toString("latin1", at, at + 4);
      const [offset, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
      const padded = Buffer.alloc(Math.ceil(length / 4) * 4);
      font.copy(padded, 0, offset, offset + length);
      if (tag === "head") padded.writeUInt32BE(0, 8); // its own adjustment does not count
      let sum = 0;
      for (let word = 0; word < padded.length; word += 4) sum = (sum + padded.readUInt32BE(word)) >>> 0;
      expect([tag, sum]).toEqual([tag, font.readUInt32BE(at + 4)]);
    }
  }
});

test("what is no WOFF is refused", () => {
  expect(() => woffToTtf(Buffer.from("<html>"))).toThrow(RangeError);
});
