import { type Browser, expect, type Page } from "@playwright/test";
import { ask, send } from "./ask.ts";
import { inviteAthlete, joinAsAthlete } from "./join-as-athlete.ts";

type Athlete = { name: string; email: string; password: string };
type Coached = { athleteId: string; name: string };

/**
 * For journeys that are about something else: an athlete whose training the owner (on `page`) sees, with a result of
 * 5 km in 20:00. Joins where no earlier journey has done it.
 *
 * @returns the athlete's id
 */
export async function ensureAthlete(browser: Browser, page: Page, athlete: Athlete): Promise<string> {
  const before = await idOf(page, athlete);
  if (before) return before;
  await inviteAthlete(page, athlete.email, ["Training", "Wellness"]);
  const phone = await joinAsAthlete(browser, athlete, ["Training", "Wellness"]);
  const athleteId = (await idOf(page, athlete)) ?? "";
  const localDate = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);
  const result = { localDate, kind: "race", distanceM: 5_000, timeS: 1_200 };
  await send(phone, "profile.addResult", { athleteId, id: crypto.randomUUID(), ...result });
  await phone.context().close();
  expect(athleteId).not.toBe("");
  return athleteId;
}

async function idOf(page: Page, { name }: Athlete): Promise<string | undefined> {
  const athletes = await ask<Coached[]>(page, "season.list");
  return athletes.find((each) => each.name === name)?.athleteId;
}
