export function invitationMail(about: {
  to: string;
  inviter: string;
  organisation: string;
  note: string | null;
  url: string;
  validDays: number;
}) {
  const { to, inviter, organisation, url, validDays } = about;
  const note = about.note ? `\n${inviter} writes:\n\n${about.note}\n` : "";
  return {
    to,
    subject: `${inviter} invites you to ${organisation}`,
    text: `Hello,\n\n${inviter} invites you to ${organisation} on Mesocycle.\n${note}\nThe link shows who would see what before you decide. It works once, for this address, within ${validDays} days:\n\n${url}\n\nIf you do not know ${inviter}, do nothing.\n`,
  };
}
