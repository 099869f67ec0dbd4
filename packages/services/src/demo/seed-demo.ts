import { addDays } from "@repo/core/calendar";
import { type DemoAthlete, demoAthletes } from "@repo/core/simulation";
import { type Db, newId, openContext, withActor } from "@repo/db";
import { insertDemo, requestRejudging } from "@repo/db/queries";
import { grantConsent } from "@repo/services/consent";
import { recomputeLoad } from "@repo/services/load";
import { localDayOf } from "@repo/services/training";
import { fillDemoAthlete } from "./fill-demo-athlete.ts";

export const DEMO_ORGANISATION = "Demo club (DEMO)";
/** Nights that are judged behind today, so that warnings have a past. */
const JUDGED_DAYS = 150;
const TIME_ZONES = ["Europe/Oslo", "Europe/Madrid", "America/New_York", "Africa/Nairobi"] as const;

/**
 * Makes the demo club with the host as its head: twelve simulated athletes, two years each, all marked as demo.
 * The club appears whole or not at all to whoever looks; the worker judges its nights at once.
 *
 * @throws {AppError} CONFLICT when there is a demo club already
 */
export async function seedDemo(
  web: Db,
  host: { userId: string; now: Date },
): Promise<{ orgId: string; athletes: number }> {
  const orgId = newId();
  const cast = demoAthletes(localDayOf(host.now, "UTC")).map((demo, index) => ({
    ...demo,
    index,
    id: newId(),
    timeZone: TIME_ZONES[index % TIME_ZONES.length] ?? TIME_ZONES[0],
  }));
  await withActor(web, host, async (tx) => {
    const people = cast.map(({ id, name, index }) => ({
      id,
      name,
      email: `demo-athlete-${index + 1}-${id.slice(-6)}@demo.invalid`,
      role: "athlete" as const,
    }));
    await insertDemo(tx, { orgId, name: DEMO_ORGANISATION, hostId: host.userId, people });
  });
  for (const demo of cast) await seedAthlete(web, { demo, orgId, host });
  return { orgId, athletes: cast.length };
}

type Member = DemoAthlete & { id: string; index: number; timeZone: string };

/** Everything of one athlete in one transaction, written as that athlete: row-level security holds here too. */
async function seedAthlete(
  web: Db,
  of: { demo: Member; orgId: string; host: { userId: string; now: Date } },
): Promise<void> {
  const { demo, orgId, host } = of;
  const actor = { userId: demo.id };
  await withActor(web, actor, async (tx) => {
    const ctx = { db: tx, actor, now: host.now };
    const today = localDayOf(host.now, demo.timeZone);
    await fillDemoAthlete(ctx, { ...demo, orgId, authorId: host.userId, today });
    await grantConsent(ctx, { orgId, coachId: host.userId, scopes: ["training", "wellness", "medical"] });
    await openContext(tx, actor);
    await recomputeLoad(tx, demo.id, { now: host.now });
    await requestRejudging(tx, demo.id, addDays(today, -JUDGED_DAYS));
  });
}
