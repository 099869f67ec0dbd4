import { evidenceWords } from "@repo/core/report";
import { formatClimb, formatDistance, formatDuration, formatPace, type UnitSystem } from "@repo/core/units";
import { articleZoneOfRpe } from "@repo/core/zones";
import { CardStateBadge } from "@repo/ui/card-state-badge";
import { Disclosure } from "@repo/ui/disclosure";
import { EvidenceList } from "@repo/ui/evidence-list";
import { Notice } from "@repo/ui/notice";
import { Section } from "@repo/ui/section";
import { Stat, StatRow } from "@repo/ui/stat";
import type { ReactNode } from "react";
import { cardStateOf } from "#components/card-state.ts";
import { KeepBoth } from "#components/keep-both.tsx";
import { WorkoutPanel } from "#features/today/workout-panel.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { gradeReasonWords, rpeWords, wordOf } from "#words/training.ts";
import { DoseTable, hasDose } from "./dose-table.tsx";
import { HeartZones } from "./heart-zones.tsx";
import { LapsTable } from "./laps-table.tsx";
import { LoadMade } from "./load-made.tsx";
import { RepsRead } from "./reps-read.tsx";
import { SessionTrace } from "./session-trace.tsx";

export type ActivityData = RouterOutputs["log"]["activity"];

type Props = {
  activity: ActivityData;
  units: UnitSystem;
  /** Its athlete reads it, who may change it. */
  isOwn: boolean;
};

/** A session in full: its figures, its curve, what it was meant to be, laps, repetitions, and how its load was made. */
export function ActivityView({ activity, units, isOwn }: Props) {
  return (
    <>
      {activity.fileWarnings.length > 0 ? (
        <Notice>
          <b>What the file got wrong.</b> {activity.fileWarnings.join("; ")}.
        </Notice>
      ) : null}
      {activity.isJoined && isOwn ? (
        <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
          What you had logged and a file are one session here. Were they two?
          <KeepBoth activityId={activity.id} name="the log and the file" />
        </div>
      ) : null}
      <div className="mt-5">
        <Figures activity={activity} units={units} />
      </div>
      <SessionTrace activity={activity} units={units} />
      {activity.notes ? <p className="mt-5 max-w-prose whitespace-pre-line">{activity.notes}</p> : null}
      {activity.dose.length > 0 ? <DoseTable activity={activity} /> : null}
      {activity.workout && !hasDose(activity.dose) ? (
        <Meant activity={activity} units={units} isOwn={isOwn} />
      ) : null}
      {activity.reps ? (
        <RepsRead reps={activity.reps} units={units} isPlanned={activity.workout !== null} />
      ) : null}
      {activity.heartZones ? <HeartZones zones={activity.heartZones} /> : null}
      {activity.splits.length > 1 ? (
        <Section title={units === "imperial" ? "Miles" : "Kilometres"}>
          <Long count={activity.splits.length}>
            <LapsTable rows={activity.splits} units={units} caption="Splits" />
          </Long>
        </Section>
      ) : null}
      {activity.laps.length > 1 ? (
        <Section title="Laps" note="as recorded">
          <Long count={activity.laps.length}>
            <LapsTable rows={activity.laps} units={units} caption="Laps" />
          </Long>
        </Section>
      ) : null}
      <LoadMade activity={activity} units={units} />
    </>
  );
}

function Figures({ activity, units }: { activity: ActivityData; units: UnitSystem }) {
  const { distanceM, durationS, avgHrBpm, decouplingPct, elevationGainM, rpe, load, sport } = activity;
  const onFoot = sport === "run" || sport === "walk" || sport === "hike";
  const pace = onFoot && distanceM ? formatPace(durationS / (distanceM / 1_000), units) : null;
  return (
    <StatRow>
      {distanceM === null ? null : <Stat label="Distance" value={formatDistance(distanceM, units, 2)} />}
      <Stat label="Time" value={formatDuration(durationS)} />
      {pace ? <Stat label="Pace" value={pace} /> : null}
      {avgHrBpm === null ? null : (
        <Stat
          label="Heart rate"
          value={Math.round(avgHrBpm)}
          unit="bpm"
          note={activity.maxHrBpm ? `highest ${Math.round(activity.maxHrBpm)}` : undefined}
        />
      )}
      {decouplingPct === null ? null : (
        <Stat
          label="Decoupling"
          value={`${decouplingPct.toFixed(1).replace("-", "−")} %`}
          note="second half against the first"
        />
      )}
      {elevationGainM === null ? null : <Stat label="Climb" value={formatClimb(elevationGainM, units)} />}
      <Stat
        label="Effort"
        value={rpe === null ? null : `RPE ${rpe}`}
        note={rpe === null ? undefined : effortWords(rpe)}
        unknownWord="Not said"
      />
      <Stat label="Load" value={load === null ? null : Math.round(load)} reason="the time is missing" />
    </StatRow>
  );
}

type Compliance = {
  evidence?: {
    label: string;
    value: string | number | null;
    unit?: string | null;
    limit?: string | number | null;
  }[];
};

/** What was done against what was meant. */
function Meant({ activity, units, isOwn }: Props) {
  const { workout } = activity;
  if (!workout) return null;
  const evidence = (workout.compliance as Compliance | null)?.evidence ?? [];
  return (
    <Section
      title={`Meant: ${workout.title}`}
      note={
        <span className="inline-flex flex-wrap items-center gap-2">
          <CardStateBadge state={cardStateOf(workout)} /> {wordOf(gradeReasonWords, workout.gradeReason)}
        </span>
      }
    >
      <div className="grid items-start gap-6 md:grid-cols-2">
        <WorkoutPanel workout={{ ...workout, status: "planned" }} units={units} isPast hasTalk={isOwn} />
        {evidence.length > 0 ? <EvidenceList rows={evidenceWords(evidence, units, "meant")} /> : null}
      </div>
    </Section>
  );
}

const MOST_SHOWN = 15;

/** A table as it is; a long one folded away. */
function Long({ count, children }: { count: number; children: ReactNode }) {
  return count > MOST_SHOWN ? <Disclosure summary={`All ${count}`}>{children}</Disclosure> : children;
}

/** An effort in words, and the articles' zone it belongs to. */
function effortWords(rpe: number): string {
  const zone = articleZoneOfRpe(rpe);
  return [rpeWords[Math.round(rpe)], zone ? `zone ${zone.zone}, ${zone.name.toLowerCase()}` : null]
    .filter(Boolean)
    .join("; ");
}
