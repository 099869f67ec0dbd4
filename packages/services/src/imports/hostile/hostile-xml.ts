import { file, type HostileFile, joined } from "./hostile-file.ts";
import { gpxRun, tcxRun } from "./sound-files.ts";

const LAUGHS = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, level) => `<!ENTITY lol${level + 1} "${`&lol${level || ""};`.repeat(10)}">`).join("")}]>`;
const XXE = '<!DOCTYPE gpx [<!ENTITY file SYSTEM "file:///etc/passwd">]>';

/** TCX and GPX that grow, nest, point elsewhere, or say what cannot be. */
export const HOSTILE_XML: HostileFile[] = [
  file(
    "xml-billion-laughs.gpx",
    () => gpxRun({ head: LAUGHS, extra: "<name>&lol9;</name>" }),
    /document type/,
  ),
  file("xml-reads-a-file.gpx", () => gpxRun({ head: XXE, extra: "<name>&file;</name>" }), /document type/),
  file("xml-lower-doctype.tcx", () => `<!doctype x>${tcxRun()}`, /document type/),
  file("xml-200000-deep.gpx", () => `<gpx>${"<a>".repeat(200_000)}`, /levels deep/),
  file(
    "xml-million-entities.gpx",
    () => gpxRun().replace("<type>", `<desc>${"&#65;".repeat(1_000_000)}</desc><type>`),
    "stored",
  ),
  file("xml-million-comments.gpx", () => gpxRun({ head: "<!--x-->".repeat(1_000_000) }), /neither FIT/),
  file(
    "xml-10-mb-attribute.gpx",
    () => gpxRun().replace('version="1.1"', `version="${"1".repeat(10_000_000)}"`),
    "stored",
  ),
  file(
    "xml-10-mb-text.tcx",
    () => tcxRun().replace("<Id>", `<Notes>${"x".repeat(10_000_000)}</Notes><Id>`),
    "stored",
  ),
  file("xml-3-million-tags.gpx", () => `<gpx>${"<a/>".repeat(3_000_000)}</gpx>`, /more than/),
  file(
    "xml-too-many-points.gpx",
    () => `<gpx><trk><trkseg>${'<trkpt lat="1" lon="1"/>'.repeat(140_000)}`,
    /more than 130000 points/,
  ),
  file(
    "xml-5000-tracks.gpx",
    () =>
      `<gpx>${'<trk><trkseg><trkpt lat="1" lon="1"><time>2026-03-01T07:00:00Z</time></trkpt></trkseg></trk>'.repeat(5_000)}</gpx>`,
    /more than 4000 tracks/,
  ),
  file("xml-never-closed.gpx", () => gpxRun().slice(0, 1_500), "stored"),
  file("xml-comment-never-closed.gpx", () => `${gpxRun()}<!-- `, "stored"),
  file("xml-cdata-never-closed.gpx", () => `<gpx><![CDATA[${"x".repeat(1_000_000)}`, /no recorded point/),
  file("xml-tag-never-closed.gpx", () => `<gpx ${"a='b' ".repeat(200_000)}`, /no recorded point/),
  file(
    "xml-utf-16.gpx",
    () => joined(Uint8Array.from([0xff, 0xfe]), Buffer.from(gpxRun(), "utf16le")),
    "stored",
  ),
  file("xml-utf-16-unmarked.gpx", () => Buffer.from(gpxRun(), "utf16le"), "stored"),
  file("xml-nul-bytes.gpx", () => gpxRun().replace("<type>", "<name>a\u0000b</name><type>"), "stored"),
  file(
    "xml-prototype.gpx",
    () => gpxRun({ extra: '<__proto__ polluted="1"><hr>1</hr></__proto__><constructor>1</constructor>' }),
    "stored",
  ),
  file("xml-year-1989.gpx", () => gpxRun({ day: "1989-05-01" }), /clock was not set/),
  file("xml-year-2099.gpx", () => gpxRun({ day: "2099-05-01" }), /clock was not set/),
  file("xml-heart-255.tcx", () => tcxRun({ hr: "255" }), "stored"),
  file("xml-endless-distance.tcx", () => tcxRun({ distanceM: "1e308" }), "stored"),
  file("xml-distance-not-a-number.tcx", () => tcxRun({ distanceM: "NaN" }), "stored"),
  file("xml-negative-time.tcx", () => tcxRun({ seconds: "-1800" }), "stored"),
  file("xml-time-zero.tcx", () => tcxRun({ seconds: "0" }).replace(/<Track>.*<\/Track>/s, ""), /how long/),
  file("xml-place-out-of-range.gpx", () => gpxRun().replaceAll('lon="10.7"', 'lon="999"'), "stored"),
  file("xml-altitude-1e308.gpx", () => gpxRun().replaceAll("<ele>100</ele>", "<ele>1e308</ele>"), "stored"),
  file(
    "xml-times-backwards.gpx",
    () =>
      gpxRun().replace(/T07:(\d\d)/g, (_, minute) => `T07:${String(59 - Number(minute)).padStart(2, "0")}`),
    /.+/,
  ),
  file("xml-script-polyglot.gpx", () => `<html><script>alert(1)</script></html>`, /web page/),
  file("xml-svg.gpx", () => `<svg onload="alert(1)"><gpx></gpx></svg>`, /neither FIT|no recorded point/),
  file("xml-route-without-times.gpx", () => gpxRun().replace(/<time>[^<]*<\/time>/g, ""), /route/),
];
