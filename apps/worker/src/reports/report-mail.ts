import { NOT_KNOWN_MARK } from "@repo/core/units";
import type { MailPayload } from "@repo/db/queries";
import type { ReportBlock, ReportDocument, ReportPoint, ReportRibbon } from "@repo/services/reports";
import { RIBBON_PNG, ribbonPng } from "@repo/ui/ribbon-png";
import { type Html, html } from "./html.ts";
import { BUTTON, INK, SOFT, shell } from "./mail-shell.ts";

const LINE = "#dfdbcf";
const TONES = { error: "#b3261e", warn: "#8a5a00", info: SOFT } as const;
const H2 = "font-size:18px;margin:28px 0 8px";

type Block<Kind extends ReportBlock["kind"]> = Extract<ReportBlock, { kind: Kind }>;
type Picture = { cid: string; filename: string; base64: string };
/** What drawing a block needs to know of the mail around it. */
type Mail = { appUrl: string; today: string; pictures: Picture[] };

/**
 * A report as a mail: verdict first, then its parts. A full text part says the same, pictures carry their numbers as
 * alternative text, and nothing in it tells who read it.
 */
export function renderReportMail(
  document: ReportDocument,
  options: { appUrl: string; to: string; stopUrl: string | null },
): MailPayload {
  const { appUrl, to, stopUrl } = options;
  const mail: Mail = { appUrl, today: document.date, pictures: [] };
  const links = { report: `${appUrl}${document.path}`, settings: `${appUrl}/settings/reports` };
  return {
    to,
    subject: subjectOf(document),
    text: textPart(document, { appUrl, ...links }),
    html: page(document, { ...links, blocks: document.blocks.map((block) => blockPart(block, mail)) }),
    pictures: mail.pictures,
    headers: stopHeaders(stopUrl, links.settings),
  };
}

/** A mail program ends it with one request and no sign-in (RFC 8058); without the server's secret, under Settings. */
function stopHeaders(stopUrl: string | null, settings: string): Record<string, string> {
  if (stopUrl === null) return { "List-Unsubscribe": `<${settings}>` };
  return { "List-Unsubscribe": `<${stopUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

function subjectOf({ title, eyebrow }: ReportDocument): string {
  return `${title} · ${eyebrow.split(",")[0]}`;
}

function page(document: ReportDocument, of: { report: string; settings: string; blocks: Html[] }): string {
  const { title, eyebrow, footnote } = document;
  return shell(
    title,
    html`<p style="margin:0;color:${SOFT};font-size:14px">${eyebrow}</p>
<h1 style="margin:4px 0 20px;font-size:28px;line-height:1.2;border-bottom:2px solid ${INK};padding-bottom:16px">${title}</h1>
${of.blocks}
<p style="margin:28px 0 8px"><a href="${of.report}" style="${BUTTON}">Open this report</a></p>
<p style="margin:16px 0 0;color:${SOFT};font-size:13px">${footnote ? `${footnote} ` : ""}<a href="${of.settings}" style="color:${SOFT}">When and whether this comes</a>.</p>`,
  );
}

function blockPart(block: ReportBlock, mail: Mail): Html {
  switch (block.kind) {
    case "lines":
      return linesPart(block);
    case "links":
      return html`<h2 style="${H2}">${block.heading}</h2>
${block.links.map(({ label, path }) => html`<p style="margin:0 0 6px;font-size:15px"><a href="${mail.appUrl}${path}" style="color:${INK}">${label}</a></p>`)}`;
    case "figures":
      return figuresPart(block);
    case "table":
      return tablePart(block);
    case "ribbon":
      return picturePart(block.ribbon, mail);
    case "person":
      return personPart(block, mail);
  }
}

function linesPart({ heading, lines }: Block<"lines">): Html {
  return html`${heading ? html`<h2 style="${H2}">${heading}</h2>` : ""}${lines.map((line) => html`<p style="margin:0 0 6px;font-size:15px">${line}</p>`)}`;
}

/** Two a row: fits a phone, and reads in order without a style sheet. */
function figuresPart({ figures }: Block<"figures">): Html {
  const cell = `width:50%;padding:10px 12px 10px 0;vertical-align:top;border-bottom:1px solid ${LINE}`;
  const rows = figures.flatMap((figure, index) => (index % 2 === 0 ? [[figure, figures[index + 1]]] : []));
  return html`<table role="presentation" style="border-collapse:collapse;width:100%;margin:16px 0">${rows.map(
    (row) =>
      html`<tr>${row.map((figure) =>
        figure
          ? html`<td style="${cell}"><span style="display:block;color:${SOFT};font-size:13px">${figure.label}</span><strong style="font-size:20px">${figure.value}</strong>${figure.note ? html`<span style="display:block;color:${SOFT};font-size:13px">${figure.note}</span>` : ""}</td>`
          : html`<td style="${cell}"></td>`,
      )}</tr>`,
  )}</table>`;
}

function tablePart({ heading, columns, rows, note }: Block<"table">): Html {
  const cell = (numeric: boolean | undefined) =>
    `padding:5px 8px 5px 0;border-bottom:1px solid ${LINE};font-size:14px;vertical-align:top;text-align:${numeric ? "right" : "left"}`;
  return html`<h2 style="${H2}">${heading}</h2>
<table role="table" style="border-collapse:collapse;width:100%"><thead><tr>${columns.map(({ label, numeric }) => html`<th scope="col" style="${cell(numeric)}">${label}</th>`)}</tr></thead><tbody>
${rows.map((row) => html`<tr>${row.map((text, index) => html`<td style="${cell(columns[index]?.numeric)}${index === 0 && text.length < 16 ? ";white-space:nowrap" : ""}">${text}</td>`)}</tr>`)}</tbody></table>${note ? html`<p style="margin:8px 0 0;color:${SOFT};font-size:14px">${note}</p>` : ""}`;
}

/** An athlete stands in the mail of every coach: one painting serves them all. The oldest goes first. */
const painted = new Map<string, Painted>();
const MOST_PAINTED = 300;

type Painted = { base64: string; alt: string };

function paintedOf(ribbon: ReportRibbon, today: string): Painted {
  const key = JSON.stringify([today, ribbon]);
  const known = painted.get(key);
  if (known) return known;
  const { png, alt } = ribbonPng(ribbon, today);
  const fresh = { base64: png.toString("base64"), alt };
  painted.set(key, fresh);
  const [oldest] = painted.keys();
  if (painted.size > MOST_PAINTED && oldest !== undefined) painted.delete(oldest);
  return fresh;
}

function picturePart(ribbon: ReportRibbon, mail: Mail): Html {
  const { base64, alt } = paintedOf(ribbon, mail.today);
  const cid = `ribbon-${mail.pictures.length}`;
  mail.pictures.push({ cid, filename: "season.png", base64 });
  return html`<img src="cid:${cid}" width="${RIBBON_PNG.width}" alt="${alt}" style="display:block;width:100%;max-width:${RIBBON_PNG.width}px;height:auto;margin:8px 0 2px"><span aria-hidden="true" style="display:block;color:${SOFT};font-size:13px;margin:0 0 8px">${alt}</span>`;
}

function personPart({ name, path, ribbon, points }: Block<"person">, mail: Mail): Html {
  return html`<section style="padding:0 0 16px;margin:0 0 16px;border-bottom:1px solid ${LINE}">
<h2 style="font-size:18px;margin:0"><a href="${mail.appUrl}${path}" style="color:${INK};text-decoration:none">${name}</a></h2>
${ribbon ? picturePart(ribbon, mail) : ""}
${points.map(pointPart)}</section>`;
}

function pointPart({ title, tone, text, remedy }: ReportPoint): Html {
  return html`<p style="margin:8px 0 0"><strong style="color:${TONES[tone]}">${title}</strong><br>
<span style="color:${SOFT};font-size:14px">${text}</span>
${remedy ? html`<br><span style="font-size:14px">What helps: ${remedy}</span>` : ""}</p>`;
}

function textPart(
  { title, eyebrow, blocks, footnote, date }: ReportDocument,
  of: { appUrl: string; report: string; settings: string },
): string {
  const parts = [
    `${title}\n${eyebrow}`,
    ...blocks.map((block) => blockText(block, { appUrl: of.appUrl, today: date })),
    footnote,
    `This report: ${of.report}\nWhen and whether it comes: ${of.settings}`,
  ];
  return `${parts.filter((part) => part !== null && part !== "").join("\n\n")}\n`;
}

function blockText(block: ReportBlock, of: { appUrl: string; today: string }): string {
  switch (block.kind) {
    case "lines":
      return [...headingOf(block.heading), ...block.lines].join("\n");
    case "links":
      return [
        ...headingOf(block.heading),
        ...block.links.map(({ label, path }) => `${label}\n  ${of.appUrl}${path}`),
      ].join("\n");
    case "figures":
      return block.figures
        .map(({ label, value, note }) => `${label}: ${value}${note ? ` (${note})` : ""}`)
        .join("\n");
    case "table":
      return [
        ...headingOf(block.heading),
        ...block.rows.map((row) => rowText(row, block)),
        ...(block.note ? [block.note] : []),
      ].join("\n");
    case "ribbon":
      return paintedOf(block.ribbon, of.today).alt;
    case "person":
      return [
        block.name,
        ...(block.ribbon ? [`  ${paintedOf(block.ribbon, of.today).alt}`] : []),
        ...block.points.map(({ title, text, remedy }) => {
          const todo = remedy ? `\n    What helps: ${remedy}` : "";
          return `  - ${title}\n    ${text}${todo}`;
        }),
      ].join("\n");
  }
}

function headingOf(heading: string | null): string[] {
  return heading === null ? [] : [heading.toUpperCase()];
}

/**
 * "Tue 17 Jun: planned 11 × 400 m; done 10.1 km": a bare value would not say which column it is of. What is not known is
 * left out, unless nothing is.
 */
function rowText(row: readonly string[], { columns }: Block<"table">): string {
  const [first, ...rest] = row;
  const isKnown = rest.some((text) => text !== "" && text !== NOT_KNOWN_MARK);
  const named = rest.flatMap((text, index) => {
    if (text === "" || (isKnown && text === NOT_KNOWN_MARK)) return [];
    const label = (columns[index + 1]?.label ?? "").toLowerCase();
    return [text.includes(label) ? text : `${label} ${text}`];
  });
  return `${first}: ${named.join("; ")}`;
}
