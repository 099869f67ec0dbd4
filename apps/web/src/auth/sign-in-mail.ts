import { createTransport } from "nodemailer";
import { env } from "#env.ts";

type Mail = { to: string; url: string };

/** Somebody is waiting for the page: a mail server that does not answer must not hold them for minutes. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Sends the link. The page it opens has a button: programs that open every link in a mail use nothing up. */
export async function sendSignInMail({ to, url }: Mail): Promise<void> {
  const host = new URL(env().APP_URL).host;
  const transport = createTransport({ url: env().SMTP_URL, ...PATIENCE });
  try {
    await transport.sendMail({
      to,
      from: env().MAIL_FROM,
      subject: `Sign in to Mesocycle at ${host}`,
      text: text(url, host),
      html: html(url, host),
    });
  } finally {
    transport.close();
  }
}

function text(url: string, host: string): string {
  return [
    `Somebody, probably you, wants to sign in to Mesocycle at ${host}.`,
    `Open this address within 30 minutes. It works once.`,
    url,
    `If it was not you, do nothing: without the link nobody gets in.`,
  ].join("\n\n");
}

function html(url: string, host: string): string {
  const safeUrl = url.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<!doctype html><html lang="en"><body style="margin:0;background:#f6f4ee;color:#1b1c20;font:16px/1.5 Archivo,Segoe UI,Helvetica,Arial,sans-serif">
<div style="max-width:520px;margin:0 auto;padding:40px 24px">
<p style="font-weight:700;font-size:18px;margin:0 0 24px">Mesocycle</p>
<p>Somebody, probably you, wants to sign in to Mesocycle at ${host}. This link works once, for 30 minutes.</p>
<p style="margin:28px 0"><a href="${safeUrl}" style="background:#1b1c20;color:#fffefa;padding:13px 20px;border-radius:6px;text-decoration:none;font-weight:600">Sign in</a></p>
<p style="color:#56575d">If it was not you, do nothing: without the link nobody gets in.</p>
</div></body></html>`;
}
