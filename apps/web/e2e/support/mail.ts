import { expect } from "@playwright/test";

type Mail = { to: string[]; subject: string; text: string; html: string; headers: Record<string, string> };

/** Waits for a mail to an address whose subject matches, newest first. */
export async function waitForMail(to: string, subject: RegExp): Promise<Mail> {
  let found: Mail | undefined;
  await expect(async () => {
    found = (await listMails()).find((mail) => mail.to.includes(to) && subject.test(mail.subject));
    expect(found, `a mail to ${to} about ${subject}`).toBeDefined();
  }).toPass({ timeout: 20_000 });
  return found as Mail;
}

/** The first address of this server in a mail's text. */
export function linkIn(mail: Mail): string {
  const link = mail.text.match(/https?:\/\/\S+/)?.[0];
  if (!link) throw new Error(`no link in the mail "${mail.subject}"`);
  return link;
}

async function listMails(): Promise<Mail[]> {
  const response = await fetch(new URL("/mails.json", process.env.E2E_MAIL_URL));
  return (await response.json()) as Mail[];
}
