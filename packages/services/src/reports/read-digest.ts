import { AppError } from "@repo/core/errors";
import type { WarningKind } from "@repo/core/warnings";
import { type ConsentScope, getReport, listDigestAthletes, type ReportRow } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { scopeOfWarning } from "@repo/services/night";
import type { DigestAthlete, DigestContent } from "./digest-content.ts";

/** What each athlete lets the reader see now. */
type Sharing = ReadonlyMap<string, readonly ConsentScope[]>;

/**
 * One of the actor's digests as it was sent, without what is no longer shared with them: an end of consent reaches
 * what was written before it. `leftOut` counts the athletes who stood in it and share nothing of it any more.
 *
 * @throws {AppError} NOT_FOUND, also where nobody who stood in it is left
 */
export async function readDigest(
  ctx: ServiceContext,
  { reportId }: { reportId: string },
): Promise<{ row: ReportRow; content: DigestContent; leftOut: number }> {
  const userId = ctx.actor.userId;
  const row = await getReport(ctx.db, userId, reportId);
  if (row?.kind !== "digest" || row.orgId === null) {
    throw new AppError("NOT_FOUND", "There is no such report.");
  }
  const athletes = await listDigestAthletes(ctx.db, { orgId: row.orgId, userId });
  const sharing = new Map(athletes.map(({ athleteId, scopes }) => [athleteId, scopes]));
  const sent = row.content as unknown as DigestContent;
  const { content, leftOut } = stillShared(sent, sharing);
  const isEmptied = content.athletes === 0 || !athletes.some(({ scopes }) => scopes.includes("training"));
  if (sent.athletes > 0 && isEmptied) throw new AppError("NOT_FOUND", "There is no such report.");
  return { row, content, leftOut };
}

/** A digest without the athletes, and the warnings, that its reader may not see any more. */
export function stillShared(
  content: DigestContent,
  sharing: Sharing,
): { content: DigestContent; leftOut: number } {
  const shares = (athleteId: string | undefined) =>
    athleteId !== undefined && (sharing.get(athleteId)?.includes("training") ?? false);
  const isShared = <T extends { athleteId?: string }>(of: T) => shares(of.athleteId);
  const { readings, coming, trends } = content;
  const ahead = coming?.athletes.filter(isShared) ?? [];
  const named = [
    content.needs,
    content.notes,
    content.silent,
    content.yesterday,
    trends ?? [],
    coming?.athletes ?? [],
  ].flat();
  const gone = new Set(named.flatMap(({ athleteId }) => (athleteId && !shares(athleteId) ? [athleteId] : [])))
    .size;
  return {
    leftOut: gone,
    content: {
      ...content,
      athletes: Math.max(0, content.athletes - gone),
      needs: content.needs.filter(isShared).flatMap((athlete) => seen(athlete, sharing)),
      notes: content.notes.filter(isShared).flatMap((athlete) => seen(athlete, sharing)),
      silent: content.silent.filter(isShared),
      yesterday: content.yesterday.filter(isShared),
      ...(trends ? { trends: trends.filter(isShared) } : {}),
      ...(readings ? { readings: readings.filter(({ path }) => shares(athleteOf(path))) } : {}),
      // Nobody left is not the same as nothing planned.
      ...(coming ? { coming: ahead.length > 0 ? { ...coming, athletes: ahead } : undefined } : {}),
    },
  };
}

/** Who shares training alone is not shown by what wellness or health had told. */
function seen(athlete: DigestAthlete, sharing: Sharing): DigestAthlete[] {
  const scopes = sharing.get(athlete.athleteId) ?? [];
  const warnings = athlete.warnings.filter(({ kind }) =>
    scopes.includes(scopeOfWarning(kind as WarningKind)),
  );
  return warnings.length === 0 ? [] : [{ ...athlete, warnings }];
}

/** A reading is known by its address, which begins with the athlete's own. */
function athleteOf(path: string): string | undefined {
  return path.match(/^\/athletes\/([^/?#]+)/)?.[1];
}
