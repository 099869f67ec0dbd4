import { createHash } from "node:crypto";
import { addDays, localDay } from "@repo/core/calendar";
import type { Db } from "@repo/db";
import { inTransaction } from "@repo/db/internal";
import { insertMail, listUrgentWarnings, type UrgentWarning } from "@repo/db/queries";
import { alertMail, type RenderAlert } from "./alert-mail.ts";

/** What should not wait for the morning. */
const URGENT = ["pain", "illness"];
const GRAVITY = { info: 0, warn: 1, error: 2 } as const;

/**
 * Tells coaches to whom an athlete shows health, at once and by a short mail, that pain or illness was reported. A
 * warning counts on the athlete's day that it opened and the day after (the night judges the day that ended). It is told
 * once, also when it is judged anew, and once more when it becomes graver or is of another place than what was told.
 */
export async function createAlerts(
  night: Db,
  options: { now: Date; appUrl: string; renderAlert: RenderAlert },
): Promise<{ created: number }> {
  const { now } = options;
  const from = addDays(localDay(now, "UTC"), -2);
  return await inTransaction(night, async (db) => {
    const urgent = await listUrgentWarnings(db, { kinds: URGENT, from, now });
    const news = urgent.filter((warning) => isNews(warning, addDays(localDay(now, warning.timeZone), -1)));
    for (const warning of news) {
      await insertMail(db, {
        dedupeKey: keyOf(warning),
        userId: warning.coachId,
        payload: alertMail(warning, { ...options, isGraver: toldOf(warning).length > 0 }),
      });
    }
    return { created: news.length };
  });
}

function isNews(warning: UrgentWarning, yesterday: string): boolean {
  const told = toldOf(warning);
  if (told.length === 0) return !warning.isHandled && warning.openedOn >= yesterday;
  if (warning.lastSeenOn < yesterday) return false;
  const [now, worst] = [GRAVITY[warning.severity], Math.max(...told.map(({ gravity }) => gravity))];
  const what = whatOf(warning);
  return now > worst || (now === worst && what !== null && told.every((each) => each.what !== what));
}

/** What the coach was told of this spell: of this warning, or of the kind in the last three days. */
function toldOf({ told, openedOn }: UrgentWarning): { gravity: number; what: string | null }[] {
  return told.flatMap(({ key, isRecent }) => {
    const [, , , day, severity, what] = key.split(":");
    if (!isRecent && day !== openedOn) return [];
    return [{ gravity: GRAVITY[severity as keyof typeof GRAVITY] ?? Infinity, what: what ?? null }];
  });
}

/** Says what of a spell a mail told; the words themselves do not stand in a key. */
function keyOf(warning: UrgentWarning): string {
  const { athleteId, kind, openedOn, severity, coachId } = warning;
  return ["alert", athleteId, kind, openedOn, severity, whatOf(warning) ?? "", coachId].join(":");
}

/**
 * A mark of what it is about: where it hurts, and of illness which signs. Null for pain whose place nobody named: that
 * adds nothing to what was told.
 */
function whatOf({ kind, title, evidence }: UrgentWarning): string | null {
  const hasLevel = /\d/.test(title);
  if (kind === "pain" && !hasLevel) return null;
  // What a note says word for word changes with every note.
  const signs = evidence.filter(({ value }) => typeof value !== "string").map(({ label }) => label);
  const said = kind === "pain" ? title.replace(/\d+/g, "") : signs.join();
  return createHash("sha256").update(said).digest("hex").slice(0, 12);
}
