import { inflateSync } from "node:zlib";
import type { ReportDocument } from "@repo/services/reports";
import { expect, test } from "vitest";
import { reportPdf } from "./report-pdf.ts";

const document: ReportDocument = {
  eyebrow: "Week of Monday 16 June, Дмитрий Łuk",
  title: "37 km in 6 runs, as planned",
  date: "2025-06-22",
  path: "/progress/reports/week/2025-06-16",
  footnote: "Not measured fitness.",
  blocks: [
    { kind: "lines", heading: null, lines: ["All 6 planned workouts done."] },
    { kind: "figures", figures: [{ label: "Form", value: "−2", note: null }] },
    {
      kind: "table",
      heading: "Day by day",
      columns: [
        { label: "Day", numeric: false },
        { label: "Done", numeric: true },
      ],
      rows: Array.from({ length: 90 }, (_, index) => [`Day ${index}`, "10 km"]),
      note: null,
    },
    {
      kind: "ribbon",
      of: "A runner",
      ribbon: { from: "2025-06-02", phases: ["base"], plannedKm: [40], doneKm: [39], race: null },
    },
    { kind: "links", heading: "To read", links: [{ label: "Race week", path: "/x" }] },
  ],
};

test("a report on paper has a structure, a language, a described picture, and as many pages as it needs", async () => {
  const text = (await reportPdf(document, "http://localhost:3000")).toString("latin1");
  expect(text.slice(0, 8)).toBe("%PDF-1.7");
  expect(text).toContain("/StructTreeRoot");
  expect(text).toMatch(/\/Lang \(en\)/);
  expect(text).toMatch(/\/Alt /);
  expect(text.match(/\/Type \/Page\b/g)?.length).toBe(3);
});

/** What each page writes, in order: the name of a font and its size. */
function fontsOf(pdf: Buffer): string[][] {
  const parts = pdf.toString("latin1").split("stream\n").slice(1);
  const streams = parts.flatMap((part) => {
    const bytes = Buffer.from(part.slice(0, part.indexOf("endstream")), "latin1");
    try {
      return [inflateSync(bytes).toString("latin1")];
    } catch {
      return [];
    }
  });
  const written = streams.map((stream) => stream.match(/\/F\d+ [\d.]+ Tf/g) ?? []);
  return written.filter((fonts) => fonts.length > 0);
}

test("no heading, and no head of a table, stands alone at the foot of a page", async () => {
  const table = document.blocks[2] as Extract<ReportDocument["blocks"][number], { kind: "table" }>;
  for (let lines = 36; lines < 46; lines += 1) {
    const text = Array.from({ length: lines }, (_, index) => `Line ${index}`);
    const blocks: ReportDocument["blocks"] = [
      { kind: "lines", heading: null, lines: text },
      { ...table, rows: table.rows.slice(0, 3) },
    ];
    const [first = [], ...more] = fontsOf(await reportPdf({ ...document, blocks, footnote: null }, ""));
    // The title is written in the bold font, as headings and heads are.
    const bold = first.find((font) => font.endsWith(" 22 Tf"))?.split(" ")[0];
    for (const fonts of [first, ...more])
      expect(fonts.at(-1)?.split(" ")[0], `${lines} lines`).not.toBe(bold);
  }
});
