import type { Finding } from "@repo/core/season";
import type { PlannedWorkoutRow } from "@repo/db/queries";
import { findingsOf } from "./findings-of.ts";
import type { LoadedSeason } from "./load-season.ts";

/** A planned workout as a calendar needs it; targets stay intents and are resolved where they are shown. */
export type ShownWorkout = {
  id: string;
  version: number;
  date: string;
  position: number;
  libraryId: string | null;
  kind: string;
  hard: boolean;
  title: string;
  text: string | null;
  distanceM: number | null;
  durationS: number | null;
  load: number | null;
  coachNote: string | null;
  status: PlannedWorkoutRow["status"];
  statusReason: string | null;
  grade: string | null;
  edited: boolean;
};

export function shownWorkout(row: PlannedWorkoutRow): ShownWorkout {
  const grade = (row.grade as { grade?: unknown } | null)?.grade;
  return {
    id: row.id,
    version: row.version,
    date: row.localDate,
    position: row.position,
    libraryId: row.libraryId,
    kind: row.kind,
    hard: row.hard,
    title: row.title,
    text: row.text,
    distanceM: row.distanceM,
    durationS: row.durationS,
    load: row.loadX10 === null ? null : row.loadX10 / 10,
    coachNote: row.coachNote,
    status: row.status,
    statusReason: row.statusReason,
    grade: typeof grade === "string" ? grade : null,
    edited: row.editedAt !== null,
  };
}

export type ShownFinding = Finding & { waiverId: string | null };

/** Findings of the days to come, each with the waiver that lets it stand. */
export function shownFindings(loaded: LoadedSeason, findings = checked(loaded)): ShownFinding[] {
  return findings.map((finding) => ({
    ...finding,
    waiverId: finding.waived
      ? (loaded.outline.waivers.find(
          ({ rule, dates }) =>
            rule === finding.rule && (dates.length === 0 || finding.dates.includes(dates[0] ?? "")),
        )?.id ?? null)
      : null,
  }));
}

/** What the rules judge a stored season by. */
export function checkOptions(loaded: LoadedSeason) {
  const { waivers, today, pacing, limits, blackout, minutes, otherPeaks } = loaded;
  return { waivers, today, pacing, limits, blackout, otherPeaks, ...(minutes ? { minutes } : {}) };
}

function checked(loaded: LoadedSeason): Finding[] {
  return findingsOf(loaded.season, checkOptions(loaded));
}
