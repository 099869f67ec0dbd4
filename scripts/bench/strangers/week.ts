// What the strangers do in a week, before life comes between.
import type { Dice } from "./dice.ts";
import type { Stranger, StrangerStory } from "./person.ts";

export type Reps = { count: number; metres: number; seconds: number; share: number };
export type Outing = {
  weekday: number;
  kind: "easy" | "long" | "quality" | "strength";
  minutes: number;
  reps: Reps | null;
};

type WeekOf = {
  stranger: Stranger;
  week: number;
  /** The habit is lived this week. */
  lived: boolean;
  /** Weeks since progress ended; below 0 before. */
  since: number;
};

/** Repetitions in metres or minutes, and their speed as a share of the speed over an hour. */
const MENU: readonly Reps[] = [
  { count: 6, metres: 800, seconds: 0, share: 1.09 },
  { count: 10, metres: 400, seconds: 0, share: 1.13 },
  { count: 5, metres: 1000, seconds: 0, share: 1.07 },
  { count: 3, metres: 0, seconds: 600, share: 1 },
  { count: 8, metres: 0, seconds: 120, share: 1.09 },
  { count: 4, metres: 1600, seconds: 0, share: 1.04 },
  { count: 12, metres: 200, seconds: 0, share: 1.17 },
  { count: 2, metres: 0, seconds: 1200, share: 0.985 },
];

/** Minutes of the week as a share of the usual. */
function shareOfWeek({ stranger, week, lived, since }: WeekOf, random: Dice): number {
  const { story, rhythm } = stranger;
  const every = rhythm + 1;
  if (story === "no-cutback" && lived) return 1 + random.normal(0.04);
  const scatter = random.normal(0.07);
  const relief = week % every === rhythm ? 0.74 : 1;
  const away = isBreak(stranger, week, since) ? 0.45 : 1;
  let share = Math.min(relief, away) + scatter;
  if (lived && story === "overcooked") share = Math.min(1.7, 1.14 + 0.11 * since) + random.normal(0.05);
  if (lived && story === "low-mileage") share *= stranger.always ? 1 : Math.max(0.45, 1 - 0.2 * (since + 1));
  return Math.max(0.2, share);
}

/** Ten or eleven easy days twice a year, until that is what is missing. */
function isBreak({ story, shift }: Stranger, week: number, since: number): boolean {
  if (story === "no-recovery-phase" && since > -34) return false;
  return (week + shift * 3) % 25 >= 23;
}

export function weekOf(of: WeekOf, random: Dice): Outing[] {
  const { stranger, week, lived, since } = of;
  const is = (story: StrangerStory) => lived && stranger.story === story;
  const share = shareOfWeek(of, random);
  const base = stranger.always && stranger.story === "low-mileage" ? 0.5 : 1;
  const minutes = stranger.hours * 60 * base * share;
  const light = isBreak(stranger, week, since) && !is("overcooked") && !is("no-cutback");
  const outings: Outing[] = [];
  const longDay = (6 + stranger.shift) % 7;
  const hardDays = hardDaysOf(stranger, is("wrong-order"), longDay);
  if (!light && !is("no-speed-work"))
    hardDays.forEach((weekday, slot) => {
      const reps = repsOf(of, slot, random);
      outings.push({ weekday, kind: "quality", minutes: Math.min(65, 45 + minutes / 20), reps });
    });
  if (!is("no-long-run")) {
    const low = is("low-mileage");
    outings.push({
      weekday: longDay,
      kind: "long",
      minutes: Math.max(low ? 40 : 62, minutes * (stranger.runs <= 3 ? 0.42 : 0.32)),
      reps: null,
    });
  }
  const left = minutes - outings.reduce((sum, each) => sum + each.minutes, 0);
  const fewer = is("low-mileage") && !stranger.always ? 1 : 0;
  const extra = is("overcooked") ? Math.min(2, 1 + since) : 0;
  const wanted = Math.max(1, stranger.runs - fewer + extra - outings.length);
  const free = [1, 3, 5, 0, 4, 2, 6]
    .map((day) => (day + stranger.shift) % 7)
    .filter((day) => outings.every((each) => each.weekday !== day));
  for (const weekday of free.slice(0, wanted)) {
    const each = Math.max(22, left / wanted) * random.between(0.88, 1.12);
    outings.push({ weekday, kind: "easy", minutes: Math.min(is("no-long-run") ? 55 : 80, each), reps: null });
  }
  const lifts = is("no-strength") ? 0 : stranger.strength;
  for (let at = 0; at < lifts; at++)
    outings.push({ weekday: (at * 3 + 1 + stranger.shift) % 7, kind: "strength", minutes: 40, reps: null });
  const skips = is("overcooked") ? 0.02 : 0.07;
  return outings.filter(() => !random.chance(skips));
}

function hardDaysOf({ quality, shift }: Stranger, spoiled: boolean, longDay: number): number[] {
  const days = quality === 2 ? [(1 + shift) % 7, (3 + shift) % 7] : [(2 + shift) % 7];
  return spoiled ? [(longDay + 1) % 7, ...days.slice(1)] : days;
}

function repsOf({ stranger, week, lived }: WeekOf, slot: number, random: Dice): Reps {
  if (lived && stranger.story === "same-workout") return MENU[stranger.shift] ?? (MENU[0] as Reps);
  const block = Math.floor(week / 4) + slot * 3 + stranger.shift;
  const reps = MENU[block % MENU.length] ?? (MENU[0] as Reps);
  // Within a block of four weeks the repetitions grow by one now and then.
  const more = reps.count > 3 ? Math.min(2, Math.floor((week % 4) / 2)) : 0;
  return { ...reps, count: reps.count + more + (random.chance(0.1) ? -1 : 0) };
}
