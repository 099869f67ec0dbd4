import { type DigestContent, digestDocument } from "@repo/services/reports";
import { expect, test } from "vitest";
import { alertHtml } from "./alert-html.ts";
import { renderReportMail } from "./report-mail.ts";

const content: DigestContent = {
  orgId: "o",
  orgName: "Club & Co",
  readerName: "Coach",
  date: "2026-11-22",
  athletes: 3,
  needs: [
    {
      athleteId: "a1",
      name: "Ann <b>Demo</b>",
      form: -9,
      ribbon: {
        from: "2026-11-02",
        phases: ["base", "base", "build"],
        plannedKm: [40, 42, 44],
        doneKm: [39, null, 12],
        race: { date: "2026-12-20", name: "10K" },
      },
      warnings: [
        {
          id: "w",
          kind: "session-spike",
          severity: "warn",
          title: "A run of 20 km after nothing longer than 8 km in 30 days",
          since: "2026-11-20",
          evidence: [{ label: "Longest run", value: 20, unit: "km", limit: 8.8 }],
          remedy: "Keep runs short.",
        },
      ],
    },
  ],
  notes: [],
  yesterday: [{ athleteId: "a1", name: "Ann", planned: 1, done: 0, missed: 1, plannedKm: 8, doneKm: null }],
  silent: [{ athleteId: "a2", name: "Bo", days: null }],
};

const mail = renderReportMail(digestDocument(content, { path: "/reports/r1", units: "metric" }), {
  appUrl: "http://localhost:3000",
  to: "coach@example.org",
  stopUrl: null,
});

test("the subject is the verdict, and the text part says all that the HTML part says", () => {
  expect(mail.subject).toBe("1 of 3 athletes needs you · Sunday 22 November");
  for (const fact of [
    "A run of 20 km",
    "Longest run 20 km (limit 8.8 km)",
    "Since 20 Nov",
    "Keep runs short.",
    "Bo (nothing logged yet)",
  ]) {
    expect(mail.text).toContain(fact);
    expect(mail.html).toContain(fact);
  }
});

test("names are text, never markup", () => {
  expect(mail.html).not.toContain("<b>Demo</b>");
  expect(mail.html).toContain("Ann &lt;b&gt;Demo&lt;/b&gt;");
});

test("the ribbon travels inside as a picture that says its numbers, and nothing is fetched from elsewhere", () => {
  const [picture] = mail.pictures as { cid: string; base64: string }[];
  expect(
    Buffer.from(picture?.base64 ?? "", "base64")
      .subarray(1, 4)
      .toString(),
  ).toBe("PNG");
  expect(mail.html).toMatch(/<img src="cid:ribbon-0"[^>]+alt="[^"]*\d+[^"]*"/);
  expect(mail.html).not.toMatch(/src="http/);
  const { alt } = /alt="(?<alt>[^"]+)"/.exec(mail.html ?? "")?.groups ?? {};
  expect(mail.text).toContain(alt);
  expect(alt).toMatch(/\d+ km done of \d+ km planned/);
});

test("a mail program ends it with one request, and without the server's secret is led to the settings", () => {
  const stopUrl = "http://localhost:3000/api/stop-mail/secret";
  const document = digestDocument(content, { path: "/reports/r1", units: "metric" });
  const headersWith = (stop: string | null) =>
    renderReportMail(document, { appUrl: "http://localhost:3000", to: "coach@example.org", stopUrl: stop })
      .headers;
  expect(headersWith(stopUrl)).toEqual({
    "List-Unsubscribe": `<${stopUrl}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  });
  expect(headersWith(null)).toEqual({ "List-Unsubscribe": "<http://localhost:3000/settings/reports>" });
});

test("an alert says in HTML what it says in text, and why it came", () => {
  const words = {
    title: "Ann <b>Demo</b>: Pain: shin, 9 of 10",
    lines: ["Since 29 November."],
    remedy: "What helps: rest.",
    url: "http://localhost:3000/athletes/a1",
    reason: "You get this because Ann shows you health.",
  };
  const page = alertHtml(words);
  expect(page).toContain("Ann &lt;b&gt;Demo&lt;/b&gt;: Pain: shin, 9 of 10");
  for (const said of [...words.lines, words.remedy, words.url, words.reason]) expect(page).toContain(said);
});

test("a morning on which nobody needs the coach says what was done and what comes", () => {
  const day = { athleteId: "a1", name: "Ann", planned: 2, done: 1, missed: 1, plannedKm: 8, doneKm: 8.1 };
  const ahead = (date: string, hard: boolean) => ({
    date,
    athletes: [
      { name: "Ann", workouts: [{ title: "6 × 800 m", hard }] },
      { name: "Bo", workouts: [{ title: "Easy 8 km", hard: false }] },
    ],
  });
  const textOf = (more: Partial<DigestContent>) => {
    const quiet = { ...content, needs: [], silent: [], yesterday: [day], ...more };
    const document = digestDocument(quiet, { path: "/reports/r1", units: "metric" });
    return renderReportMail(document, {
      appUrl: "http://localhost:3000",
      to: "coach@example.org",
      stopUrl: null,
    }).text;
  };
  const busy = textOf({ coming: ahead("2026-11-22", true) });
  expect(busy).toContain("None of 3 athletes needs you");
  expect(busy).toContain("Of 2 workouts planned for yesterday 1 was done and 1 not logged.");
  expect(busy).toContain("TODAY\nAnn: 6 × 800 m\n1 athlete has nothing hard planned beside these.");
  expect(textOf({ coming: ahead("2026-11-22", false) })).toContain(
    "No hard session is planned.\n2 athletes have nothing hard planned.",
  );
  expect(textOf({ coming: ahead("2026-11-24", true) })).toContain(
    "Nobody has a workout planned today. Next: Tuesday 24 November, 2 athletes.",
  );
  expect(textOf({ coming: null, yesterday: [] })).toContain(
    "Nothing was planned for yesterday.\n\nTODAY\nNothing is planned for today or the seven days after it.",
  );
});

test("a row in text leaves out what is not known, and says a column's name once", () => {
  const rows = [
    ["Mon 23 Nov", "nothing planned", "–", ""],
    ["Tue 24 Nov", "11 × 400 m", "10.1 km", "done"],
    ["Wed 25 Nov", "–", "–", ""],
  ];
  const columns = ["Day", "Planned", "Done", ""].map((label) => ({ label, numeric: false }));
  const document = { ...digestDocument(content, { path: "/", units: "metric" }) };
  const blocks = [{ kind: "table" as const, heading: "Days", columns, rows, note: null }];
  const { text } = renderReportMail(
    { ...document, blocks },
    { appUrl: "http://x", to: "a@example.org", stopUrl: null },
  );
  expect(text).toContain("Mon 23 Nov: nothing planned\n");
  expect(text).toContain("Tue 24 Nov: planned 11 × 400 m; done 10.1 km; done\n");
  expect(text).toContain("Wed 25 Nov: planned –; done –\n");
});
