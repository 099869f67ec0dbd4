import { createHash } from "node:crypto";
import type { Outgoing } from "@repo/services/outbox";
import nodemailer from "nodemailer";

/** A picture inside a mail, in Base64: it travels with it, so that no server learns who reads. */
type Picture = { cid: string; filename: string; base64: string };

/** Sends over SMTP. The message id comes from the outbox key: the same mail twice is recognised as one. */
export function createMailSender(settings: { smtpUrl: string; from: string }) {
  const transport = nodemailer.createTransport(settings.smtpUrl, { from: settings.from });
  return {
    async send({ key, payload }: Outgoing): Promise<void> {
      const { to, subject, text, html, pictures, headers } = payload as typeof payload & {
        pictures?: Picture[];
        headers?: Record<string, string>;
      };
      const id = createHash("sha256").update(key).digest("hex").slice(0, 32);
      await transport.sendMail({
        to,
        subject,
        text,
        ...(html === undefined ? {} : { html }),
        messageId: `<${id}@mesocycle>`,
        headers: { "X-Mesocycle-Key": key, ...headers },
        attachments: (pictures ?? []).map(({ cid, filename, base64 }) => ({
          cid,
          filename,
          content: Buffer.from(base64, "base64"),
          contentDisposition: "inline" as const,
        })),
      });
    },
    close: () => transport.close(),
  };
}
