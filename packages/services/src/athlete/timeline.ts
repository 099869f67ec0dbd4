import { listProfileEvents, listTimelineNotes } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { getProfile, KEPT_FIELDS } from "./profile.ts";

const SHOWN = 80;

type Entry = { id: string; at: Date; actorId: string | null; actorName: string | null };
/** A change, by whom: of the profile, of results, a suggestion that was settled, a word, a band over days. */
export type TimelineEntry = Entry &
  (
    | { what: "profile"; changes: { field: string; before: unknown; after: unknown }[]; isSuggested: boolean }
    | {
        what: "result";
        isAdded: boolean;
        isSuggested: boolean;
        before: Record<string, unknown>;
        after: Record<string, unknown>;
      }
    | {
        what: "suggestion";
        isDismissed: boolean;
        before: Record<string, unknown>;
        after: Record<string, unknown>;
        reason: string | null;
      }
    | { what: "note"; body: string; isPrivate: boolean }
    | { what: "band"; kind: string; startsOn: string; endsOn: string; note: string | null }
  );

/**
 * Who changed what an athlete's paces, loads and plans rest on, latest first: thresholds, results and the score, days,
 * level, injuries, with notes and bands as far as whoever asks may see them.
 * @throws AppError NOT_FOUND
 */
export async function getTimeline(
  ctx: ServiceContext,
  { athleteId }: { athleteId: string },
): Promise<TimelineEntry[]> {
  await getProfile(ctx, { athleteId });
  const events = await listProfileEvents(ctx.db, athleteId, SHOWN);
  const { notes, bands } = await listTimelineNotes(ctx.db, athleteId, {
    actorId: ctx.actor.userId,
    limit: SHOWN,
  });
  const entries: TimelineEntry[] = [
    ...events.map(entryOf),
    ...notes.map((note) => ({ ...note, what: "note" as const })),
    ...bands.map((band) => ({ ...band, what: "band" as const })),
  ];
  return entries.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, SHOWN);
}

function entryOf(event: Awaited<ReturnType<typeof listProfileEvents>>[number]): TimelineEntry {
  const { id, at, actorId, actorName, kind, reason } = event;
  const by = { id, at, actorId, actorName };
  const [before, after] = [event.before ?? {}, event.after ?? {}];
  const isSuggested = event.suggestion !== null;
  if (kind === "profile-changed") {
    const changes = KEPT_FIELDS.filter((field) => field in after).map((field) => {
      return { field, before: before[field] ?? null, after: after[field] ?? null };
    });
    return { ...by, what: "profile", changes, isSuggested };
  }
  if (kind === "result-added" || kind === "result-removed")
    return { ...by, what: "result", isAdded: kind === "result-added", isSuggested, before, after };
  return { ...by, what: "suggestion", isDismissed: kind === "suggestion-dismissed", before, after, reason };
}
