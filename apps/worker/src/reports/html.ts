/** HTML that is safe by construction: everything put into a template is escaped unless it is HTML itself. */
export type Html = { readonly html: string };

/** Tagged template for HTML; values are escaped, lists of HTML are joined. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (Html | readonly Html[] | string | number | null)[]
): Html {
  const text = parts.reduce((before, part, index) => before + textOf(values[index - 1] ?? "") + part);
  return { html: text };
}

function textOf(value: Html | readonly Html[] | string | number): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return escapeHtml(value);
  if ("html" in value) return value.html;
  return value.map((each) => each.html).join("");
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
