import { addDays, localDay } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { type DemoAthlete, demoAthletes } from "@repo/core/simulation";
import { type Db, errorCode, newId, openContext, withActor } from "@repo/db";
import { insertDemo, requestRejudging } from "@repo/db/queries";
import { grantConsent } from "@repo/services/consent";
import { recomputeLoad } from "@repo/services/load";
import { fillDemoAthlete } from "./fill-demo-athlete.ts";

export const DEMO_ORGANISATION = "Demo club (DEMO)";
/** Nights that are judged behind today, so that warnings have a past. */
const JUDGED_DAYS = 150;

/** Who the club is made for; how many nights behind today are judged. */
type Host = { userId: string; now: Date; judgedDays?: number };
const TIME_ZONES = ["Europe/Oslo", "Europe/Madrid", "America/New_York", "Africa/Nairobi"] as const;

/**
 * Makes the demo club with the host as its head: twelve simulated athletes, two years each, all marked as demo.
 * The club appears whole or not at all to whoever looks; the worker judges its nights at once.
 *
 * @throws {AppError} CONFLICT when there is a demo club already
 */
export async function seedDemo(web: Db, host: Host): Promise<{ orgId: string; athletes: number }> {
  const orgId = newId();
  const cast = demoAthletes(localDay(host.now, "UTC")).map((demo, index) => ({
    ...demo,
    index,
    id: newId(),
    timeZone: TIME_ZONES[index % TIME_ZONES.length] ?? TIME_ZONES[0],
  }));
  await makeClub(web, { orgId, cast, host });
  for (const demo of cast) await seedAthlete(web, { demo, orgId, host });
  return { orgId, athletes: cast.length };
}

type Member = DemoAthlete & { id: string; index: number; timeZone: string };

async function makeClub(web: Db, of: { orgId: string; cast: Member[]; host: Host }): Promise<void> {
  const people = of.cast.map(({ id, name, index }) => ({
    id,
    name,
    email: `demo-athlete-${index + 1}-${id.slice(-6)}@demo.invalid`,
    role: "athlete" as const,
  }));
  const club = { orgId: of.orgId, name: DEMO_ORGANISATION, hostId: of.host.userId, people };
  await withActor(web, of.host, (tx) => insertDemo(tx, club)).catch((error) => {
    if (errorCode(error) !== "23505") throw error;
    throw new AppError("CONFLICT", "There is a demo club already. Remove it first to fill a new one.");
  });
}

/** Everything of one athlete in one transaction, written as that athlete: row-level security holds here too. */
async function seedAthlete(web: Db, of: { demo: Member; orgId: string; host: Host }): Promise<void> {
  const { demo, orgId, host } = of;
  const actor = { userId: demo.id };
  await withActor(web, actor, async (tx) => {
    const ctx = { db: tx, actor, now: host.now };
    const today = localDay(host.now, demo.timeZone);
    await fillDemoAthlete(ctx, { ...demo, orgId, authorId: host.userId, today });
    await grantConsent(ctx, { orgId, coachId: host.userId, scopes: ["training", "wellness", "medical"] });
    await openContext(tx, actor);
    await recomputeLoad(tx, demo.id, { now: host.now });
    await requestRejudging(tx, demo.id, addDays(today, -(host.judgedDays ?? JUDGED_DAYS)));
  });
}
