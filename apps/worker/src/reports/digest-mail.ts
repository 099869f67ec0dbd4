import { evidenceLine } from "@repo/core/report";
import type { MailPayload } from "@repo/db/queries";
import {
  type DigestAthlete,
  type DigestContent,
  type DigestWarning,
  verdictOf,
} from "@repo/services/reports";
import { type Html, html } from "./html.ts";
import { ribbonPicture } from "./ribbon-picture.ts";

const INK = "#1b1c20";
const SOFT = "#56575d";
const PAPER = "#f6f4ee";
const LINE = "#dfdbcf";
const FONT = "font-family:Archivo,'Helvetica Neue',Arial,sans-serif";
const SEVERITY_COLOURS = { error: "#b3261e", warn: "#8a5a00", info: "#56575d" } as const;
const DAY = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  timeZone: "UTC",
});

const SHORT_DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/**
 * The morning digest as a mail: verdict first, then who needs the coach and why, yesterday, silence. A full text
 * part says the same, pictures carry their numbers as alternative text, and nothing in it tells who read it.
 */
export function renderDigestMail(
  content: DigestContent,
  options: { appUrl: string; report: { id: string; to: string } },
): MailPayload {
  const { appUrl, report } = options;
  const verdict = verdictOf(content);
  const pictures = new Map(
    content.needs.flatMap((athlete) =>
      athlete.ribbon ? [[athlete.athleteId, ribbonPicture(athlete.ribbon, content.date)] as const] : [],
    ),
  );
  const links = { report: `${appUrl}/reports/${report.id}`, settings: `${appUrl}/settings/reports` };
  return {
    to: report.to,
    subject: `${verdict} · ${DAY.format(new Date(content.date))}`,
    text: textPart(content, { verdict, ...links }),
    html: page(content, {
      verdict,
      ...links,
      appUrl,
      alts: new Map([...pictures].map(([id, { alt }]) => [id, alt])),
    }).html,
    pictures: [...pictures].map(([id, { base64 }]) => ({
      cid: `ribbon-${id}`,
      filename: "season.png",
      base64,
    })),
    headers: { "List-Unsubscribe": `<${links.settings}>` },
  };
}

type Page = {
  verdict: string;
  report: string;
  settings: string;
  appUrl: string;
  alts: ReadonlyMap<string, string>;
};

function page(content: DigestContent, of: Page): Html {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light"><title>${of.verdict}</title></head>
<body style="margin:0;background:${PAPER};color:${INK};${{ html: FONT }};font-size:16px;line-height:1.5">
<div style="max-width:600px;margin:0 auto;padding:24px 16px">
<p style="margin:0;color:${SOFT};font-size:14px">${DAY.format(new Date(content.date))}, ${content.orgName}</p>
<h1 style="margin:4px 0 20px;font-size:28px;line-height:1.2;border-bottom:2px solid ${INK};padding-bottom:16px">${of.verdict}</h1>
${content.needs.map((athlete) => athletePart(athlete, of))}
${content.notes.length > 0 ? html`<h2 style="font-size:18px;margin:28px 0 8px">Worth a look</h2>${content.notes.map(notePart)}` : ""}
${yesterdayPart(content)}
${silentPart(content)}
<p style="margin:28px 0 8px"><a href="${of.report}" style="display:inline-block;background:${INK};color:#fffefa;padding:12px 18px;border-radius:6px;text-decoration:none;font-weight:600">Open this report</a></p>
<p style="margin:16px 0 0;color:${SOFT};font-size:13px">Loads are smoothed training load, not measured fitness. <a href="${of.settings}" style="color:${SOFT}">When and whether this comes</a>.</p>
</div></body></html>`;
}

function athletePart(athlete: DigestAthlete, of: Page): Html {
  const alt = of.alts.get(athlete.athleteId);
  const picture = alt
    ? html`<img src="cid:ribbon-${athlete.athleteId}" width="520" alt="${alt}" style="display:block;width:100%;max-width:520px;height:auto;margin:8px 0">`
    : "";
  return html`<section style="padding:0 0 16px;margin:0 0 16px;border-bottom:1px solid ${LINE}">
<h2 style="font-size:18px;margin:0"><a href="${of.appUrl}/athletes/${athlete.athleteId}" style="color:${INK};text-decoration:none">${athlete.name}</a></h2>
${picture}
${athlete.warnings.map(
  (
    warning,
  ) => html`<p style="margin:8px 0 0"><strong style="color:${SEVERITY_COLOURS[warning.severity]}">${warning.title}</strong><br>
<span style="color:${SOFT};font-size:14px">${storyOf(warning)} Since ${SHORT_DAY.format(new Date(warning.since))}.</span>
${warning.remedy ? html`<br><span style="font-size:14px">What helps: ${warning.remedy}</span>` : ""}</p>`,
)}</section>`;
}

/** Sentences; the numbers alone for a report that was made before there were any. */
function storyOf({ story, evidence }: DigestWarning): string {
  return story ?? `${evidenceLine(evidence)}.`;
}

function notePart(athlete: DigestAthlete): Html {
  return html`<p style="margin:0 0 6px;font-size:15px"><strong>${athlete.name}</strong>: ${athlete.warnings.map((warning) => warning.title).join("; ")}</p>`;
}

function yesterdayPart({ yesterday }: DigestContent): Html | string {
  if (yesterday.length === 0) return "";
  const cell = "padding:4px 8px 4px 0;border-bottom:1px solid #dfdbcf;font-size:14px;text-align:left";
  return html`<h2 style="font-size:18px;margin:28px 0 8px">Yesterday</h2>
<table role="table" style="border-collapse:collapse;width:100%"><thead><tr><th style="${cell}">Athlete</th><th style="${cell}">Workouts done</th><th style="${cell}">Kilometres</th></tr></thead><tbody>
${yesterday.map(
  (row) =>
    html`<tr><td style="${cell}">${row.name}</td><td style="${cell}">${row.planned === 0 ? "none planned" : `${row.done} of ${row.planned}`}${row.missed > 0 ? html` <span style="color:${SOFT}">(${row.missed} not logged)</span>` : ""}</td><td style="${cell}">${kilometres(row)}</td></tr>`,
)}</tbody></table>`;
}

function silentPart({ silent }: DigestContent): Html | string {
  if (silent.length === 0) return "";
  return html`<h2 style="font-size:18px;margin:28px 0 8px">Nothing heard</h2>
<p style="margin:0;font-size:15px">${silent.map(silence).join(", ")}</p>`;
}

function silence({ name, days }: DigestContent["silent"][number]): string {
  return days === null ? `${name} (nothing logged yet)` : `${name} (${days} days)`;
}

function kilometres({ doneKm, plannedKm }: { doneKm: number | null; plannedKm: number | null }): string {
  const km = (value: number | null) => (value === null ? "–" : value.toFixed(1));
  return plannedKm === null ? km(doneKm) : `${km(doneKm)} of ${km(plannedKm)}`;
}

function textPart(content: DigestContent, of: { verdict: string; report: string; settings: string }): string {
  const needs = content.needs.map((athlete) =>
    [
      athlete.name,
      ...athlete.warnings.map((warning) => {
        const todo = warning.remedy ? `\n    What helps: ${warning.remedy}` : "";
        return `  - ${warning.title}\n    ${storyOf(warning)} Since ${SHORT_DAY.format(new Date(warning.since))}.${todo}`;
      }),
    ].join("\n"),
  );
  const notes = content.notes.map(
    (athlete) => `${athlete.name}: ${athlete.warnings.map((each) => each.title).join("; ")}`,
  );
  const days = content.yesterday.map(
    (row) =>
      `${row.name}: ${row.planned === 0 ? "none planned" : `${row.done} of ${row.planned} workouts`}, ${kilometres(row)} km`,
  );
  const parts = [
    `${of.verdict}\n${DAY.format(new Date(content.date))}, ${content.orgName}`,
    ...needs,
    notes.length > 0 ? `WORTH A LOOK\n${notes.join("\n")}` : null,
    days.length > 0 ? `YESTERDAY\n${days.join("\n")}` : null,
    content.silent.length > 0 ? `NOTHING HEARD\n${content.silent.map(silence).join("\n")}` : null,
    `This report: ${of.report}\nWhen and whether it comes: ${of.settings}`,
  ];
  return `${parts.filter((part) => part !== null).join("\n\n")}\n`;
}
