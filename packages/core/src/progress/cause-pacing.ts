import { type CauseRule, graded, row, shareOf } from "./cause-window.ts";
import type { Session } from "./read-session.ts";

const MIN_SESSIONS = 3;
const MIN_REPS = 4;
const HOT_START = 0.02;
const FADE = 0.035;

/** Starting too fast and fading, session after session (M122, M124, M37). */
export const pacing: CauseRule = {
  cause: "pacing",
  read(window) {
    const read = window.runs.flatMap((session) => {
      const splits = session.kind === "race" ? raceSplits(session) : session.reps;
      return splits.length >= MIN_REPS && session.kind !== "easy" ? [fadeOf(splits)] : [];
    });
    if (read.length < MIN_SESSIONS) return null;
    const cutShort = shareOf(window.quality, isCutShort);
    const share = shareOf(read, ({ start, fade }) => start >= HOT_START && fade >= FADE);
    const fades = read.map(({ fade }) => fade).sort((a, b) => a - b);
    const evidence = [
      row("sessions with a hot start and a fade", share * 100, "%", 50),
      row("slower from first to last third, median", (fades[fades.length >> 1] ?? 0) * 100, "%", FADE * 100),
    ];
    return { strength: graded(share, 0.3, 0.75) * (0.95 - 0.5 * cutShort), evidence };
  },
  remedy: {
    code: "even-pacing",
    text: "Run the first repetition as the slowest: even splits at current 5 km pace, with longer rest where the fade begins.",
    weeks: 4,
  },
  source: ["M37", "M122", "M124"],
};

/** The laps of a race, but for a short last one. */
function raceSplits(session: Session): Session["reps"] {
  const laps = (session.activity.laps ?? []).flatMap((lap) =>
    lap.durationS && lap.distanceM && lap.kind !== "warmup" && lap.kind !== "cooldown" && lap.kind !== "rest"
      ? [{ durationS: lap.durationS, distanceM: lap.distanceM }]
      : [],
  );
  return laps.filter((lap) => lap.distanceM >= (laps[0]?.distanceM ?? 0) * 0.6);
}

/** Fewer repetitions than the workout's name says: too fast altogether, not badly spread. */
function isCutShort(session: Session): boolean {
  return (
    Number(/^(\d+)x/.exec(session.spec ?? "")?.[1] ?? 0) > session.reps.length && session.reps.length > 0
  );
}

/** How much faster than the middle the first repetition was, and how much the last third fell behind the first. */
function fadeOf(splits: Session["reps"]): { start: number; fade: number } {
  const speeds = splits.map((rep) => rep.distanceM / rep.durationS);
  const third = Math.max(1, Math.floor(speeds.length / 3));
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const all = mean(speeds);
  return {
    start: (speeds[0] ?? all) / all - 1,
    fade: mean(speeds.slice(0, third)) / mean(speeds.slice(-third)) - 1,
  };
}
