import { expect, test } from "vitest";
import type { DigestAthlete, DigestContent } from "./digest-content.ts";
import { stillShared } from "./read-digest.ts";

const warning = (kind: string): DigestAthlete["warnings"][number] => ({
  id: kind,
  kind,
  severity: "warn",
  title: kind,
  since: "2026-03-01",
  evidence: [],
  remedy: null,
});
const athlete = (athleteId: string, ...kinds: string[]): DigestAthlete => ({
  athleteId,
  name: `${athleteId} by name`,
  warnings: kinds.map(warning),
  form: null,
  ribbon: null,
});
const done = (athleteId: string) => ({
  ...{ athleteId, name: `${athleteId} by name`, planned: 1, done: 1, missed: 0, plannedKm: 5, doneKm: 5 },
});
const SENT: DigestContent = {
  ...{ orgId: "o", orgName: "Club", readerName: "Coach", date: "2026-03-10", athletes: 5 },
  needs: [athlete("gone", "session-spike"), athlete("stays", "short-sleep", "session-spike")],
  notes: [athlete("less", "life-stress")],
  readings: ["gone", "stays"].map((id) => ({ label: id, path: `/athletes/${id}/reports/race/2026-03-14` })),
  yesterday: [done("gone"), done("stays")],
  coming: {
    date: "2026-03-10",
    athletes: ["gone", "stays"].map((athleteId) => ({ ...done(athleteId), workouts: [] })),
  },
  trends: ["gone", "stays"].map((athleteId) => ({
    ...{ athleteId, name: `${athleteId} by name`, state: "improving", changePct: 2, n: 9, windowDays: 84 },
    interval: [1, 3],
  })),
  silent: [{ athleteId: "also gone", name: "also gone by name", days: 9 }],
};

test("a digest that was sent names nobody any more who ended what they shared, and says how many", () => {
  const { content, leftOut } = stillShared(
    SENT,
    new Map([
      ["stays", ["training"]],
      ["less", ["training", "wellness"]],
      ["also gone", ["wellness"]],
    ]),
  );
  expect(JSON.stringify(content)).not.toContain("gone");
  expect([leftOut, content.athletes]).toEqual([2, 3]);
  expect(content.yesterday).toHaveLength(1);
  expect(content.trends).toHaveLength(1);
  // Wellness ended for one of them: what it had told goes, the rest stays.
  expect(content.needs.map((of) => of.warnings.map(({ kind }) => kind))).toEqual([["session-spike"]]);
  expect(content.notes).toHaveLength(1);
});

test("a digest whose athletes all share what it says stays as it was sent", () => {
  const all = ["gone", "stays", "less", "also gone"].map(
    (id) => [id, ["training", "wellness", "medical"]] as const,
  );
  expect(stillShared(SENT, new Map(all))).toEqual({ content: SENT, leftOut: 0 });
});
