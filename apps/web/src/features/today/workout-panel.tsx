import { inUnits, type UnitSystem } from "@repo/core/units";
import { CardStateBadge } from "@repo/ui/card-state-badge";
import { Chart } from "@repo/ui/chart";
import { profilePicture } from "@repo/ui/charts";
import { Disclosure } from "@repo/ui/disclosure";
import { cardStateOf } from "#components/card-state.ts";
import { Distance } from "#components/distance.tsx";
import { profileUnit } from "#components/workout-figures.ts";
import { Talk } from "#features/talk/talk.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { sourceWords } from "#words/sources.ts";
import { excuseWords, gradeReasonWords, wordOf } from "#words/training.ts";
import { WorkoutSteps } from "./workout-steps.tsx";

type Workout = RouterOutputs["today"]["get"]["workouts"][number];

/** The workout of the day: its picture, its lines, what it adds up to, and why it is there. */
export function WorkoutPanel({
  workout,
  units,
  title,
  isPast,
  hasTalk = true,
}: {
  workout: Workout;
  units: UnitSystem;
  title?: string;
  isPast?: boolean;
  /** The athlete talks with the coach here; the coach has a place of their own for that. */
  hasTalk?: boolean;
}) {
  const state = cardStateOf(workout);
  const unit = profileUnit(units);
  return (
    <article className="rounded-lg border border-line border-t-4 border-t-track bg-surface px-4 pt-4 pb-3">
      {title ? <h2 className="type-title mb-2">{title}</h2> : null}
      {state === "planned" ? null : (
        <p className="mb-3 flex flex-wrap items-center gap-2 text-sm">
          <CardStateBadge state={state} />
          <span className="text-ink-soft">{reasonOf(workout)}</span>
        </p>
      )}
      {workout.profile.length > 1 ? (
        <Chart
          label={`Profile of ${inUnits(workout.title, units)}`}
          picture={profilePicture(workout.profile, { width: 600, height: 110, axis: true, unit })}
          narrow={profilePicture(workout.profile, { width: 320, height: 84, axis: true, unit })}
          hideTable
          className="mb-1"
        />
      ) : null}
      <WorkoutSteps workout={workout} asksConditions={!isPast} />
      <Totals workout={workout} />
      {workout.coachNote ? (
        <p className="mt-3 border-l-2 border-track pl-3 text-sm">{workout.coachNote}</p>
      ) : null}
      {workout.purpose ? (
        <Disclosure summary="Why this?" className="mt-2">
          <p className="text-sm">{workout.purpose}</p>
          <p className="mt-1 text-xs text-ink-soft">Source: {sourceWords(workout.source)}</p>
        </Disclosure>
      ) : null}
      {isPast ? null : <AsFile workout={workout} />}
      {workout.kind === "rest" || !hasTalk ? null : <Talk plannedWorkoutId={workout.id} />}
    </article>
  );
}

const FORMATS = [
  { format: "fit", label: "FIT, for a watch" },
  { format: "tcx", label: "TCX, for a watch" },
  { format: "zwo", label: "ZWO, for a treadmill" },
] as const;
const TEXT = { format: "txt", label: "Plain text" } as const;

/** The workout to take along; one without steps is a text. */
function AsFile({ workout }: { workout: Workout }) {
  if (workout.kind === "rest") return null;
  const formats = workout.lines.length > 0 ? [...FORMATS, TEXT] : [TEXT];
  return (
    <Disclosure summary="As a file" className="mt-1">
      <ul className="flex flex-wrap gap-x-5 text-sm">
        {formats.map(({ format, label }) => (
          <li key={format}>
            <a
              href={`/api/workout-files/${workout.id}?format=${format}`}
              download
              className="inline-flex min-h-11 items-center underline"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Totals({ workout }: { workout: Workout }) {
  const minutes = workout.durationS === null ? null : Math.round(workout.durationS / 60);
  if (workout.distanceM === null && minutes === null && workout.rpe === null) return null;
  return (
    <p className="flex flex-wrap gap-x-5 border-t border-line-strong pt-2.5">
      {workout.distanceM === null ? null : <Distance metres={workout.distanceM} decimals={1} />}
      {minutes === null ? null : (
        <span>
          <b className="type-figure">{minutes}</b> <span className="text-ink-soft">min</span>
        </span>
      )}
      {workout.rpe === null ? null : (
        <span>
          <span className="text-ink-soft">RPE</span>{" "}
          <b className="type-figure">
            {workout.rpe.low === workout.rpe.high
              ? workout.rpe.high
              : `${workout.rpe.low}–${workout.rpe.high}`}
          </b>
        </span>
      )}
    </p>
  );
}

function reasonOf({ status, statusReason, gradeReason }: Workout): string {
  if (status === "excused" || status === "missed") {
    const [reason = "", ...note] = (statusReason ?? "").split(": ");
    return [wordOf(excuseWords, reason), note.join(": ")].filter(Boolean).join(": ");
  }
  return wordOf(gradeReasonWords, gradeReason);
}
