import type { AlertWords } from "@repo/services/reports";
import { html } from "./html.ts";
import { BUTTON, INK, SOFT, shell } from "./mail-shell.ts";

/** The HTML part of an alert: what its text part says, in the same order. */
export function alertHtml({ title, lines, remedy, url, reason }: AlertWords): string {
  return shell(
    title,
    html`<h1 style="margin:0 0 16px;font-size:24px;line-height:1.25;border-bottom:2px solid ${INK};padding-bottom:16px">${title}</h1>
${lines.map((line) => html`<p style="margin:0 0 12px">${line}</p>`)}
${remedy ? html`<p style="margin:0 0 12px">${remedy}</p>` : ""}
${url ? html`<p style="margin:20px 0 8px"><a href="${url}" style="${BUTTON}">Open the athlete’s page</a></p>` : ""}
<p style="margin:16px 0 0;color:${SOFT};font-size:13px">${reason}</p>`,
  );
}
