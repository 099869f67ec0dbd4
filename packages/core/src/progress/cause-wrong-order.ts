import { median } from "@repo/core/stats";
import { type CauseRule, type CauseWindow, graded, meanOf, row } from "./cause-window.ts";
import type { Session } from "./read-session.ts";

const MIN_SESSIONS = 3;
/** A long run without a name: an hour or more, the longest of its seven days, and this much longer than the usual run. */
const LONG_S = 3600;
const LONG_SHARE = 1.3;

/** Hard sessions on the day after a long run, another hard one or heavy strength, and worse for it (M72, M97, M120). */
export const wrongOrder: CauseRule = {
  cause: "wrong-order",
  read(window) {
    const spoiled = window.quality.filter((session) => dayBeforeWasHard(session, window));
    if (window.quality.length < MIN_SESSIONS || spoiled.length === 0) return null;
    const share = spoiled.length / window.quality.length;
    const rested = window.quality.filter((session) => !spoiled.includes(session));
    const slower = slowerPct(spoiled, rested, window.score);
    const harder = (rpeOf(spoiled) ?? 0) - (rpeOf(rested) ?? rpeOf(spoiled) ?? 0);
    const evidence = [
      row(
        "hard sessions on the day after a hard day",
        spoiled.length,
        "sessions",
        `of ${window.quality.length}`,
      ),
    ];
    if (slower !== null) evidence.push(row("slower than the same work when rested", slower, "%", 1.5));
    const cost = Math.max(slower === null ? 0 : graded(slower, 0.5, 3), graded(harder, 0.3, 1.2));
    return { strength: graded(share, 0.2, 0.5) * (0.65 + 0.35 * cost), evidence };
  },
  remedy: {
    code: "move-hard-session",
    text: "Put one or two easy days between the long run or heavy strength and the next hard session.",
    weeks: 4,
  },
  source: ["M72", "M97", "M120"],
};

function dayBeforeWasHard(session: Session, window: CauseWindow): boolean {
  return window.sessions.some((other) => {
    if (other.day !== session.day - 1) return false;
    if (other.kind === "quality" || other.kind === "race" || other.kind === "long") return true;
    if (other.run && isLongOfItsWeek(other, window)) return true;
    return other.kind === "strength" && /heavy|squat|deadlift|legs/i.test(other.activity.title ?? "");
  });
}

function isLongOfItsWeek(run: Session, window: CauseWindow): boolean {
  const { durationS } = run.activity;
  const usual = median(window.runs.map((each) => each.activity.durationS)) ?? 0;
  if (durationS < LONG_S || durationS < usual * LONG_SHARE) return false;
  return window.runs.every(
    (each) => Math.abs(each.day - run.day) > 3 || each.activity.durationS <= durationS,
  );
}

/** Percent by which the repetitions after a hard day were slower than those of the same length after an easy one. */
function slowerPct(
  spoiled: readonly Session[],
  rested: readonly Session[],
  score: number | null,
): number | null {
  const byLength = (sessions: readonly Session[], name: string) =>
    median(sessions.flatMap((each) => (lengthOf(each) === name ? (each.repPaceSPerKm ?? []) : [])));
  const gaps = [...new Set(spoiled.map(lengthOf))].flatMap((name) => {
    const [tired, fresh] = [byLength(spoiled, name), byLength(rested, name)];
    return tired !== null && fresh !== null ? [(tired / fresh - 1) * 100] : [];
  });
  return gaps.length > 0 || score === null ? median(gaps) : null;
}

function lengthOf(session: Session): string {
  return session.spec?.replace(/^\d+x/, "") ?? "";
}

function rpeOf(sessions: readonly Session[]): number | null {
  return meanOf(sessions.flatMap((session) => session.activity.rpe ?? []));
}
