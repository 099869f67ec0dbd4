import { type DigestContent, digestDocument } from "@repo/services/reports";
import { expect, test } from "vitest";
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
  expect(mail.headers).toEqual({ "List-Unsubscribe": "<http://localhost:3000/settings/reports>" });
});
