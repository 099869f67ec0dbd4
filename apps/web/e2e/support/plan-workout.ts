import type { Page } from "@playwright/test";
import { ask, send } from "./ask.ts";

type Workout = { title: string; kind: string; hard: boolean; text: string };
type Plan = { today: string; date: string; workout?: Workout };

const INTERVALS = {
  title: "10 × 400 m",
  kind: "intervals",
  hard: true,
  text: "2km warm-up easy\n10 x 400m @5k, 200m jog\n1500m cool-down easy",
};

/** A season with one workout (10 × 400 m) on that date, whatever weekday it is, assigned. */
export async function planWorkout(page: Page, athleteId: string, plan: Plan) {
  const { today, date, workout = INTERVALS } = plan;
  const seasonId = crypto.randomUUID();
  const race = new Date(Date.now() + 112 * 86_400_000).toISOString().slice(0, 10);
  const request = {
    format: "mesocycle/season-request",
    version: 1,
    start: today,
    level: "intermediate",
    runsPerWeek: 4,
    currentWeeklyKm: 40,
    races: [{ date: race, distanceM: 10_000, priority: "A", name: "River 10" }],
    blackoutDates: [date],
  };
  await send(page, "season.save", {
    athleteId,
    mutationId: crypto.randomUUID(),
    id: seasonId,
    name: "To the river",
    request,
  });
  const season = { athleteId, seasonId, mutationId: crypto.randomUUID() };
  await send(page, "season.addWorkout", {
    ...season,
    id: crypto.randomUUID(),
    date,
    ...workout,
  });
  const saved = await ask<{ version: number }>(page, "season.get", {
    athleteId,
    seasonId,
  });
  await send(page, "season.assign", { ...season, mutationId: crypto.randomUUID(), version: saved.version });
}
