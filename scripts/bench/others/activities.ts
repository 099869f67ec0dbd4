// What a session of the other simulation leaves behind: laps by kilometre, by button, marked, or none.
import type { Activity, Lap } from "../../../packages/core/src/activities/index.ts";
import type { IsoDate } from "../../../packages/core/src/calendar/index.ts";
import type { Prng } from "../../../packages/core/src/simulation/index.ts";
import { type Body, overload, speedToday } from "./body.ts";
import { type Person, titleOf } from "./person.ts";
import type { OtherStory, Session } from "./weeks.ts";

export type Today = {
  date: IsoDate;
  body: Body;
  person: Person;
  random: Prng;
  celsius: number;
  /** The cause that has set in; null before. */
  cause: OtherStory | null;
  dayAfterHard: boolean;
};

const EASY_SHARE = 0.77;

/** An activity as recorded, and what it took out of the body: minutes times intensity squared. */
export function activityOf(session: Session, today: Today): { activity: Activity; load: number } {
  if (session.kind === "strength") {
    const durationS = Math.round(session.minutes * 60);
    const activity = {
      id: `${today.date}-s`,
      date: today.date,
      sport: "strength" as const,
      title: "Gym",
      durationS,
    };
    return { activity, load: session.minutes * 0.3 };
  }
  return session.reps ? intervals(session, session.reps, today) : steady(session, today);
}

function steady(session: Session, today: Today) {
  const { random, body, cause, person } = today;
  const medium = cause === "perpetual-medium" ? 0.115 : 0;
  const share = EASY_SHARE + medium + random.normal(0, 0.018);
  const speed = speedToday(body) * share;
  const durationS = Math.round(session.minutes * 60);
  const distanceM = Math.round(durationS * speed);
  const laps =
    person.recording.laps === "none" || person.recording.laps === "marked"
      ? null
      : kilometres(distanceM, speed, random);
  const told =
    session.kind === "long"
      ? "Sunday long"
      : random.pick(["easy", "Easy 10", "recovery jog", "steady with Ola"] as const);
  return {
    activity: recorded(today, {
      title: titleOf(random, person, told),
      distanceM,
      durationS,
      laps,
      share,
      felt: 3 + medium * 16,
    }),
    load: session.minutes * (share / 1) ** 2,
  };
}

function intervals(session: Session, reps: NonNullable<Session["reps"]>, today: Today) {
  const { random, body, cause, person } = today;
  const spoiled = cause === "wrong-order" && today.dayAfterHard ? 0.97 : 1;
  const keen = cause === "fantasy-pace" ? 1.05 : 1;
  const count = cause === "fantasy-pace" ? Math.max(2, reps.count - random.integer(1, 3)) : reps.count;
  const asked = speedToday(body) * reps.share * spoiled * keen * (1 + random.normal(0, 0.012));
  const slow = speedToday(body) * 0.7;
  const laps: Lap[] = [lap("warmup", 900, slow)];
  for (let index = 0; index < count; index++) {
    const way = count > 1 ? index / (count - 1) : 0;
    const fade =
      cause === "pacing"
        ? 1.045 - 0.085 * way
        : cause === "fantasy-pace"
          ? 1.02 - 0.05 * way
          : 1.004 - 0.008 * way;
    const speed = asked * fade * (1 + random.normal(0, 0.007));
    const seconds = reps.seconds ?? (reps.metres ?? 400) / speed;
    laps.push({ kind: "work", durationS: round(seconds), distanceM: round(reps.metres ?? seconds * speed) });
    if (index < count - 1)
      laps.push(lap("rest", reps.seconds && reps.seconds > 300 ? 120 : 100, slow * 0.85));
  }
  laps.push(lap("cooldown", 600, slow));
  const durationS = Math.round(laps.reduce((sum, each) => sum + (each.durationS ?? 0), 0));
  const distanceM = Math.round(laps.reduce((sum, each) => sum + (each.distanceM ?? 0), 0));
  const kept = {
    kilometres: kilometres(distanceM, distanceM / durationS, random),
    buttons: laps.map((each) => ({ ...each, kind: null })),
    marked: laps,
    none: null,
  }[person.recording.laps];
  const short = count < reps.count && random.chance(0.5) ? " (stopped early)" : "";
  const title = titleOf(random, person, `${random.chance(0.4) ? "Intervals " : ""}${reps.name}${short}`);
  return {
    activity: recorded(today, {
      title,
      distanceM,
      durationS,
      laps: kept,
      share: 0.88,
      felt: 7 + (keen > 1 ? 1.3 : 0) + (spoiled < 1 ? 1 : 0),
    }),
    load: session.minutes * 0.95,
  };
}

function lap(kind: Lap["kind"], durationS: number, speed: number): Lap {
  return { kind, durationS, distanceM: round(durationS * speed) };
}

/** A watch's own laps: a kilometre each and the rest. */
function kilometres(distanceM: number, speed: number, random: Prng): Lap[] {
  const laps: Lap[] = [];
  for (let at = 0; at < distanceM - 50; at += 1000) {
    const metres = Math.min(1000, distanceM - at);
    laps.push({
      kind: null,
      distanceM: metres,
      durationS: round(metres / (speed * (1 + random.normal(0, 0.025)))),
    });
  }
  return laps;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

type Run = {
  title: string | null;
  distanceM: number;
  durationS: number;
  laps: Lap[] | null;
  share: number;
  felt: number;
};

function recorded(today: Today, run: Run): Activity {
  const { person, random, body, celsius, cause } = today;
  const { recording } = person;
  const activity: Activity = {
    id: `${today.date}-r`,
    date: today.date,
    sport: "run",
    durationS: run.durationS,
    distanceM: run.distanceM,
  };
  if (run.title !== null) activity.title = run.title;
  if (run.laps) activity.laps = run.laps;
  if (cause === "conditions" && random.chance(0.3))
    activity.elevationGainM = Math.round(run.distanceM * 0.02);
  if (random.chance(recording.hr)) {
    const reserve = 0.05 + 0.86 * run.share + 0.012 * overload(body) + 0.03 * body.burden;
    const warm = Math.max(0, celsius - 14) * 0.45;
    const locked = random.chance(0.02) ? 22 : 0;
    const bpm =
      person.restingHr + reserve * (person.maxHr - person.restingHr) + warm + locked + random.normal(0, 3);
    activity.avgHr = Math.round(Math.min(person.maxHr, bpm));
  }
  if (random.chance(recording.rpe)) {
    const felt = run.felt + 0.9 * overload(body) + 1.4 * body.burden + random.normal(0, 0.8);
    activity.rpe = Math.max(1, Math.min(10, Math.round(felt)));
  }
  const hungry = cause === "under-fuelled" && random.chance(0.1);
  if (hungry)
    activity.notes = random.pick([
      "no energy, skipped breakfast again",
      "felt light-headed, hungry",
      "ferritin low says the doc",
    ] as const);
  return activity;
}
