"use client";

import { daysBetween, type IsoDate } from "@repo/core/calendar";
import { changeLedger, type LedgerLine, specOfWorkout } from "@repo/core/rules";
import { formatDistance, formatDuration, type UnitSystem } from "@repo/core/units";
import { type NextStep, nextSteps, parseWorkout, type WorkoutKind } from "@repo/core/workouts";
import { Button } from "@repo/ui/button";
import { Notice } from "@repo/ui/notice";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { shortDay } from "#components/day-words.ts";
import { useUnits } from "#components/units.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { sourceWords } from "#words/sources.ts";
import type { WorkoutDraft } from "./workout-draft.ts";

type LastTime = RouterOutputs["coachCalendar"]["lastTimes"][number];
type Props = {
  athleteId: string;
  date: string;
  draft: WorkoutDraft;
  onChoose: (step: NextStep) => void;
};

/** Four times in six weeks without a change is enough (M35). */
const STALE_TIMES = 4;
const STALE_DAYS = 42;

/** What this athlete was given last of the same, what is different now, and three steps on from here. */
export function LastTimePart({ athleteId, date, draft, onChoose }: Props) {
  const trpc = useTRPC();
  const units = useUnits();
  const { kind, libraryId } = draft;
  const { data } = useQuery(
    trpc.coachCalendar.lastTimes.queryOptions({ athleteId, before: date, kind, libraryId }),
  );
  const told = useMemo(() => (data ? tell(data, draft, date) : null), [data, draft, date]);
  if (!told) return null;
  const { last, ledger, times } = told;
  // What stands here already is no step on.
  const offers = told.offers.filter(({ text }) => text !== draft.text);
  if (!last && offers.length === 0) return null;
  return (
    <section aria-label="Last time you gave this" className="border-t border-line pt-4">
      <h3 className="type-lead">{last ? "Last time you gave this" : "The first of its kind in a year"}</h3>
      {last ? <p className="text-sm text-ink-soft">{sayLast(last, units)}</p> : null}
      {ledger ? (
        <dl className="mt-2 grid grid-cols-2 gap-x-4 gap-y-2 border-y border-line py-2 sm:grid-cols-4">
          {ledger.lines.map((line) => (
            <div key={line.variable}>
              <dt className="type-label text-ink-soft">{NAMES[line.variable]}</dt>
              <dd className={`type-figure text-sm ${line.change === "harder" ? "text-attention-text" : ""}`}>
                {sayLine(line)}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {ledger && ledger.harder > 1 ? (
        <div className="mt-2">
          <Notice tone="attention">{`Harder in ${hardNames(ledger.lines)} at once. One thing at a time (${sourceWords(["M44"])}).`}</Notice>
        </div>
      ) : null}
      {times >= STALE_TIMES ? (
        <div className="mt-2">
          <Notice tone="attention">
            {`Given ${times} times in six weeks without a change: the body has learnt it. Take one of the steps below (${sourceWords(["M35"])}).`}
          </Notice>
        </div>
      ) : null}
      {offers.length > 0 ? <Offers offers={offers} onChoose={onChoose} /> : null}
    </section>
  );
}

const NAMES = { repetitions: "Repetitions", length: "Length", pace: "Pace", rest: "Rest" } as const;

function tell(all: readonly LastTime[], draft: WorkoutDraft, date: string) {
  const spec = specOf(draft);
  const family = all.filter((each) => {
    const other = specOf({ ...each, kind: each.kind as WorkoutKind });
    return spec && other
      ? other.family === spec.family
      : !spec &&
          !other &&
          (each.title === draft.title || (draft.libraryId !== null && each.libraryId === draft.libraryId));
  });
  const last = family[0] ?? null;
  const before = last ? specOf({ ...last, kind: last.kind as WorkoutKind }) : null;
  const ledger = spec && before ? changeLedger(before, spec) : null;
  const times = spec
    ? family.filter((each) => {
        const other = specOf({ ...each, kind: each.kind as WorkoutKind });
        return other && changeLedger(other, spec).same && daysBetween(each.date, date) <= STALE_DAYS;
      }).length
    : 0;
  return { last, ledger, times, offers: offersFor(draft, last, family) };
}

function specOf(workout: {
  kind: WorkoutKind;
  hard: boolean;
  title: string;
  text: string | null;
  libraryId: string | null;
}) {
  const { libraryId, ...rest } = workout;
  return specOfWorkout({ ...rest, workout: libraryId });
}

const OUTCOMES = { done: "done", changed: "changed", missed: "missed" } as const;

/** From what was given last, or from what stands here where it is the first time. */
function offersFor(draft: WorkoutDraft, last: LastTime | null, family: readonly LastTime[]): NextStep[] {
  const text = last?.text ?? draft.text;
  const parsed = draft.hard && text ? parseWorkout(text) : null;
  if (!parsed?.ok) return [];
  const history = family.flatMap(({ date, status, grade, rpe }) => {
    const outcome = grade === "short" ? "not-finished" : OUTCOMES[status as keyof typeof OUTCOMES];
    return outcome ? [{ date: date as IsoDate, outcome: outcome as "done", rpe }] : [];
  });
  return nextSteps({ blocks: parsed.blocks, workout: draft.libraryId }, history);
}

function sayLast(last: LastTime, units: UnitSystem): string {
  const { date, title, status, grade, rpe, durationS, distanceM } = last;
  const outcome = status === "missed" ? "not logged" : status === "done" ? (grade ?? "done") : status;
  const done = [
    outcome,
    durationS === null ? null : formatDuration(durationS),
    distanceM === null ? null : formatDistance(distanceM, units, 1),
    rpe === null ? null : `RPE ${rpe}`,
  ].filter(Boolean);
  return `${shortDay(date)}: ${title}, ${done.join(", ")}.`;
}

function sayLine({ variable, before, now, unit, change }: LedgerLine): string {
  if (change === "same") return `= ${sized(now, unit) ?? "none"}`;
  if (variable === "repetitions" && typeof before === "number" && typeof now === "number")
    return `${before} → ${now} (${now > before ? "+" : "−"}${Math.abs(now - before)})`;
  return `${sized(before, unit) ?? "none"} → ${sized(now, unit) ?? "none"}`;
}

function sized(value: string | number | null, unit: "s" | "m" | null): string | null {
  if (value === null) return null;
  if (typeof value === "string") return value;
  return unit === "s"
    ? formatDuration(value)
    : unit === "m"
      ? formatDistance(value, "metric")
      : String(value);
}

function hardNames(lines: readonly LedgerLine[]): string {
  return lines
    .flatMap(({ variable, change }) => (change === "harder" ? [NAMES[variable].toLowerCase()] : []))
    .join(" and ");
}

const REASONS = {
  "one-variable": "one thing changed each",
  "last-one-was-too-much": "the last one was too much",
  "four-weeks-done": "four weeks of it are enough",
  "first-time": "where to start",
} as const;
const CHANGES = {
  reps: "Repetitions",
  length: "Length",
  rest: "Rest",
  pace: "Pace",
  repeat: "The same",
  ease: "Easier",
} as const;

function Offers({ offers, onChoose }: { offers: readonly NextStep[]; onChoose: (step: NextStep) => void }) {
  const [first] = offers;
  return (
    <div className="mt-3">
      <h4 className="text-sm font-semibold">
        Next steps{" "}
        <span className="font-normal text-ink-soft">{`– ${REASONS[first?.reason ?? "first-time"]}`}</span>
      </h4>
      <ul className="mt-1 divide-y divide-line border-y border-line text-sm">
        {offers.map((step) => (
          <li key={step.text} className="flex items-start justify-between gap-3 py-1.5">
            <span className="min-w-0">
              <b className="font-semibold">
                {step.change === "switch"
                  ? `Instead: ${(step.workout ?? "").replaceAll("-", " ")}`
                  : CHANGES[step.change]}
              </b>{" "}
              <span className="type-narrow text-ink-soft">{step.text.replaceAll("\n", " · ")}</span>
            </span>
            <Button
              size="sm"
              aria-label={`Use: ${step.text.replaceAll("\n", ", ")}`}
              onPress={() => onChoose(step)}
            >
              Use
            </Button>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-xs text-ink-soft">{`Source: ${sourceWords(first?.source ?? [])}`}</p>
    </div>
  );
}
