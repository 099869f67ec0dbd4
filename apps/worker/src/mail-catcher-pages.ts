export type CaughtMail = {
  id: number;
  to: string[];
  from: string;
  subject: string;
  text: string;
  html: string | null;
  headers: Record<string, string>;
  at: string;
};

const STYLE = `<meta name="viewport" content="width=device-width"><style>
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:60rem;margin:2rem auto;padding:0 1rem}
table{width:100%;border-collapse:collapse}th,td{text-align:left;padding:.5rem;border-bottom:1px solid #8884}
iframe{width:100%;height:70vh;border:1px solid #8884;background:#fff}pre{white-space:pre-wrap}</style>`;

/** The list of caught mails, newest first. */
export function mailsPage(mails: readonly CaughtMail[]): string {
  const rows = mails.map(
    (mail) =>
      `<tr><td>${escaped(mail.at.slice(0, 19).replace("T", " "))}</td><td>${escaped(mail.to.join(", "))}</td>` +
      `<td><a href="/mails/${mail.id}">${escaped(mail.subject || "(no subject)")}</a></td></tr>`,
  );
  const table = `<table><thead><tr><th>Received (UTC)</th><th>To</th><th>Subject</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
  const body = mails.length === 0 ? "<p>No mail yet. Mails that Mesocycle sends appear here.</p>" : table;
  return `<!doctype html><html lang="en"><title>Caught mails</title>${STYLE}<body><h1>Caught mails</h1>${body}</body></html>`;
}

/** One mail: its HTML part in a frame that may not run scripts, then its text part. */
export function mailPage(mail: CaughtMail): string {
  const html =
    mail.html === null
      ? ""
      : `<iframe sandbox="allow-popups allow-top-navigation-by-user-activation" title="HTML part" srcdoc="${escaped(mail.html)}"></iframe>`;
  return (
    `<!doctype html><html lang="en"><title>${escaped(mail.subject)}</title>${STYLE}<body><p><a href="/">All mails</a></p>` +
    `<h1>${escaped(mail.subject)}</h1><p>To ${escaped(mail.to.join(", "))} from ${escaped(mail.from)}</p>${html}` +
    `<h2>Text part</h2><pre>${linked(mail.text)}</pre></body></html>`
  );
}

function linked(text: string): string {
  return escaped(text).replace(/https?:\/\/[^\s<>"]+/g, (url) => `<a href="${url}">${url}</a>`);
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
