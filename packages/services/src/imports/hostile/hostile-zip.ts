import { gzipSync } from "node:zlib";
import { changed, file, type HostileFile, zeros } from "./hostile-file.ts";
import { rawZip } from "./raw-zip.ts";
import { csvLog, gpxRun } from "./sound-files.ts";

const nested = (depth: number): Uint8Array =>
  depth === 0
    ? rawZip([{ name: "run.gpx", content: gpxRun() }])
    : rawZip([{ name: "inner.zip", content: nested(depth - 1) }]);

/** Archives that unpack to a thousandfold, hold themselves, or point outside. */
export const HOSTILE_ARCHIVES: HostileFile[] = [
  file("zip-bomb.zip", () => rawZip([{ name: "run.fit", content: zeros(60) }]), /times its size/),
  file(
    "zip-bomb-inside.zip",
    () => rawZip([{ name: "inner.zip", content: rawZip([{ name: "run.fit", content: zeros(60) }]) }]),
    /times its size/,
  ),
  file(
    "zip-size-lies-small.zip",
    () => rawZip([{ name: "run.gpx", content: gpxRun(), claims: { size: 10 } }]),
    /damaged/,
  ),
  file(
    "zip-size-lies-large.zip",
    () => rawZip([{ name: "run.gpx", content: gpxRun(), claims: { size: 900_000 } }]),
    /damaged/,
  ),
  file(
    "zip-4-gb-claimed.zip",
    () => rawZip([{ name: "run.gpx", content: gpxRun(), claims: { size: 0xffff_fff0 } }]),
    /times its size|larger/,
  ),
  file(
    "zip-overlapping.zip",
    () =>
      rawZip(
        Array.from({ length: 3_000 }, (_, index) => ({
          name: `r${index}.csv`,
          content: index === 0 ? csvLog.repeat(2_000) : "",
          claims: index === 0 ? {} : { offset: 0, size: csvLog.length * 2_000, compressed: 2_000 },
        })),
      ),
    /overlap/,
  ),
  file("zip-inside-zip-10.zip", () => nested(10), /archives, one inside the other/),
  file(
    "zip-70000-entries.zip",
    () => rawZip(Array.from({ length: 65_000 }, (_, index) => ({ name: `${index}` }))),
    /more than 60000 files/,
  ),
  file(
    "zip-path-up.zip",
    () => rawZip([{ name: "../../../../tmp/evil.gpx", content: gpxRun() }]),
    /points outside/,
  ),
  file(
    "zip-path-absolute.zip",
    () => rawZip([{ name: "/etc/evil.gpx", content: gpxRun() }]),
    /points outside/,
  ),
  file(
    "zip-path-drive.zip",
    () => rawZip([{ name: "C:\\Windows\\evil.gpx", content: gpxRun() }]),
    /points outside/,
  ),
  file(
    "zip-path-backslash.zip",
    () => rawZip([{ name: "..\\..\\evil.gpx", content: gpxRun() }]),
    /points outside/,
  ),
  file(
    "zip-link.zip",
    () => rawZip([{ name: "run.gpx", content: "/etc/passwd", claims: { mode: 0o120777 } }]),
    /link to another file/,
  ),
  file(
    "zip-encrypted.zip",
    () => rawZip([{ name: "run.gpx", content: gpxRun(), claims: { flags: 1 } }]),
    /encrypted/,
  ),
  file(
    "zip-same-name-twice.zip",
    () =>
      rawZip([
        { name: "a.gpx", content: gpxRun() },
        { name: "a.gpx", content: gpxRun({ day: "2026-03-04" }) },
      ]),
    "stored",
  ),
  file(
    "zip-names-of-4-kb.zip",
    () => rawZip([{ name: `${"x".repeat(4_000)}.gpx`, content: gpxRun() }]),
    "stored",
  ),
  file(
    "zip-right-to-left.zip",
    () => rawZip([{ name: "run\u202Exgp.\u0000.gpx", content: gpxRun() }]),
    "stored",
  ),
  file(
    "zip-cut-short.zip",
    () => rawZip([{ name: "run.gpx", content: gpxRun() }]).subarray(0, 200),
    /damaged or cut short/,
  ),
  file("zip-empty.zip", () => rawZip([]), /0 files/),
  file(
    "zip-directory-damaged.zip",
    () => changed(rawZip([{ name: "run.gpx", content: gpxRun() }]), (_, copy) => copy.fill(1, -60, -22)),
    /damaged/,
  ),
  file("zip-not-a-zip.zip", () => "this is no zip file at all", /damaged or cut short/),
  file("spreadsheet.xlsx", () => rawZip([{ name: "[Content_Types].xml", content: "<a/>" }]), /spreadsheet/),
  file("gzip-bomb.gpx.gz", () => gzipSync(zeros(100)), /larger than 64 MB/),
  file("gzip-cut-short.gpx.gz", () => gzipSync(gpxRun()).subarray(0, 100), /gzip file is damaged/),
  file("gzip-bomb-in-gzip.gpx.gz", () => gzipSync(gzipSync(gzipSync(zeros(100)))), /larger than 64 MB/),
  file("gzip-63-mb-in-gzip.gpx.gz", () => gzipSync(gzipSync(zeros(63))), /nothing but zeros/),
  file("gzip-in-gzip.gpx.gz", () => gzipSync(gzipSync(gpxRun())), "stored"),
];
