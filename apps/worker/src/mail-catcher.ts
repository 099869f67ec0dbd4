import { createServer } from "node:http";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { type CaughtMail, mailPage, mailsPage } from "./mail-catcher-pages.ts";

/**
 * Development and tests only: accepts every mail on loopback and shows it on a page instead of delivering it.
 * `SMTP_PORT` and `MAIL_PAGE_PORT` say where; `/mails.json` lists the mails, newest first.
 */
const MAX_MAILS = 500;
const MAX_MAIL_BYTES = 20 * 1024 * 1024;

const mails: CaughtMail[] = [];
let lastId = 0;

async function keep(raw: Buffer, recipients: readonly string[]): Promise<void> {
  const mail = await PostalMime.parse(raw);
  lastId += 1;
  const pictures = new Map(
    mail.attachments.map((part) => [
      part.contentId?.replace(/[<>]/g, "") ?? part.filename ?? "",
      `data:${part.mimeType};base64,${Buffer.from(part.content as ArrayBuffer).toString("base64")}`,
    ]),
  );
  mails.unshift({
    id: lastId,
    to: [...recipients],
    from: mail.from?.address ?? "",
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    // The pictures of a mail travel inside it; a browser needs them in place.
    html: mail.html?.replace(/cid:([^"')]+)/g, (whole, id: string) => pictures.get(id) ?? whole) ?? null,
    headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key, value])),
    at: new Date().toISOString(),
  });
  mails.length = Math.min(mails.length, MAX_MAILS);
}

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  size: MAX_MAIL_BYTES,
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      keep(Buffer.concat(chunks), recipients).then(
        () => done(),
        (error: Error) => done(error),
      );
    });
  },
});
smtp.on("error", (error) => process.stderr.write(`mail catcher: ${error.message}\n`));

const pages = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  const send = (status: number, type: string, body: string) => {
    response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
    response.end(body);
  };
  const id = /^\/mails\/(\d+)$/.exec(pathname)?.[1];
  const mail = mails.find((candidate) => candidate.id === Number(id));
  if (pathname === "/") send(200, "text/html; charset=utf-8", mailsPage(mails));
  else if (pathname === "/mails.json") send(200, "application/json", JSON.stringify(mails));
  else if (mail) send(200, "text/html; charset=utf-8", mailPage(mail));
  else send(404, "text/plain", "There is no such mail.");
});

const smtpPort = Number(process.env.SMTP_PORT ?? 1025);
const pagePort = Number(process.env.MAIL_PAGE_PORT ?? 1080);
smtp.listen(smtpPort, "127.0.0.1");
pages.listen(pagePort, "127.0.0.1", () =>
  process.stdout.write(`mail catcher: http://localhost:${pagePort}\n`),
);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    smtp.close();
    pages.close();
    pages.closeAllConnections();
  });
}
