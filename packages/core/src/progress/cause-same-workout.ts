import { median } from "@repo/core/stats";
import { type CauseRule, graded, row } from "./cause-window.ts";
import type { Session } from "./read-session.ts";

/** Quality sessions in eight weeks below which nothing can be called a repetition. */
const MIN_QUALITY = 4;
/** Paces this close count as the same (science.md §6.6). */
const SAME_PACE_SHARE = 0.02;
const STALE_SHARE = 0.6;
/** Two months of the same are past the four weeks that M35 gives a workout. */
const REACH_DAYS = 56;

/** The same repetitions at the same pace, week after week: what was a stimulus is now a habit (M35, M123). */
export const sameWorkout: CauseRule = {
  cause: "same-workout",
  read(window) {
    const quality = window.quality;
    if (quality.length < MIN_QUALITY) return null;
    const { name, sessions } = mostRepeated(quality);
    const share = sessions.length / quality.length;
    const evidence = [
      row(`sessions of "${name}"`, sessions.length, "sessions", `of ${quality.length} hard sessions`),
      row("share of hard sessions", share * 100, "%", STALE_SHARE * 100),
      row("days looked at", Math.min(REACH_DAYS, window.to - window.from + 1), "days"),
    ];
    return { strength: sessions.length < MIN_QUALITY ? 0 : graded(share, 0.45, 0.8), evidence };
  },
  remedy: {
    code: "change-one-variable",
    text: "Replace the repeated workout: change one of repetitions, length, pace, rest or terrain, and keep it for about four weeks.",
    weeks: 6,
  },
  source: ["M35", "M44", "M123"],
};

/** The largest group of sessions with the same name whose paces, where known, agree. */
function mostRepeated(quality: readonly Session[]): { name: string; sessions: Session[] } {
  const groups = new Map<string, Session[]>();
  for (const session of quality) {
    const name = nameOf(session);
    groups.set(name, [...(groups.get(name) ?? []), session]);
  }
  let best = { name: "", sessions: [] as Session[] };
  for (const [name, sessions] of groups) {
    const same = samePace(sessions);
    if (same.length > best.sessions.length) best = { name, sessions: same };
  }
  return best;
}

/** The spec of the repetitions; else a title with numbers; else title and distance. Without any it is like no other. */
function nameOf(session: Session): string {
  if (session.spec) return session.spec;
  const title = (session.activity.title ?? "").toLowerCase().trim();
  if (/\d/.test(title)) return title;
  const km = Math.round(session.distanceM / 1000);
  return km > 0 ? `${title} ${km} km`.trim() : session.activity.id;
}

function samePace(sessions: Session[]): Session[] {
  const usual = median(sessions.flatMap((session) => session.repPaceSPerKm ?? []));
  if (usual === null) return sessions;
  return sessions.filter((session) => {
    const pace = session.repPaceSPerKm;
    return pace === null || Math.abs(pace / usual - 1) <= SAME_PACE_SHARE;
  });
}
