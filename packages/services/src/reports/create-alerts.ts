import { addDays, localDay } from "@repo/core/calendar";
import { inUnits } from "@repo/core/units";
import type { Db } from "@repo/db";
import { inTransaction } from "@repo/db/internal";
import { insertMail, listUrgentWarnings, type UrgentWarning } from "@repo/db/queries";
import { dayWords, sayWarning } from "@repo/services/warnings";

/** What should not wait for the morning. */
const URGENT = ["pain", "illness"];

/**
 * Tells coaches to whom an athlete shows health, at once and by a short mail, that pain or illness was reported. A
 * warning counts on the athlete's day that it opened and the day after (the night judges the day that ended); it is
 * told once, also when it is judged anew.
 */
export async function createAlerts(
  night: Db,
  options: { now: Date; appUrl: string },
): Promise<{ created: number }> {
  const { now, appUrl } = options;
  const from = addDays(localDay(now, "UTC"), -2);
  return await inTransaction(night, async (db) => {
    const urgent = await listUrgentWarnings(db, { kinds: URGENT, from, now });
    const fresh = urgent.filter(
      (warning) => warning.openedOn >= addDays(localDay(now, warning.timeZone), -1),
    );
    for (const warning of fresh) {
      await insertMail(db, {
        dedupeKey: `alert:${warning.athleteId}:${warning.kind}:${warning.openedOn}:${warning.coachId}`,
        userId: warning.coachId,
        payload: alertMail(warning, appUrl),
      });
    }
    return { created: fresh.length };
  });
}

/** The subject says no more than a lock screen may show. Whoever is shown health alone has no page to open. */
function alertMail(warning: UrgentWarning, appUrl: string) {
  const { athleteName, athleteId, coachEmail, remedy, units, showsTraining } = warning;
  const { title, story } = sayWarning(warning, units);
  const help = (remedy as { text?: string } | null)?.text;
  const parts = [
    `${athleteName}: ${title}`,
    `${story} Since ${dayWords(warning.openedOn)}.`.trim(),
    ...(help ? [`What helps: ${inUnits(help, units)}`] : []),
    ...(showsTraining ? [`${appUrl}/athletes/${athleteId}`] : []),
    showsTraining
      ? `You get this because ${athleteName} shows you health. It comes once; the morning report keeps it.`
      : `You get this because ${athleteName} shows you health. It comes once: without training, which ${athleteName} does not show you, nothing of it stands on the site.`,
  ];
  return {
    to: coachEmail,
    subject: `${athleteName} needs you today`,
    text: `${parts.join("\n\n")}\n`,
  };
}
