"use client";

import { NO_PACING, type Pacing } from "@repo/core/paces";
import { STRENGTH_LIBRARY, type StrengthSession } from "@repo/core/strength";
import { type LibraryWorkout, parseWorkout, WORKOUT_LIBRARY } from "@repo/core/workouts";
import { Button } from "@repo/ui/button";
import { Disclosure } from "@repo/ui/disclosure";
import { EmptyState } from "@repo/ui/empty-state";
import { InlineChart } from "@repo/ui/inline-chart";
import { PageTitle } from "@repo/ui/page-title";
import { TextField } from "@repo/ui/text-field";
import { skipToken, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { parseAsString, useQueryStates } from "nuqs";
import { useDeferredValue, useMemo } from "react";
import { NativeSelect } from "#components/native-select.tsx";
import { useUnits } from "#components/units.tsx";
import { profileOfText, workoutDetail } from "#components/workout-figures.ts";
import { Steps } from "#components/workout-text.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { sourceWords } from "#words/sources.ts";
import { words } from "#words.ts";
import { MethodNotes } from "./method-notes.tsx";
import { StrengthList } from "./strength-list.tsx";

const ANY = { value: "", label: "All" };
const KINDS = [...new Set([...WORKOUT_LIBRARY, ...STRENGTH_LIBRARY].map(({ kind }) => kind))];
const PHASES = ["base", "build", "speed", "peak", "recovery"] as const;
const LEVELS = ["beginner", "intermediate", "advanced"] as const;
const ORDER: readonly string[] = LEVELS;
const TEXT = parseAsString.withDefault("");

/** Every workout of the library: what it is for, who may do it, and the ranges of one athlete. */
export function LibraryView() {
  const trpc = useTRPC();
  const [filter, setFilter] = useQueryStates(
    { q: TEXT, kind: TEXT, phase: TEXT, level: TEXT, athlete: TEXT },
    { clearOnDefault: true, throttleMs: 300 },
  );
  const { data: athletes } = useSuspenseQuery(trpc.season.list.queryOptions());
  const known = useQuery(
    trpc.workouts.pacing.queryOptions(filter.athlete ? { athleteId: filter.athlete } : skipToken, {
      retry: false,
    }),
  );
  const pacing = (known.data?.pacing as Pacing | undefined) ?? NO_PACING;
  const shown = useDeferredValue(useMemo(() => matching(filter), [filter]));
  const strength = useDeferredValue(useMemo(() => matchingStrength(filter), [filter]));
  return (
    <>
      <PageTitle
        title={`${WORKOUT_LIBRARY.length} workouts`}
        lead={
          filter.athlete && known.data
            ? `In the paces of ${known.data.name}${pacing.score === null ? ", as far as they are known" : `, score ${pacing.score.toFixed(1)}`}.`
            : "Each with its purpose, its steps and where it comes from. Choose an athlete to see their ranges."
        }
      />
      <search
        aria-label="Workouts"
        className="grid grid-cols-2 gap-3 border-b border-line py-4 *:first:max-sm:col-span-2 sm:grid-cols-3 lg:grid-cols-5"
      >
        <TextField
          label="Search"
          type="search"
          value={filter.q}
          onChange={(event) => void setFilter({ q: event.target.value })}
        />
        <Filter
          label="Kind"
          value={filter.kind}
          options={optionsOf("kind", KINDS)}
          onChange={(kind) => setFilter({ kind })}
        />
        <Filter
          label="Phase"
          value={filter.phase}
          options={optionsOf("phase", PHASES)}
          onChange={(phase) => setFilter({ phase })}
        />
        <Filter
          label="For"
          value={filter.level}
          options={optionsOf("level", LEVELS)}
          onChange={(level) => setFilter({ level })}
        />
        <Filter
          label="Ranges of"
          value={filter.athlete}
          options={[
            { value: "", label: "Nobody" },
            ...athletes.map(({ athleteId, name }) => ({ value: athleteId, label: name })),
          ]}
          onChange={(athlete) => setFilter({ athlete })}
        />
      </search>
      <p aria-live="polite" className="py-2 text-sm text-ink-soft">
        {shown.length === 0 && strength.length > 0
          ? "No running among these"
          : `${shown.length} of ${WORKOUT_LIBRARY.length}`}
      </p>
      {shown.length === 0 && strength.length === 0 ? (
        <EmptyState
          title="No workout fits"
          action={
            <Button onPress={() => void setFilter({ q: "", kind: "", phase: "", level: "" })}>
              Show all
            </Button>
          }
        >
          Try fewer words, another phase, or all levels.
        </EmptyState>
      ) : shown.length === 0 ? null : (
        <ul className="divide-y divide-line border-y border-line">
          {shown.map((workout) => (
            <LibraryRow key={workout.id} workout={workout} pacing={pacing} />
          ))}
        </ul>
      )}
      <StrengthList sessions={strength} />
      <MethodNotes />
    </>
  );
}

type FilterProps = {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => unknown;
};

function Filter({ onChange, ...props }: FilterProps) {
  return <NativeSelect {...props} onChange={(event) => void onChange(event.target.value)} />;
}

function optionsOf(topic: "kind" | "phase" | "level", values: readonly string[]) {
  return [ANY, ...values.map((value) => ({ value, label: words(topic, value) }))];
}

type Wanted = { q: string; kind: string; phase: string; level: string };

function matching({ q, kind, phase, level }: Wanted): LibraryWorkout[] {
  const needles = q.toLowerCase().split(/\s+/).filter(Boolean);
  return WORKOUT_LIBRARY.filter((workout) => {
    const hay =
      `${workout.title} ${workout.purpose} ${workout.text} ${workout.source.join(" ")}`.toLowerCase();
    return (
      needles.every((needle) => hay.includes(needle)) &&
      (!kind || workout.kind === kind) &&
      (!phase || workout.phases.some((each) => each === phase)) &&
      (!level || workout.startDose[level as keyof LibraryWorkout["startDose"]] !== null)
    );
  });
}

/** The phase does not narrow these: it sets their dose. */
function matchingStrength({ q, kind, level }: Wanted): StrengthSession[] {
  const needles = q.toLowerCase().split(/\s+/).filter(Boolean);
  const most = level ? ORDER.indexOf(level) : LEVELS.length;
  return STRENGTH_LIBRARY.filter((session) => {
    const exercises = session.sets.map(({ exercise }) => exercise).join(" ");
    const hay = `${session.title} ${session.purpose} ${exercises} ${session.source.join(" ")}`.toLowerCase();
    return (
      needles.every((needle) => hay.includes(needle)) &&
      (!kind || session.kind === kind) &&
      ORDER.indexOf(session.level) <= most
    );
  });
}

function LibraryRow({ workout, pacing }: { workout: LibraryWorkout; pacing: Pacing }) {
  const units = useUnits();
  const parsed = useMemo(() => parseWorkout(workout.text), [workout.text]);
  const profile = useMemo(
    () => profileOfText(workout.text, pacing, { width: 220, height: 40, evenIfPlain: true }),
    [workout.text, pacing],
  );
  const range = workoutDetail({ text: workout.text, distanceM: null, durationS: null }, pacing, units);
  return (
    <li className="grid gap-x-8 gap-y-3 py-4 [content-visibility:auto] [contain-intrinsic-size:auto_8rem] md:grid-cols-[minmax(0,1fr)_14rem]">
      <div className="min-w-0">
        <h2 className="type-lead">{workout.title}</h2>
        <p className="type-narrow text-xs text-ink-soft">
          {[
            words("kind", workout.kind),
            workout.hard ? "hard day" : "easy day",
            `from ${words("level", workout.level).toLowerCase()}`,
            workout.phases.map((phase) => words("phase", phase).toLowerCase()).join(", "),
            sourceWords(workout.source),
          ].join(" · ")}
        </p>
        <p className="mt-1.5 max-w-prose text-sm">{workout.purpose}</p>
        <Disclosure summary={`Steps and ${workout.doses.length} doses`} className="mt-1.5">
          {parsed.ok ? <Steps blocks={parsed.blocks} pacing={pacing} /> : null}
          <ol className="mt-3 list-decimal space-y-1 pl-5 text-sm text-ink-soft">
            {workout.doses.map((dose) => (
              <li key={dose.main}>{dose.main.replaceAll("\n", " · ")}</li>
            ))}
          </ol>
          {workout.insteadAfterInjury ? (
            <p className="mt-2 text-sm text-ink-soft">
              {`Not after ${workout.notAfterInjury.join(", ")}: ${workout.insteadAfterInjury}`}
            </p>
          ) : null}
        </Disclosure>
      </div>
      <div className="min-w-0 md:text-right">
        {profile ? <InlineChart svg={profile} className="max-w-56 md:ml-auto" /> : null}
        <p className="type-figure mt-1.5 text-sm">{range}</p>
      </div>
    </li>
  );
}
