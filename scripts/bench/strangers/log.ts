// What the strangers write down of what they did and felt.
import type { Activity, Lap } from "../../../packages/core/src/activities/index.ts";
import type { CheckIn } from "../../../packages/core/src/wellness/index.ts";
import { type Body, speedOf } from "./body.ts";
import type { Dice } from "./dice.ts";
import type { Stranger, StrangerStory } from "./person.ts";
import type { Outing, Reps } from "./week.ts";

export type Day = {
  date: string;
  stranger: Stranger;
  body: Body;
  celsius: number;
  /** The cause, where it is lived today. */
  lived: StrangerStory | null;
  /** Yesterday held the long run or a hard session. */
  tired: boolean;
};

const GEAR = { easy: 0.76, long: 0.75 } as const;

/** The activity as kept, and what it took: minutes weighted by effort. */
export function keep(
  outing: Outing,
  day: Day,
  at: number,
  random: Dice,
): { activity: Activity; load: number } {
  const { stranger, date } = day;
  const id = `${date}-${at}`;
  if (outing.kind === "strength") {
    const title =
      stranger.logger === "watch" ? "Strength" : random.pick(["Gym", "Strength A", "Core and legs"]);
    const activity: Activity = {
      id,
      date,
      sport: "strength",
      title,
      durationS: Math.round(outing.minutes * 60),
    };
    return { activity, load: outing.minutes * 0.4 };
  }
  return outing.reps ? repetitions(outing.reps, day, id, random) : steady(outing, day, id, random);
}

function steady(outing: Outing, day: Day, id: string, random: Dice) {
  const { stranger, body, celsius, lived } = day;
  const medium = lived === "perpetual-medium" ? 0.1 : 0;
  const gear = (outing.kind === "long" ? GEAR.long : GEAR.easy) + medium + random.normal(0.02);
  const heat = Math.max(0, celsius - 18) * 0.004;
  const speed = Math.exp(body.level / 100) * gear * (1 - heat * 0.5);
  const durationS = outing.minutes * 60;
  // Heart rate answers to the share of what can be done today: strain and heat make the same pace cost more.
  const share = (speed / speedOf(body)) * (1 + heat + 0.015 * body.strain);
  const pulse = heartRate(stranger, share, random);
  const hilly = lived === "conditions" && random.chance(0.4) ? random.between(15, 28) : random.between(2, 12);
  const distanceM = speed * durationS;
  const activity: Activity = {
    ...common(day, id, { distanceM, durationS, avgHr: pulse }, random),
    ...titled(
      stranger,
      outing.kind === "long" ? "Long run" : random.pick(["Easy", "Easy run", "Recovery jog"]),
      random,
    ),
    ...(stranger.logger === "bare" ? {} : { elevationGainM: Math.round((hilly * distanceM) / 1000) }),
    ...rated(stranger, (outing.kind === "long" ? 4 : 3) + medium * 20 + 1.3 * body.strain, random),
  };
  if (stranger.logger === "watch") activity.laps = kilometres(distanceM, durationS, pulse, random);
  return { activity, load: outing.minutes * (outing.kind === "long" ? 1.05 : 1 + medium * 3) };
}

function heartRate({ maxHr, restingHr }: Stranger, share: number, random: Dice): number {
  // About 88 % of the reserve at the speed of an hour, falling a little slower than speed does.
  const reserve = 0.88 * share ** 1.05 + random.normal(0.018);
  return Math.round(Math.min(maxHr, restingHr + reserve * (maxHr - restingHr)));
}

function kilometres(distanceM: number, durationS: number, avgHr: number, random: Dice): Lap[] {
  const pace = (1000 * durationS) / distanceM;
  return Array.from({ length: Math.floor(distanceM / 1000) }, () => ({
    durationS: Math.round(pace * (1 + random.normal(0.02))),
    distanceM: 1000,
    avgHr,
  }));
}

function repetitions(reps: Reps, day: Day, id: string, random: Dice) {
  const { stranger, body, lived, tired, celsius } = day;
  const wish = lived === "fantasy-pace" ? 0.055 : 0;
  const heavy = tired ? 0.02 : 0;
  const form = random.normal(0.009) - heavy - Math.max(0, celsius - 20) * 0.002;
  const able = speedOf(body) * reps.share;
  const asked = able * (1 + wish);
  const laps: Lap[] = [{ kind: "warmup", durationS: 720, distanceM: Math.round(720 * able * 0.66) }];
  const count = wish > 0 && random.chance(0.35) ? Math.max(2, reps.count - random.whole(1, 2)) : reps.count;
  for (let at = 0; at < count; at++) {
    const through = count > 1 ? at / (count - 1) : 0;
    const spread = lived === "pacing" ? 0.045 - 0.095 * through : random.normal(0.006);
    const hope = wish * (1 - 1.4 * through);
    const speed = able * (1 + form + spread + hope);
    const metres = reps.metres || Math.round(reps.seconds * speed);
    laps.push({ kind: "work", durationS: Math.round((10 * metres) / speed) / 10, distanceM: metres });
    laps.push({ kind: "rest", durationS: 90, distanceM: Math.round(90 * able * 0.5) });
  }
  laps.push({ kind: "cooldown", durationS: 480, distanceM: Math.round(480 * able * 0.64) });
  const durationS = laps.reduce((sum, lap) => sum + (lap.durationS ?? 0), 0);
  const distanceM = laps.reduce((sum, lap) => sum + (lap.distanceM ?? 0), 0);
  const length = reps.metres ? `${reps.metres} m` : `${reps.seconds / 60} min`;
  const target = wish > 0 && reps.metres ? ` in ${clock(reps.metres / asked)}` : "";
  const told = `${reps.count} x ${length}${target}`;
  const activity: Activity = {
    ...common(day, id, { distanceM, durationS, avgHr: heartRate(stranger, 0.93, random) }, random),
    ...titled(stranger, told, random),
    ...rated(stranger, 7.2 + (wish > 0 ? 1.2 : 0) + (tired ? 0.7 : 0) + body.strain, random),
  };
  // Watches mark laps of a workout they were given; otherwise the button or the kilometre does.
  if (stranger.logger === "app") activity.laps = laps;
  if (stranger.logger === "watch") activity.laps = laps.map(({ kind: _, ...lap }) => lap);
  return { activity, load: (durationS / 60) * 1.5 };
}

function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

function common(
  { date, stranger }: Day,
  id: string,
  { distanceM, durationS, avgHr }: { distanceM: number; durationS: number; avgHr: number },
  random: Dice,
): Activity {
  const pulse = stranger.logger === "watch" || (stranger.logger === "app" && random.chance(0.9));
  // GPS reads half a percent off; whoever keeps a diary rounds to half kilometres.
  const round = stranger.logger === "diary" ? 500 : 10;
  return {
    id,
    date,
    sport: "run",
    distanceM: Math.round((distanceM * (1 + random.normal(0.005))) / round) * round,
    durationS: Math.round(durationS),
    ...(pulse ? { avgHr } : {}),
  };
}

function titled({ logger }: Stranger, told: string, random: Dice): { title?: string } {
  if (logger === "bare") return {};
  if (logger === "watch")
    return { title: random.pick(["Bergen Running", "Morning Run", "Evening Run", "Bergen Running"]) };
  return { title: told };
}

function rated({ logger }: Stranger, effort: number, random: Dice): { rpe?: number } {
  const told = logger === "diary" ? 0.95 : logger === "app" ? 0.7 : 0;
  return random.chance(told)
    ? { rpe: Math.max(1, Math.min(10, Math.round(effort + random.normal(0.6)))) }
    : {};
}

/** The morning as written down, or nothing. */
export function morning({ date, stranger, body, lived }: Day, random: Dice): CheckIn | null {
  const { logger } = stranger;
  const bad = 1.6 * body.strain + body.mood + (body.ill > 0 ? 1.5 : 0);
  const scale = (value: number, sd = 0.5) => Math.max(1, Math.min(5, Math.round(value + random.normal(sd))));
  const stressed = lived === "life-stress";
  const sleep = Math.round((random.normal(0.6) + (stressed ? 6.2 : 7.4)) * 10) / 10;
  if (logger === "watch" && random.chance(0.9))
    return {
      date,
      sleepHours: sleep,
      restingHr: Math.round(stranger.restingHr + 2.6 * bad + random.normal(1.4)),
      hrvRmssd: Math.round(Math.exp(3.9 - 0.1 * bad + random.normal(0.13)) * 10) / 10,
    };
  if (logger === "bare" || logger === "watch" || !random.chance(logger === "app" ? 0.75 : 0.5)) return null;
  const hungry = lived === "under-fuelled";
  return {
    date,
    sleepHours: sleep,
    ...(logger === "app"
      ? { restingHr: Math.round(stranger.restingHr + 2.6 * bad + random.normal(1.6)) }
      : {}),
    fatigue: scale(2.2 + bad),
    soreness: scale(2.1 + 0.6 * bad),
    stress: scale(stressed ? 4.1 : 2.2, 0.7),
    mood: scale(3.8 - 0.7 * bad),
    sleepQuality: scale(stressed ? 2.6 : 3.7, 0.6),
    legs: (["bouncy", "good", "ok", "heavy", "dead"] as const)[scale(2.3 + 0.8 * bad) - 1] ?? "ok",
    ...(body.ill > 0 ? { ill: true } : {}),
    ...(hungry && random.chance(0.08)
      ? { notes: random.pick(["low energy again", "hungry all evening", "skipped lunch, flat"]) }
      : {}),
  };
}
