import { addDays, weekStartOf } from "@repo/core/calendar";
import { formatDistance, formatDuration, formatMinutes, inUnits, type UnitSystem } from "@repo/core/units";
import { dayLabel } from "@repo/ui/charts";
import { Disclosure } from "@repo/ui/disclosure";
import { WorkoutCard } from "@repo/ui/workout-card";
import { cardStateOf } from "#components/card-state.ts";
import { Link } from "#components/link.tsx";
import { Told } from "#components/told.tsx";
import { WorkoutSteps } from "#features/today/workout-steps.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { excuseWords, gradeReasonWords, sportWords, wordOf } from "#words/training.ts";

type Agenda = RouterOutputs["calendar"]["agenda"];
type DayEntry = Agenda["days"][number];

/** Weeks as lists of days: what was planned, what was done, and the sum of each. */
export function AgendaView({ agenda, units }: { agenda: Agenda; units: UnitSystem }) {
  const weeks = new Map<string, DayEntry[]>();
  for (const day of agenda.days) {
    const start = weekStartOf(day.date);
    weeks.set(start, [...(weeks.get(start) ?? []), day]);
  }
  return [...weeks].map(([start, days]) => (
    <section key={start} aria-label={`Week of ${start}`} className="pt-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b-2 border-ink pb-1">
        <h2 className="type-title">
          {dayLabel(start)} to{" "}
          {dayLabel(addDays(start, 6), undefined, start.slice(0, 4) !== agenda.today.slice(0, 4))}
        </h2>
        <p className="text-sm text-ink-soft">{weekWords(days, units)}</p>
      </div>
      <ol>
        {days.map((day) => (
          <DayRow
            key={day.date}
            day={day}
            today={agenda.today}
            units={units}
            // A day without a workout is a day of rest only where the week has a plan.
            restWord={days.some(({ workouts }) => workouts.length > 0) ? "Rest" : "–"}
          />
        ))}
      </ol>
    </section>
  ));
}

const WEEKDAY = new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" });

type DayRowProps = { day: DayEntry; today: string; units: UnitSystem; restWord: string };

function DayRow({ day, today, units, restWord }: DayRowProps) {
  const isToday = day.date === today;
  const paired = new Set(day.workouts.map(({ id }) => id));
  const loose = day.activities.filter((each) => !each.plannedWorkoutId || !paired.has(each.plannedWorkoutId));
  const isEmpty = day.workouts.length === 0 && loose.length === 0;
  return (
    <li
      aria-current={isToday ? "date" : undefined}
      className={`grid grid-cols-[3.25rem_minmax(0,1fr)] items-start gap-3 border-b border-line py-2 ${isToday ? "border-l-4 border-l-track pl-2" : ""}`}
    >
      <p className="pt-1 text-sm">
        <span className="block text-ink-soft">{WEEKDAY.format(new Date(`${day.date}T00:00:00Z`))}</span>
        <b className="type-figure text-lg leading-none">{Number(day.date.slice(8))}</b>
      </p>
      <div className="grid min-w-0 gap-x-4 gap-y-1.5 sm:grid-cols-2 lg:grid-cols-3">
        {day.workouts.map((workout) => (
          <Planned key={workout.id} workout={workout} day={day} today={today} units={units} />
        ))}
        {loose.map((activity) => (
          <WorkoutCard
            key={activity.id}
            title={activity.title ?? wordOf(sportWords, activity.sport)}
            detail={lengthWords(activity, units)}
            state="unplanned"
            edge={activity.sport === "strength" ? "strength" : "free"}
            href={`/activities/${activity.id}`}
            as={Link}
          />
        ))}
        {isEmpty ? <p className="pt-2 text-sm text-ink-faint">{day.date < today ? "–" : restWord}</p> : null}
      </div>
    </li>
  );
}

type PlannedProps = {
  workout: DayEntry["workouts"][number];
  day: DayEntry;
  today: string;
  units: UnitSystem;
};

function Planned({ workout, day, today, units }: PlannedProps) {
  const done = day.activities.find((each) => each.plannedWorkoutId === workout.id);
  const state = workout.kind === "rest" ? "planned" : cardStateOf(workout, day.date < today);
  const reason = workout.statusReason
    ? wordOf(excuseWords, workout.statusReason.split(":")[0])
    : wordOf(gradeReasonWords, workout.gradeReason);
  const href = done ? `/activities/${done.id}` : day.date === today ? "/today" : undefined;
  return (
    <div className="min-w-0">
      <WorkoutCard
        title={inUnits(workout.title, units)}
        detail={[
          done ? lengthWords(done, units) : plannedLength(workout, units),
          state === "planned" ? "" : reason,
        ]
          .filter(Boolean)
          .join(" · ")}
        state={state}
        edge={edgeOf(workout)}
        href={href}
        as={Link}
      />
      <StepsAhead workout={workout} />
    </div>
  );
}

/** What to do, for the days close ahead: also where there is no network. */
function StepsAhead({ workout }: { workout: DayEntry["workouts"][number] }) {
  if (workout.lines.length === 0 && !workout.text) return null;
  return (
    <Disclosure
      summary={
        <>
          What to do
          {
            <span className="sr-only">
              : <Told text={workout.title} />
            </span>
          }
        </>
      }
      className="px-1"
    >
      <WorkoutSteps workout={workout} />
    </Disclosure>
  );
}

function edgeOf({ kind, hard }: { kind: string; hard: boolean }) {
  if (kind === "rest") return "rest";
  if (["strength", "plyometrics", "drills", "mobility", "cross"].includes(kind)) return "strength";
  if (kind === "race") return "race";
  return hard ? "speed" : "base";
}

function lengthWords(of: { distanceM: number | null; durationS: number | null }, units: UnitSystem): string {
  const parts = [
    of.distanceM ? formatDistance(of.distanceM, units) : "",
    of.durationS ? formatDuration(of.durationS) : "",
  ];
  return parts.filter(Boolean).join(", ");
}

/** A plan is no stopwatch: its time is to the minute. */
function plannedLength(of: DayEntry["workouts"][number], units: UnitSystem): string {
  const parts = [
    of.distanceM ? formatDistance(of.distanceM, units) : "",
    of.durationS ? formatMinutes(of.durationS) : "",
  ];
  return parts.filter(Boolean).join(", ");
}

function weekWords(days: DayEntry[], units: UnitSystem): string {
  const runs = days.flatMap(({ activities }) => activities.filter(({ sport }) => sport === "run"));
  const done = runs.reduce((sum, { distanceM }) => sum + (distanceM ?? 0), 0);
  const planned = days
    .flatMap(({ workouts }) => workouts)
    .reduce((sum, { distanceM }) => sum + (distanceM ?? 0), 0);
  const load = days.flatMap(({ activities }) => activities).reduce((sum, each) => sum + (each.load ?? 0), 0);
  const distance =
    planned > 0
      ? done > 0
        ? `${formatDistance(done, units)} of ${formatDistance(planned, units)}`
        : `${formatDistance(planned, units)} planned`
      : done > 0
        ? formatDistance(done, units)
        : "";
  return [distance, load > 0 ? `load ${Math.round(load)}` : ""].filter(Boolean).join(", ") || "nothing yet";
}
