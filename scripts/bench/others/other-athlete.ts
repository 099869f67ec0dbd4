// A second simulation of athletes with a known story, made to be unlike packages/core/src/simulation: fitness climbs to
// a ceiling instead of along a line, noise has heavy tails and days hang together, weeks are disturbed, seasons are warm
// and cold, sessions are called and lapped as people and watches do. No limit is fitted to it; it only measures.
import { addDays, daysBetween, type IsoDate } from "../../../packages/core/src/calendar/index.ts";
import type { AthleteHistory } from "../../../packages/core/src/history/index.ts";
import { type Prng, prng } from "../../../packages/core/src/simulation/index.ts";
import type { CheckIn } from "../../../packages/core/src/wellness/index.ts";
import { activityOf } from "./activities.ts";
import { type Body, heavy, live, newBody, overload, speedToday } from "./body.ts";
import { newPerson, type Person } from "./person.ts";
import { type OtherStory, type Session, weekOf } from "./weeks.ts";

export type OtherRequest = {
  seed: number;
  from: IsoDate;
  to: IsoDate;
  onset: IsoDate;
  story: OtherStory;
  needs?: Partial<Person["recording"]>;
};

const FLAT: readonly OtherStory[] = ["improving", "injured"];
const RACES = [5000, 5000, 5000, 10_000, 3000, 21_097.5] as const;

/** The same request gives the same history. `truth` is the speed of each day, without fatigue. */
export function otherAthlete({ seed, from, to, onset, story, needs = {} }: OtherRequest): {
  history: AthleteHistory;
  truth: number[];
} {
  const random = prng(seed ^ 0x51ed27);
  const person = newPerson(random, needs);
  if (story === "no-strength") person.strength = Math.max(1, person.strength);
  if (story === "no-long-run" || story === "overcooked") person.runs = Math.max(4, person.runs);
  const body = newBody(random, (person.minutes / 7) * 0.65);
  const style = random.integer(0, 25);
  const history: AthleteHistory = {
    format: "mesocycle/athlete-history",
    version: 1,
    athlete: {
      sex: person.sex,
      ...(person.recording.thresholds ? { maxHr: person.maxHr, restingHr: person.restingHr } : {}),
    },
    activities: [],
    wellness: [],
    results: [],
  };
  let week: Session[] = [];
  let hardYesterday = false;
  const truth: number[] = [];
  const days = daysBetween(from, to);
  for (let day = 0; day <= days; day++) {
    const date = addDays(from, day);
    const since = daysBetween(onset, date);
    const cause = since >= 0 ? story : null;
    if (day % 7 === 0)
      week = weekOf(
        person,
        { story, hasSetIn: since >= 0, weeksSince: Math.floor(since / 7), week: day / 7, style },
        random,
      );
    const celsius =
      (cause === "conditions" ? 28 : 9 + 9 * Math.sin((2 * Math.PI * (day + style * 14)) / 365)) +
      random.normal(0, 4);
    const away = story === "injured" && since >= 0 && since < 40;
    let load = 0;
    let hardToday = false;
    for (const session of away ? [] : week.filter((each) => each.weekday === day % 7)) {
      const done = activityOf(session, {
        date,
        body,
        person,
        random,
        celsius,
        cause,
        dayAfterHard: hardYesterday,
      });
      if (history.activities.some((each) => each.id === done.activity.id)) continue;
      history.activities.push(done.activity);
      load += done.load;
      hardToday ||= session.kind === "long" || session.kind === "quality";
    }
    if (!away && (day + style) % person.raceEveryDays === 0)
      raceOn(history, { date, body, person, random, celsius, cause });
    if (random.chance(person.recording.mornings))
      history.wellness.push(morning(date, body, person, cause, random));
    live(body, { load, burden: burdenOf(cause), grows: cause === null || FLAT.includes(story) }, random);
    hardYesterday = hardToday;
    truth.push(body.fitness);
  }
  return { history, truth };
}

function burdenOf(cause: OtherStory | null): number {
  return (
    {
      "under-fuelled": 0.8,
      "life-stress": 0.7,
      "no-cutback": 0.5,
      "no-recovery-phase": 0.4,
      overcooked: 0.6,
    }[cause as string] ?? 0
  );
}

type RaceDay = {
  date: IsoDate;
  body: Body;
  person: Person;
  random: Prng;
  celsius: number;
  cause: OtherStory | null;
};

function raceOn(history: AthleteHistory, { date, body, person, random, celsius, cause }: RaceDay): void {
  const distanceM = random.pick(RACES);
  const hours = 3600 * speedToday(body);
  const even = 3600 * (distanceM / hours) ** person.exponent;
  const tame = random.chance(person.allOut) ? 0 : random.between(0.015, 0.05);
  const heat = Math.max(0, celsius - 16) * 0.0022;
  const badly = cause === "pacing" ? 0.012 : 0;
  const noise = heavy(random, distanceM > 12_000 ? 0.022 : 0.012);
  const timeS = Math.round(even * (1 + tame + heat + badly + noise));
  const kind = distanceM === 5000 && random.chance(0.3) ? ("time-trial" as const) : ("race" as const);
  const temperature = random.chance(0.7) ? { temperatureC: Math.round(celsius) } : {};
  if (person.recording.resultsAs === "results")
    history.results.push({ date, kind, distanceM, timeS, ...temperature });
  if (person.recording.resultsAs === "none") return;
  const title = {
    5000: "parkrun",
    10000: "10k race",
    3000: "3000m time trial",
    21097.5: "half marathon race",
  }[distanceM];
  if (history.activities.some((each) => each.date === date && each.sport === "run")) return;
  history.activities.push({ id: `${date}-r`, date, sport: "run", title, distanceM, durationS: timeS });
}

function morning(date: IsoDate, body: Body, person: Person, cause: OtherStory | null, random: Prng): CheckIn {
  const bad = 0.9 * Math.max(0, overload(body)) + 1.3 * body.burden + body.mood;
  const scale = (value: number) => Math.max(1, Math.min(5, Math.round(value)));
  const has = (item: Person["recording"]["items"][number]) => person.recording.items.includes(item);
  const stressed = cause === "life-stress";
  const rough = (mean: number, sd: number) => mean + random.normal(0, sd);
  const legs = ["bouncy", "good", "ok", "heavy", "dead"] as const;
  return {
    date,
    ...(has("sleep") ? { sleepHours: Math.round(rough(stressed ? 6.1 : 7.5, 0.7) * 10) / 10 } : {}),
    ...(has("pulse") ? { restingHr: Math.round(rough(person.restingHr + 2.2 * bad, 1.6)) } : {}),
    ...(has("hrv") ? { hrvRmssd: Math.round(Math.exp(rough(4.1 - 0.08 * bad, 0.12)) * 10) / 10 } : {}),
    ...(has("legs") ? { legs: legs[scale(rough(2 + 1.1 * bad, 0.6)) - 1] ?? "ok" } : {}),
    ...(has("feel")
      ? {
          fatigue: scale(rough(2.1 + 0.9 * bad, 0.5)),
          soreness: scale(rough(2 + 0.6 * bad, 0.6)),
          mood: scale(rough(3.9 - 0.6 * bad, 0.5)),
          stress: scale(rough(stressed ? 4.2 : 2.2, 0.7)),
        }
      : {}),
  };
}
