import { render } from "@react-email/render";
import { createElement as h, type ReactNode } from "react";
import { renderReportMail } from "../../apps/worker/src/reports/report-mail.ts";
import { type DigestContent, digestDocument } from "../../packages/services/src/reports/index.ts";
import { ribbonPng } from "../../packages/ui/src/ribbon-png.ts";

/** Bodies that the first compilation of the code shall not count. */
const WARM_UP = 200;
const BODIES = 2_000;
const ROUNDS = 5;
const GOAL = 20;
const SLACK = 1.25;
const TO = { appUrl: "https://club.example", to: "coach@club.example", stopUrl: null };

type Document = ReturnType<typeof digestDocument>;

/** A morning with five athletes who need the coach, and twelve who trained: no two alike. */
function morning(seed: number, ribbons: boolean): Document {
  const ribbon = {
    from: "2026-06-01",
    phases: Array.from({ length: 30 }, (_, week) => (week < 14 ? "base" : week < 24 ? "build" : "speed")),
    plannedKm: Array.from({ length: 30 }, (_, week) => 40 + ((week * 7 + seed) % 20) + seed / 1_000),
    doneKm: Array.from({ length: 30 }, (_, week) => (week < 25 ? 38 + ((week * 11 + seed) % 24) : null)),
    race: { date: "2026-12-20", name: "City 10K" },
  };
  const names = Array.from({ length: 12 }, (_, index) => `Athlete ${(seed + index) % 500} & co`);
  const content: DigestContent = {
    orgId: "o",
    orgName: "Riverside Harriers",
    readerName: "Coach",
    date: "2026-11-22",
    athletes: 12,
    needs: names.slice(0, 5).map((name, index) => ({
      athleteId: `a${index}`,
      name,
      form: -9,
      ribbon: ribbons ? ribbon : null,
      warnings: [
        {
          id: "w",
          kind: "session-spike",
          severity: "warn" as const,
          title: `One run of ${20 + ((seed + index) % 10)} km, 34 % farther than any of 30 days`,
          story: "The longest before it was 15 km. That week was 1.6 times the three before it.",
          since: "2026-11-20",
          evidence: [],
          remedy: `Keep runs of the next two weeks to at most ${16 + index} km and the week a little lighter.`,
        },
      ],
    })),
    notes: [],
    yesterday: names.map((name, index) => ({
      athleteId: `a${index}`,
      name,
      planned: 1,
      done: index % 4 === 0 ? 0 : 1,
      missed: index % 4 === 0 ? 1 : 0,
      plannedKm: 8 + index,
      doneKm: 8.1 + index,
    })),
    silent: [{ athleteId: "a3", name: names[3] ?? "", days: 6 }],
  };
  return digestDocument(content, { path: `/reports/${seed}`, units: "metric" });
}

/** The same document as React Email renders it: elements at run time, then HTML and a text part made from that. */
async function reactEmail(document: Document): Promise<number> {
  const html = await render(page(document));
  const text = await render(page(document), { plainText: true });
  return html.length + text.length;
}

function page({ title, eyebrow, blocks, footnote, path }: Document): ReactNode {
  const body = { margin: 0, background: "#f6f4ee", color: "#1b1c20", fontSize: 16 };
  return h(
    "html",
    { lang: "en" },
    h("head", null, h("meta", { charSet: "utf-8" }), h("title", null, title)),
    h(
      "body",
      { style: body },
      h(
        "div",
        { style: { maxWidth: 600, margin: "0 auto", padding: "24px 16px" } },
        h("p", { style: { margin: 0, fontSize: 14 } }, eyebrow),
        h("h1", { style: { fontSize: 28 } }, title),
        blocks.map((block, index) => h("div", { key: index }, blockOf(block))),
        h("p", null, h("a", { href: `${TO.appUrl}${path}` }, "Open this report")),
        h("p", { style: { fontSize: 13 } }, footnote),
      ),
    ),
  );
}

function blockOf(block: Document["blocks"][number]): ReactNode {
  const cell = { padding: "5px 8px 5px 0", borderBottom: "1px solid #dfdbcf", fontSize: 14 };
  if (block.kind === "lines")
    return [
      h("h2", { key: "h" }, block.heading),
      block.lines.map((line) => h("p", { key: line, style: { fontSize: 15 } }, line)),
    ];
  if (block.kind === "table")
    return [
      h("h2", { key: "h" }, block.heading),
      h(
        "table",
        { key: "t", style: { width: "100%" } },
        h(
          "thead",
          null,
          h(
            "tr",
            null,
            block.columns.map(({ label }) => h("th", { key: label, style: cell }, label)),
          ),
        ),
        h(
          "tbody",
          null,
          block.rows.map((row, at) =>
            h(
              "tr",
              { key: at },
              row.map((text, index) => h("td", { key: index, style: cell }, text)),
            ),
          ),
        ),
      ),
    ];
  if (block.kind !== "person") throw new Error(`this morning has no ${block.kind}`);
  return h(
    "section",
    { style: { padding: "0 0 16px" } },
    h("h2", null, h("a", { href: `${TO.appUrl}${block.path}` }, block.name)),
    block.points.map(({ title, text, remedy }) =>
      h(
        "p",
        { key: title },
        h("strong", { style: { color: "#8a5a00" } }, title),
        h("br"),
        h("span", { style: { fontSize: 14 } }, text),
        h("br"),
        h("span", null, `What helps: ${remedy}`),
      ),
    ),
  );
}

async function cpuMsEach(count: number, work: (index: number) => unknown): Promise<number> {
  const before = process.cpuUsage();
  for (let index = 0; index < count; index += 1) await work(index);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / count;
}

/** CPU of a report's mail (performance goal N12): ours beside React Email's with the same words, interleaved. */
async function run(): Promise<number> {
  const documents = Array.from({ length: 500 }, (_, seed) => morning(seed, false));
  // More than are kept painted, so that each is painted anew.
  const pictured = Array.from({ length: 500 }, (_, seed) => morning(seed, true));
  const of = (list: readonly Document[], index: number) => list[index % list.length] as Document;
  const ribbon = (index: number) =>
    of(pictured, index).blocks.flatMap((block) =>
      block.kind === "person" && block.ribbon ? [block.ribbon] : [],
    )[0];
  const ways: Record<string, [count: number, work: (index: number) => unknown]> = {
    ours: [BODIES, (index) => renderReportMail(of(documents, index), TO)],
    "React Email": [BODIES / 10, (index) => reactEmail(of(documents, index))],
    "one picture": [BODIES / 10, (index) => ribbonPng(ribbon(index) as never, "2026-11-22")],
    "ours, with five pictures": [BODIES / 10, (index) => renderReportMail(of(pictured, index), TO)],
  };
  for (const [, work] of Object.values(ways)) await cpuMsEach(WARM_UP, work);
  const measured = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, [count, work]] of Object.entries(ways)) {
      measured.set(name, [...(measured.get(name) ?? []), await cpuMsEach(count, work)]);
    }
  }
  const median = (name: string) =>
    [...(measured.get(name) ?? [])].sort((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN;
  for (const [name, values] of measured)
    console.log(
      `${name}: ${median(name).toFixed(3)} ms (${Math.min(...values).toFixed(3)}–${Math.max(...values).toFixed(3)})`,
    );
  const ratio = median("React Email") / median("ours");
  const pass = ratio >= GOAL / SLACK;
  console.table([
    { id: "N12", what: "React Email ÷ ours, the same words", goal: `≥ ${GOAL}`, now: ratio.toFixed(1), pass },
  ]);
  return pass ? 0 : 1;
}

if (import.meta.main) process.exitCode = await run();
