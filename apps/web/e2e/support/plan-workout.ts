import type { Page } from "@playwright/test";

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

export async function ask<T>(page: Page, procedure: string, input?: unknown): Promise<T> {
  const query = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  return await call<T>(page, `/api/trpc/${procedure}${query}`);
}

export async function send(page: Page, procedure: string, input: unknown): Promise<unknown> {
  return await call(page, `/api/trpc/${procedure}`, JSON.stringify(input));
}

/** Asks as the page itself would: from its own address, with its own sign-in. */
async function call<T>(page: Page, url: string, body?: string): Promise<T> {
  const answer = await page.evaluate(
    async ([address, sent]) => {
      const headers = { "content-type": "application/json", "x-mesocycle": "1" };
      const response = await fetch(
        address ?? "",
        sent ? { method: "POST", headers, body: sent } : { headers },
      );
      return (await response.json()) as unknown;
    },
    [url, body] as const,
  );
  const { result, error } = answer as { result?: { data: T }; error?: { message: string } };
  if (!result) throw new Error(`${url}: ${error?.message}`);
  return result.data;
}
