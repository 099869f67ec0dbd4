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
