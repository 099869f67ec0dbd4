import { inUnits } from "@repo/core/units";
import type { MailPayload, UrgentWarning } from "@repo/db/queries";
import { dayWords, sayWarning } from "@repo/services/warnings";

/** What an alert tells of: enough to make it anew at the moment it is sent. */
export type AlertOf = { athleteId: string; kind: string; coachId: string; isGraver: boolean };

/** The subject says no more than a lock screen may show. Whoever is shown health alone has no page to open. */
export function alertMail(
  warning: UrgentWarning,
  { appUrl, isGraver }: { appUrl: string; isGraver: boolean },
): MailPayload {
  const { athleteName, athleteId, coachId, coachEmail, kind, remedy, units, showsTraining } = warning;
  const { title, story } = sayWarning(warning, units);
  const help = (remedy as { text?: string } | null)?.text;
  const parts = [
    `${athleteName}: ${title}`,
    `${story} Since ${dayWords(warning.openedOn)}.`.trim(),
    ...(isGraver ? ["You were mailed about this before. It is graver now, or somewhere else."] : []),
    ...(help ? [`What helps: ${inUnits(help, units)}`] : []),
    ...(showsTraining ? [`${appUrl}/athletes/${athleteId}`] : []),
    `You get this because ${athleteName} shows you health. ${onceWords(warning)}`,
  ];
  const alert: AlertOf = { athleteId, kind, coachId, isGraver };
  return {
    to: coachEmail,
    subject: `${athleteName} needs you today`,
    text: `${parts.join("\n\n")}\n`,
    alert,
  };
}

function onceWords({ athleteName, showsTraining }: UrgentWarning): string {
  return showsTraining
    ? "It comes once, and again only if it gets worse; the morning report keeps it."
    : `It comes once, and again only if it gets worse: without training, which ${athleteName} does not show you, nothing of it stands on the site.`;
}
