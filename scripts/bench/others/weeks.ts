// The weeks of the other simulation: minutes by effort, with life in between. A cause changes the week from its onset on.
import type { PlateauCause } from "../../../packages/core/src/progress/index.ts";
import type { Prng } from "../../../packages/core/src/simulation/index.ts";
import type { Person } from "./person.ts";

export type OtherStory = "improving" | "injured" | PlateauCause;

export type Session = {
  weekday: number;
  kind: "easy" | "long" | "quality" | "strength";
  minutes: number;
  /** Repetitions of a quality session: metres or seconds, and their speed as a share of the hour's speed. */
  reps?: { count: number; metres?: number; seconds?: number; share: number; name: string };
};

const SESSIONS = [
  { count: 6, metres: 800, share: 1.09, name: "6x800" },
  { count: 5, metres: 1000, share: 1.07, name: "5 x 1k" },
  { count: 10, metres: 400, share: 1.13, name: "10*400m" },
  { count: 3, seconds: 600, share: 1, name: "3x10min threshold" },
  { count: 4, metres: 1200, share: 1.06, name: "4 × 1200 m" },
  { count: 8, seconds: 90, share: 1.1, name: "8 x 90s hills" },
  { count: 12, seconds: 60, share: 1.12, name: "12x1min fartlek" },
] as const;

export type Turn = { story: OtherStory; hasSetIn: boolean; weeksSince: number; week: number; style: number };

/** Share of the usual minutes this week holds. */
function volumeOf(turn: Turn, random: Prng): number {
  const { story, hasSetIn, weeksSince, week, style } = turn;
  if (story === "no-cutback" && hasSetIn) return 1.04 + random.normal(0, 0.03);
  // Three weeks of work and one of less, but life moves it about; a fortnight off twice a year.
  const light = (week + style) % 4 === 3 ? random.between(0.68, 0.82) : 1;
  const off = story !== "no-recovery-phase" && (week + style * 3) % 26 >= 24 ? 0.4 : 1;
  const disturbed = random.chance(0.07) ? random.between(0.35, 0.7) : 1;
  const share =
    Math.max(story === "no-recovery-phase" ? 0.75 : 0, light * off * disturbed) + random.normal(0, 0.06);
  if (!hasSetIn) return share;
  if (story === "overcooked") return (off < 1 ? 1 : share) * Math.min(1.55, 1.12 + 0.1 * weeksSince);
  if (story === "low-mileage") return share * Math.max(0.38, 1 - 0.25 * (weeksSince + 1));
  return share;
}

/** The sessions of one week. */
export function weekOf(person: Person, turn: Turn, random: Prng): Session[] {
  const { story, hasSetIn, style, week } = turn;
  const is = (cause: OtherStory) => hasSetIn && story === cause;
  const minutes = person.minutes * volumeOf(turn, random);
  const resting = minutes < 0.5 * person.minutes && !is("low-mileage");
  const sessions: Session[] = [];
  const qualityDays = is("wrong-order")
    ? person.qualityDays.map((day, at) => (at === 0 ? (person.longDay + 1) % 7 : day))
    : person.qualityDays;
  if (!is("no-speed-work") && !resting) {
    for (const [slot, weekday] of qualityDays.entries()) {
      const block = is("same-workout")
        ? style
        : style + slot * 2 + Math.floor(week / random.pick([2, 3, 3] as const));
      const reps = SESSIONS[block % SESSIONS.length] ?? SESSIONS[0];
      const count = is("same-workout") ? reps.count : Math.max(2, reps.count + random.integer(-1, 1));
      sessions.push({
        weekday,
        kind: "quality",
        minutes: 52,
        reps: { ...reps, count, name: reps.name.replace(/^\d+/, String(count)) },
      });
    }
  }
  const long = Math.max(55, minutes * random.between(0.29, 0.36));
  if (!is("no-long-run"))
    sessions.push({
      weekday: person.longDay,
      kind: "long",
      minutes: is("low-mileage") ? minutes * 0.4 : long,
    });
  const left = minutes - sessions.reduce((sum, each) => sum + each.minutes, 0);
  const free = [0, 1, 2, 3, 4, 5, 6].filter((day) => !sessions.some((each) => each.weekday === day));
  const extra = is("overcooked") ? 2 : is("no-long-run") ? 1 : 0;
  const wanted = Math.max(
    1,
    Math.min(free.length, (is("low-mileage") ? 3 : person.runs) + extra - sessions.length),
  );
  const order = free.map((day) => ({ day, at: random.next() })).sort((a, b) => a.at - b.at);
  for (const { day } of order.slice(0, wanted)) {
    const each = Math.max(20, left / wanted) * random.between(0.85, 1.15);
    sessions.push({
      weekday: day,
      kind: "easy",
      minutes: is("no-long-run") ? Math.min(50, each) : Math.min(85, each),
    });
  }
  if (!is("no-strength"))
    for (let count = 0; count < person.strength; count++)
      sessions.push({ weekday: (2 + 3 * count) % 7, kind: "strength", minutes: 35 });
  return sessions.filter(
    (each) =>
      !random.chance(is("overcooked") || is("no-cutback") ? 0.02 : person.skips) || each.kind === "quality",
  );
}
