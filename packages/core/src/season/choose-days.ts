/** What a day of a week is for. `fast` and `steady` are the two quality days; in the base phase they hold hill sprints and strides. */
export type DayRole = "race" | "long" | "fast" | "steady" | "easy";

export type DayQuestion = {
  /** Whether something may be planned on the day, Monday first. */
  available: readonly boolean[];
  /** Days of races. */
  raceDays: readonly number[];
  /** Days on which nothing hard may stand: next to a race or to a hard day of the week before. */
  blocked: readonly boolean[];
  /** Days right before or after a race, of this week or its neighbours. */
  besideRace: readonly boolean[];
  runs: number;
  qualityDays: number;
  wantsLong: boolean;
  /** Weekday of the goal race the week leads to; null in every other week. */
  goalDay?: number | null;
  /** Preferred day of the long run, 0 for Monday. */
  longDay: number;
};

const LONG_ORDER = [6, 5, 3, 2, 4, 1, 0] as const;
const EASY_ORDER = [3, 2, 4, 5, 1, 6, 0] as const;
/** Days before a goal race in the order in which they are run on: two days before it is the day to rest. */
const BEFORE_GOAL = [3, 1, 4, 6, 5, 2] as const;
/** The last fast session stands this many days before a goal race where it can (M128). */
const SHARPENER_DAYS = 5;

/** Distance between two weekdays when every week looks alike. */
function weekGap(a: number, b: number): number {
  const gap = Math.abs(a - b);
  return Math.min(gap, 7 - gap);
}

function chooseLong(question: DayQuestion): number | null {
  if (!question.wantsLong) return null;
  const { available, raceDays, blocked } = question;
  const fits = (day: number) =>
    available[day] === true && !blocked[day] && raceDays.every((race) => Math.abs(race - day) > 1);
  if (fits(question.longDay)) return question.longDay;
  // Not beside the next week's long run, far from the race and from the long run before it, then in the usual order.
  const room = (day: number) =>
    (weekGap(day, question.longDay) < 2 ? -10 : 0) +
    Math.min(4, ...raceDays.map((race) => Math.abs(race - day))) +
    Math.min(3, (day - question.longDay + 7) % 7);
  const other = LONG_ORDER.filter(fits).sort((a, b) => room(b) - room(a))[0];
  if (other !== undefined) return other;
  // Better an easy long run next to a hard day than none; beside a race there is none.
  const last = [question.longDay, ...LONG_ORDER].find((day) => available[day] && !question.besideRace[day]);
  return raceDays.length > 0 ? null : (last ?? null);
}

function qualityCandidates(question: DayQuestion, long: number | null): number[] {
  const candidates: number[] = [];
  for (let day = 0; day < 7; day++) {
    if (!question.available[day] || question.blocked[day] || day === long) continue;
    if (question.raceDays.some((race) => Math.abs(race - day) < 2)) continue;
    if (long !== null && weekGap(day, long) < 2) continue;
    candidates.push(day);
  }
  return candidates;
}

/** The pair that leaves most room between hard days; of equals, the one that leaves most before the long run (M72). */
function bestPair(candidates: readonly number[], long: number | null): [number, number] | null {
  let best: [number, number] | null = null;
  let bestScore = -1;
  for (const a of candidates) {
    for (const b of candidates) {
      if (b <= a || weekGap(a, b) < 2) continue;
      const least = Math.min(weekGap(a, b), long === null ? 7 : Math.min(weekGap(a, long), weekGap(b, long)));
      const beforeLong = long === null ? 0 : (long - b + 7) % 7;
      const score = least * 100 + beforeLong * 10 + (7 - a);
      if (score > bestScore) {
        bestScore = score;
        best = [a, b];
      }
    }
  }
  return best;
}

function bestSingle(
  candidates: readonly number[],
  long: number | null,
  goalDay: number | null,
): number | null {
  if (long === null && goalDay !== null && goalDay >= 4) {
    const off = (day: number) => Math.abs(goalDay - SHARPENER_DAYS - day);
    return [...candidates].filter((day) => day < goalDay).sort((a, b) => off(a) - off(b))[0] ?? null;
  }
  // One session keeps to a day that two would have: athletes like their Tuesdays.
  const pair = long === null ? null : bestPair(candidates, long);
  if (pair) return pair[0];
  let best: number | null = null;
  let bestGap = -1;
  for (const day of candidates) {
    const gap = long === null ? 7 - Math.abs(day - 2) : weekGap(day, long);
    if (gap > bestGap) {
      bestGap = gap;
      best = day;
    }
  }
  return best;
}

function placeQuality(
  roles: (DayRole | null)[],
  question: DayQuestion,
  long: number | null,
  room: number,
): number {
  const wanted = Math.min(question.qualityDays, room);
  if (wanted <= 0) return 0;
  const candidates = qualityCandidates(question, long);
  const pair = wanted >= 2 ? bestPair(candidates, long) : null;
  if (pair) {
    roles[pair[0]] = "fast";
    roles[pair[1]] = "steady";
    return 2;
  }
  const single = bestSingle(candidates, long, question.goalDay ?? null);
  if (single === null) return 0;
  roles[single] = "fast";
  return 1;
}

/** Days in a row with something on them, around a day, when every week looks alike. */
function streakWith(roles: readonly (DayRole | null)[], day: number): number {
  let streak = 1;
  for (let at = 1; at < 7 && roles[(day + at) % 7]; at++) streak += 1;
  for (let at = 1; at < 7 && roles[(day - at + 7) % 7]; at++) streak += 1;
  return Math.min(7, streak);
}

/**
 * Easy days go where most room is left, in short rows of days; the day after the long run comes last, the day the
 * articles rest on (M77).
 */
function placeEasy(
  roles: (DayRole | null)[],
  available: readonly boolean[],
  count: number,
  goalDay: number | null,
  long: number | null,
): void {
  if (goalDay !== null && goalDay >= 4) {
    const open = BEFORE_GOAL.map((ahead) => goalDay - ahead).filter((day) => available[day] && !roles[day]);
    for (const day of open.slice(0, count)) roles[day] = "easy";
    count -= Math.min(count, open.length);
  }
  const restDay = ((long ?? 6) + 1) % 7;
  for (let left = count; left > 0; left--) {
    let best = -1;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const day of EASY_ORDER) {
      if (!available[day] || roles[day]) continue;
      let gap = 7;
      for (let other = 0; other < 7; other++) if (roles[other]) gap = Math.min(gap, weekGap(day, other));
      if (gap * 10 <= bestScore) continue;
      const score = gap * 10 - streakWith(roles, day) - (day === restDay ? 2 : 0);
      if (score > bestScore) {
        bestScore = score;
        best = day;
      }
    }
    if (best < 0) return;
    roles[best] = "easy";
  }
}

/**
 * Lays a week's runs on its days (M70–M78): long run on its day, quality days never next to each other, to the long
 * run or to a race, easy days between. Races count as runs. Fewer runs come back where the days do not suffice.
 */
export function chooseDays(question: DayQuestion): (DayRole | null)[] {
  const roles: (DayRole | null)[] = [null, null, null, null, null, null, null];
  for (const day of question.raceDays) roles[day] = "race";
  let left = question.runs - question.raceDays.length;
  const long = left > 0 ? chooseLong(question) : null;
  if (long !== null) {
    roles[long] = "long";
    left -= 1;
  }
  left -= placeQuality(roles, question, long, left);
  placeEasy(roles, question.available, left, question.goalDay ?? null, long);
  return roles;
}
