import { type Html, html } from "./html.ts";

export const INK = "#1b1c20";
export const SOFT = "#56575d";
export const BUTTON = `display:inline-block;background:${INK};color:#fffefa;padding:12px 18px;border-radius:6px;text-decoration:none;font-weight:600`;
const PAPER = "#f6f4ee";
const FONT = "font-family:Archivo,'Helvetica Neue',Arial,sans-serif";

/** The page around what a mail says: one column that fits a phone. */
export function shell(title: string, body: Html): string {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light"><title>${title}</title></head>
<body style="margin:0;background:${PAPER};color:${INK};${{ html: FONT }};font-size:16px;line-height:1.5">
<div style="max-width:600px;margin:0 auto;padding:24px 16px">
${body}</div></body></html>`.html;
}
