import { file, type HostileFile, joined, zeros } from "./hostile-file.ts";
import { csvLog, gpxRun } from "./sound-files.ts";

/** Tables, JSON and files of other kinds. */
export const HOSTILE_TABLES: HostileFile[] = [
  file(
    "csv-million-lines.csv",
    () => `${csvLog}${"2026-01-05,Running,1,5:00,\n".repeat(1_000_000)}`,
    /more than 150000 lines/,
  ),
  file("csv-quote-never-closed.csv", () => `${csvLog}2026-01-10,"Running,1,5:00\n`, /not a readable CSV/),
  file(
    "csv-10-mb-cell.csv",
    () => `${csvLog}2026-01-10,Running,1,5:00,${"x".repeat(10_000_000)}\n`,
    /not a readable CSV/,
  ),
  file("csv-header-alone.csv", () => "Date,Type,Distance (km),Duration\n", /no session that could be read/),
  file("csv-nul-bytes.csv", () => csvLog.replace("easy", "ea\u0000sy"), "stored"),
  file("csv-formulas.csv", () => csvLog.replace("easy", "\"=cmd|' /C calc'!A0\""), "stored"),
  file(
    "csv-absurd-numbers.csv",
    () =>
      `Date,Type,Distance (km),Duration\n2026-01-05,Running,1e308,50:00\n2026-01-06,Running,-10,50:00\n2026-01-07,Running,10,-1\n2026-01-08,Running,10,NaN\n`,
    /.+/,
  ),
  file(
    "csv-1989-and-2099.csv",
    () => `Date,Type,Distance (km),Duration\n1989-01-05,Running,10,50:00\n2099-01-05,Running,10,50:00\n`,
    /no session that could be read/,
  ),
  file(
    "csv-58-hour-run.csv",
    () => `Date,Type,Distance (km),Duration\n2026-01-05,Running,10,58:40:00\n`,
    "stored",
  ),
  file("csv-no-columns-we-know.csv", () => "a,b,c\n1,2,3\n", /no column/),
  file("json-100000-deep.json", () => "[".repeat(100_000), /levels deep/),
  file("json-cut-short.json", () => '{"format": "mesocycle/athlete-history", ', /damaged or cut short/),
  file(
    "json-prototype.json",
    () => '{"__proto__": {"admin": true}, "format": "mesocycle/athlete-history", "version": 1}',
    /.+/,
  ),
  file("json-other.json", () => '{"hello": "world"}', /no sessions and no check-ins/),
  file(
    "picture.png",
    () => joined(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), zeros(1)),
    /neither FIT/,
  ),
  file("paper.pdf", () => "%PDF-1.7\n%âãÏÓ\n1 0 obj\n", /PDF document/),
  file("CON", () => "nothing of ours", /neither FIT/),
  file("../../../etc/passwd", () => gpxRun(), "stored"),
  file(`\u202Efdp.${"x".repeat(4_000)}`, () => gpxRun(), "stored"),
  file("empty.fit", () => "", /empty/),
];
