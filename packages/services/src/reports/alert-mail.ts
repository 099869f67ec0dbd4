import { inUnits } from "@repo/core/units";
import type { MailPayload, UrgentWarning } from "@repo/db/queries";
import { dayWords, sayWarning } from "@repo/services/warnings";

/** What an alert tells of: enough to make it anew at the moment it is sent. */
export type AlertOf = { athleteId: string; kind: string; coachId: string; isGraver: boolean };

/** What an alert says, before it has a form: text part and HTML part are made from it. */
export type AlertWords = {
  title: string;
  lines: string[];
  remedy: string | null;
  /** Where to go on; null where the coach is shown no page of the athlete. */
  url: string | null;
  /** Why it came, and how it ends. */
  reason: string;
};

/** Makes the HTML part of an alert. */
export type RenderAlert = (words: AlertWords) => string;

/** The subject says no more than a lock screen may show. Whoever is shown health alone has no page to open. */
export function alertMail(
  warning: UrgentWarning,
  of: { appUrl: string; isGraver: boolean; renderAlert: RenderAlert },
): MailPayload {
  const { athleteName, athleteId, coachId, coachEmail, kind } = warning;
  const words = wordsOf(warning, of);
  const alert: AlertOf = { athleteId, kind, coachId, isGraver: of.isGraver };
  const { title, lines, remedy, url, reason } = words;
  const parts = [title, ...lines, remedy, url, reason].filter((part) => part !== null);
  return {
    to: coachEmail,
    subject: `${athleteName} needs you today`,
    text: `${parts.join("\n\n")}\n`,
    html: of.renderAlert(words),
    alert,
  };
}

function wordsOf(
  warning: UrgentWarning,
  { appUrl, isGraver }: { appUrl: string; isGraver: boolean },
): AlertWords {
  const { athleteName, athleteId, remedy, units, showsTraining } = warning;
  const { title, story } = sayWarning(warning, units);
  const help = (remedy as { text?: string } | null)?.text;
  return {
    title: `${athleteName}: ${title}`,
    lines: [
      `${story} Since ${dayWords(warning.openedOn)}.`.trim(),
      ...(isGraver ? ["You were mailed about this before. It is graver now, or somewhere else."] : []),
    ],
    remedy: help ? `What helps: ${inUnits(help, units)}` : null,
    url: showsTraining ? `${appUrl}/athletes/${athleteId}` : null,
    reason: `You get this because ${athleteName} shows you health. ${onceWords(warning)} Nobody can switch it off alone, since nobody else may be told: it ends when ${athleteName} shows you health no more.`,
  };
}

function onceWords({ athleteName, showsTraining }: UrgentWarning): string {
  return showsTraining
    ? "It comes once, and again only if it gets worse; the morning report keeps it."
    : `It comes once, and again only if it gets worse: without training, which ${athleteName} does not show you, nothing of it stands on the site.`;
}
