// A third simulation, kept apart: it was written after the rules, is never looked at while they are changed, and is
// evaluated once when they are done. Nothing in it is shared with core's simulation or with others/.
import { addDays, daysBetween, type IsoDate } from "../../../packages/core/src/calendar/index.ts";
import type { AthleteHistory } from "../../../packages/core/src/history/index.ts";
import { live, newBody, speedOf } from "./body.ts";
import { type Day, keep, morning } from "./log.ts";
import { newStranger, type StrangerStory } from "./person.ts";
import { type Outing, weekOf } from "./week.ts";

export type StrangerRequest = {
  seed: number;
  from: IsoDate;
  to: IsoDate;
  onset: IsoDate;
  story: StrangerStory;
};

/** The same request gives the same history. `truth` is the speed of each day over an hour, without fatigue. */
export function strangerOf({ seed, from, to, onset, story }: StrangerRequest): {
  history: AthleteHistory;
  truth: number[];
} {
  const { stranger, random } = newStranger(seed, story);
  const body = newBody(stranger);
  const watch = stranger.logger === "watch";
  const history: AthleteHistory = {
    format: "mesocycle/athlete-history",
    version: 1,
    athlete: {
      sex: stranger.sex,
      ...(watch || random.chance(0.5) ? { maxHr: stranger.maxHr, restingHr: stranger.restingHr } : {}),
    },
    activities: [],
    wellness: [],
    results: [],
  };
  const truth: number[] = [];
  const stops = story !== "improving" && story !== "injured";
  let outings: Outing[] = [];
  let [tired, unlogged] = [false, 0];
  for (let at = 0; at <= daysBetween(from, to); at++) {
    const date = addDays(from, at);
    const since = daysBetween(onset, date);
    const stalled = stops && since >= 0;
    const lived = stalled || (stranger.always && stops);
    const celsius =
      lived && story === "conditions"
        ? 27 + random.normal(2.5)
        : stranger.warmestC / 2 +
          (stranger.warmestC / 2) * Math.sin((2 * Math.PI * (at + stranger.shift * 50)) / 365) +
          random.normal(3);
    if (at % 7 === 0)
      outings = weekOf({ stranger, week: at / 7, lived, since: Math.floor(since / 7) }, random);
    const away = (story === "injured" && since >= 0 && since < 35) || body.ill > 2;
    const day: Day = { date, stranger, body, celsius, lived: lived ? story : null, tired };
    let load = 0;
    let hard = false;
    // A phone left at home, a week not synced: done, and not in the log.
    unlogged = unlogged > 0 ? unlogged - 1 : random.chance(1 / 260) ? random.whole(2, 6) : 0;
    for (const [place, outing] of away ? [] : outings.filter((each) => each.weekday === at % 7).entries()) {
      const kept = keep(outing, day, place, random);
      load += kept.load;
      hard ||= outing.kind === "long" || outing.kind === "quality";
      if (unlogged === 0) history.activities.push(kept.activity);
    }
    if (!away && (at + stranger.shift) % stranger.raceEveryDays === 0)
      history.results.push(race(day, random));
    const felt = morning(day, random);
    if (felt) history.wellness.push(felt);
    live(body, { stranger, minutes: load, stalled }, random);
    tired = hard;
    truth.push(Math.exp(body.level / 100));
  }
  return { history, truth };
}

/** A race: mostly all out, sometimes for fun; bad days are more frequent than good ones. */
function race(
  { date, stranger, body, celsius, lived }: Day,
  random: {
    normal(sd: number): number;
    chance(share: number): boolean;
    between(low: number, high: number): number;
  },
) {
  const { raceM, raceCv } = stranger;
  const even = 3600 * (raceM / (3600 * speedOf(body))) ** 1.06;
  const badDay = random.chance(0.12) ? random.between(0.015, 0.05) : 0;
  const heat = Math.max(0, celsius - 14) * 0.002;
  const spoiled = lived === "pacing" ? 0.014 : 0;
  const timeS = Math.round(even * (1 + badDay + heat + spoiled + random.normal(raceCv)));
  const warm = stranger.logger === "watch" || stranger.logger === "app" || lived === "conditions";
  return {
    date,
    kind: random.chance(0.6) ? ("race" as const) : ("time-trial" as const),
    distanceM: raceM,
    timeS,
    ...(warm ? { temperatureC: Math.round(celsius) } : {}),
  };
}
