"use client";

import { LEVELS } from "@repo/core/athlete";
import { NO_PACING, type Pacing } from "@repo/core/paces";
import { STRENGTH_LIBRARY } from "@repo/core/strength";
import {
  FRESHNESS,
  LIBRARY_EVENTS,
  type LibraryWorkout,
  parseWorkout,
  WORKOUT_LIBRARY,
} from "@repo/core/workouts";
import { Button } from "@repo/ui/button";
import { Disclosure } from "@repo/ui/disclosure";
import { EmptyState } from "@repo/ui/empty-state";
import { InlineChart } from "@repo/ui/inline-chart";
import { LinkButton } from "@repo/ui/link-button";
import { PageTitle } from "@repo/ui/page-title";
import { Section } from "@repo/ui/section";
import { TextField } from "@repo/ui/text-field";
import { skipToken, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { parseAsString, useQueryStates } from "nuqs";

import { memo, useDeferredValue, useMemo, useState } from "react";

import { Link } from "#components/link.tsx";
import { NativeSelect } from "#components/native-select.tsx";

import { Steps } from "#components/steps.tsx";
import { useUnits } from "#components/units.tsx";
import { profileOfText, workoutDetail } from "#components/workout-figures.ts";
import { useTRPC } from "#trpc/client.tsx";
import { sourceWords } from "#words/sources.ts";
import { words } from "#words.ts";
import { PHASES } from "./facet-fields.tsx";
import {
  matchingKept,
  matchingLibrary,
  matchingStrength,
  OWN,
  optionsOf,
  PRODUCT,
} from "./filter-library.ts";
import { NewKeptDialog } from "./kept-dialogs.tsx";
import { KeptList } from "./kept-list.tsx";
import { MethodNotes } from "./method-notes.tsx";
import { StrengthList } from "./strength-list.tsx";
import { useKept } from "./use-kept.ts";

const KINDS = [...new Set([...WORKOUT_LIBRARY, ...STRENGTH_LIBRARY].map(({ kind }) => kind))];
const TEXT = parseAsString.withDefault("");

/** Every workout of the library: what it is for, who may do it, and the ranges of one athlete. */
export function LibraryView() {
  const trpc = useTRPC();
  const [filter, setFilter] = useQueryStates(
    { q: TEXT, kind: TEXT, phase: TEXT, event: TEXT, level: TEXT, fresh: TEXT, folder: TEXT, athlete: TEXT },
    { clearOnDefault: true, throttleMs: 300 },
  );
  const { data: athletes } = useSuspenseQuery(trpc.season.list.queryOptions());
  const known = useQuery(
    trpc.workouts.pacing.queryOptions(filter.athlete ? { athleteId: filter.athlete } : skipToken, {
      retry: false,
    }),
  );
  const pacing = (known.data?.pacing as Pacing | undefined) ?? NO_PACING;
  const { kept, folders, orgId } = useKept();
  const [isWriting, setWriting] = useState(false);
  const own = useDeferredValue(useMemo(() => matchingKept(kept, filter), [kept, filter]));
  const shown = useDeferredValue(useMemo(() => matchingLibrary(filter), [filter]));
  const strength = useDeferredValue(useMemo(() => matchingStrength(filter), [filter]));
  const nothing = shown.length + strength.length + own.length === 0;
  return (
    <>
      <PageTitle
        title={titleOf(kept.length)}
        actions={
          orgId ? (
            <>
              <LinkButton as={Link} href="/workouts/bring-in">
                Bring in workouts
              </LinkButton>
              <Button variant="solid" onPress={() => setWriting(true)}>
                New workout
              </Button>
            </>
          ) : null
        }
        lead={
          filter.athlete && known.data
            ? `In the paces of ${known.data.name}${pacing.score === null ? ", as far as they are known" : `, score ${pacing.score.toFixed(1)}`}.`
            : "Each with its purpose, its steps and where it comes from. Choose an athlete to see their ranges."
        }
      />
      <search
        aria-label="Workouts"
        className="grid grid-cols-2 gap-3 border-b border-line py-4 *:first:max-sm:col-span-2 sm:grid-cols-3 lg:grid-cols-4"
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
          label="Event"
          value={filter.event}
          options={optionsOf("event", LIBRARY_EVENTS)}
          onChange={(event) => setFilter({ event })}
        />
        <Filter
          label="For"
          value={filter.level}
          options={optionsOf("level", LEVELS)}
          onChange={(level) => setFilter({ level })}
        />
        <Filter
          label="Asks for"
          value={filter.fresh}
          options={optionsOf("freshness", FRESHNESS)}
          onChange={(fresh) => setFilter({ fresh })}
        />
        <Filter
          label="Where"
          value={filter.folder}
          options={[
            { value: "", label: "Everywhere" },
            { value: OWN, label: "Your own" },
            ...folders.map((value) => ({ value, label: `Folder ${value}` })),
            { value: PRODUCT, label: "The library" },
          ]}
          onChange={(folder) => setFilter({ folder })}
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
        {saidOf({ own: own.length, shown: shown.length, strength: strength.length })}
      </p>
      {nothing ? (
        <EmptyState
          title="No workout fits"
          action={<Button onPress={() => void setFilter(ALL)}>Show all</Button>}
        >
          Try fewer words, another phase, or all levels.
        </EmptyState>
      ) : null}
      {own.length > 0 ? (
        <Section title="Your own" note={own.length === 1 ? "one workout" : `${own.length} workouts`}>
          <KeptList workouts={own} pacing={pacing} />
        </Section>
      ) : null}
      {shown.length > 0 ? (
        <Section title="The library" note={`${shown.length} of ${WORKOUT_LIBRARY.length}`}>
          <LibraryList workouts={shown} pacing={pacing} />
        </Section>
      ) : null}
      <StrengthList sessions={strength} />
      <MethodNotes />
      {isWriting && orgId ? <NewKeptDialog orgId={orgId} onClose={() => setWriting(false)} /> : null}
    </>
  );
}

const ALL = { q: "", kind: "", phase: "", event: "", level: "", fresh: "", folder: "" };

function titleOf(own: number): string {
  const all = `${WORKOUT_LIBRARY.length + own} workouts`;
  return own === 0 ? all : `${all}, ${own} of them your own`;
}

function saidOf({ own, shown, strength }: { own: number; shown: number; strength: number }): string {
  if (own + shown === 0 && strength > 0) return "No running among these";
  return `${own + shown} fit`;
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

type ListProps = { workouts: readonly LibraryWorkout[]; pacing: Pacing };

/** Drawn anew when its workouts change, not at every letter that is typed. */
const LibraryList = memo(function LibraryList({ workouts, pacing }: ListProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {workouts.map((workout) => (
        <LibraryRow key={workout.id} workout={workout} pacing={pacing} />
      ))}
    </ul>
  );
});

const LibraryRow = memo(function LibraryRow({
  workout,
  pacing,
}: {
  workout: LibraryWorkout;
  pacing: Pacing;
}) {
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
        <h3 className="type-lead">{workout.title}</h3>
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
});
