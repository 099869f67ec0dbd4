import { AppError } from "@repo/core/errors";
import { newId } from "@repo/db";
import {
  excuseBefore,
  getUser,
  insertAuditEvent,
  insertComment,
  insertMail,
  listSeasons,
  setSeasonAssigned,
  updateSeason,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { refreshSummary } from "@repo/services/load";
import { z } from "zod";
import { type LoadedSeason, loadSeason } from "./load-season.ts";
import { assignmentMail } from "./mails.ts";
import { planChanged } from "./plan-changed.ts";

const seasonAt = {
  mutationId: z.uuid(),
  athleteId: z.uuid(),
  seasonId: z.uuid(),
  version: z.int32().positive(),
};

export const AssignSeasonInput = z.strictObject({
  ...seasonAt,
  /** A word to the athlete, kept as a comment and sent with the mail. */
  message: z.string().trim().max(2_000).default(""),
});
export const ArchiveSeasonInput = z.strictObject(seasonAt);

export type Assigned = { status: string; version: number; replaced: string[] };

/**
 * Gives a season to its athlete: every workout appears on their days, a mail says so. Days that another season still
 * planned from its start on are given up; what was done stays. Workouts of days that are over count as excused.
 * @throws AppError NOT_FOUND, CONFLICT
 */
export function assignSeason(
  ctx: ServiceContext,
  input: z.input<typeof AssignSeasonInput>,
  links: { url: string },
): Promise<Assigned> {
  const request = AssignSeasonInput.parse(input);
  return once(ctx, { ...request, request }, async () => {
    const loaded = await loadSeason(ctx, request);
    const replaced = await giveUpOthers(ctx, loaded);
    const row = await setStatus(ctx, loaded, { version: request.version, status: "assigned" });
    await setSeasonAssigned(ctx.db, loaded.athleteId, { seasonId: row.id, isAssigned: true });
    await excuseBefore(ctx.db, loaded.athleteId, { seasonId: row.id, day: loaded.today });
    if (request.message) await say(ctx, loaded, request.message);
    await mailAthlete(ctx, loaded, { ...request, url: links.url });
    await planChanged(ctx, withStatus(loaded, "assigned"));
    await audit(ctx, loaded, "season-assigned");
    return { status: row.status, version: row.version, replaced };
  });
}

/**
 * Puts a season away: its coming workouts leave the athlete's days, what was done stays.
 * @throws AppError NOT_FOUND, CONFLICT
 */
export function archiveSeason(
  ctx: ServiceContext,
  input: z.input<typeof ArchiveSeasonInput>,
): Promise<Assigned> {
  const request = ArchiveSeasonInput.parse(input);
  return once(ctx, { ...request, request }, async () => {
    const loaded = await loadSeason(ctx, request);
    const row = await setStatus(ctx, loaded, { version: request.version, status: "archived" });
    const hidden = { seasonId: row.id, isAssigned: false, from: loaded.today };
    await setSeasonAssigned(ctx.db, loaded.athleteId, hidden);
    await refreshSummary(ctx.db, loaded.athleteId, loaded.today);
    await audit(ctx, loaded, "season-archived");
    return { status: row.status, version: row.version, replaced: [] };
  });
}

async function setStatus(
  ctx: ServiceContext,
  { athleteId, outline }: LoadedSeason,
  { version, status }: { version: number; status: "assigned" | "archived" },
) {
  const { id } = outline.season;
  const assignedAt = status === "assigned" ? { assignedAt: ctx.now } : {};
  const row = await updateSeason(ctx.db, athleteId, { id, version }, { status, ...assignedAt });
  if (row) return row;
  throw new AppError("CONFLICT", "Somebody else changed this season meanwhile. Reload it and try again.", {
    current: { status: outline.season.status, version: outline.season.version },
  });
}

/** An athlete follows one season at a time: where another assigned one overlaps, the new one takes its days. */
async function giveUpOthers(ctx: ServiceContext, { athleteId, outline }: LoadedSeason): Promise<string[]> {
  const { id, startsOn, endsOn } = outline.season;
  const others = (await listSeasons(ctx.db, athleteId)).filter(
    (other) =>
      other.id !== id && other.status === "assigned" && other.startsOn <= endsOn && other.endsOn >= startsOn,
  );
  for (const other of others) {
    await updateSeason(ctx.db, athleteId, other, { status: "archived" });
    await setSeasonAssigned(ctx.db, athleteId, { seasonId: other.id, isAssigned: false, from: startsOn });
  }
  return others.map(({ name }) => name);
}

async function say(ctx: ServiceContext, { athleteId, outline }: LoadedSeason, body: string): Promise<void> {
  const { orgId } = outline.season;
  await insertComment(ctx.db, athleteId, { id: newId(), orgId, authorId: ctx.actor.userId, body });
}

async function mailAthlete(
  ctx: ServiceContext,
  loaded: LoadedSeason,
  about: { message: string; url: string; version: number },
): Promise<void> {
  const [athlete, coach] = [await getUser(ctx.db, loaded.athleteId), await getUser(ctx.db, ctx.actor.userId)];
  if (!athlete || athlete.id === coach?.id) return;
  const { id, name, startsOn, endsOn } = loaded.outline.season;
  await insertMail(ctx.db, {
    dedupeKey: `season-assigned:${id}:${about.version}`,
    userId: athlete.id,
    payload: assignmentMail({
      to: athlete.email,
      coach: coach?.name ?? "Your coach",
      season: { name, startsOn, endsOn, weeks: loaded.season.weeks.length },
      next: loaded.rows
        .filter((row) => row.localDate >= loaded.today && row.kind !== "rest")
        .slice(0, 5)
        .map(({ localDate, title }) => ({ localDate, title })),
      message: about.message,
      url: about.url,
    }),
  });
}

function withStatus(loaded: LoadedSeason, status: "assigned"): LoadedSeason {
  const { outline } = loaded;
  return { ...loaded, outline: { ...outline, season: { ...outline.season, status } } };
}

async function audit(ctx: ServiceContext, { athleteId, outline }: LoadedSeason, kind: string): Promise<void> {
  await insertAuditEvent(ctx.db, {
    kind,
    actorId: ctx.actor.userId,
    athleteId,
    detail: { seasonId: outline.season.id },
  });
}
