"use client";

import type { Pacing } from "@repo/core/paces";
import { inUnits, type UnitSystem } from "@repo/core/units";
import { Disclosure } from "@repo/ui/disclosure";
import { EmptyState } from "@repo/ui/empty-state";
import { shortDay } from "#components/day-words.ts";
import { distanceWords } from "#components/distance-words.ts";
import { useTold } from "#components/told.tsx";
import { useUnits } from "#components/units.tsx";
import { workoutDetail } from "#components/workout-figures.ts";
import type { RouterOutputs } from "#trpc/root.ts";

type Preview = RouterOutputs["cycles"]["preview"];
type Each = Preview["athletes"][number];

/** What the cycle would be for each: days, paces, what moves, what the rules say, whose season goes. */
export function PreviewList({ preview, isAsked }: { preview: Preview | null; isAsked: boolean }) {
  if (!isAsked) {
    return (
      <EmptyState title="What it would be for each">
        Choose athletes and a day. Here you see each one's dates and paces, the days that have to move, what
        the rules say, and which season it replaces.
      </EmptyState>
    );
  }
  const quiet = preview?.athletes.filter(({ errors, warnings }) => errors + warnings === 0).length ?? 0;
  return (
    <section aria-label="What it would be" aria-busy={preview === null}>
      <h2 className="type-title" aria-live="polite">
        {preview ? `${quiet} of ${preview.athletes.length} without anything to look at` : "Looking…"}
      </h2>
      {preview && preview.missing.length > 0 ? (
        <p className="text-sm text-track-text">
          {`${preview.missing.length} ${preview.missing.length === 1 ? "athlete shares" : "athletes share"} no training with you here and would be left out.`}
        </p>
      ) : null}
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {preview?.athletes.map((each) => (
          <PreviewRow key={each.athleteId} each={each} />
        ))}
      </ul>
    </section>
  );
}

function PreviewRow({ each }: { each: Each }) {
  const units = useUnits();
  const told = useTold();
  const pacing = each.pacing as Pacing;
  const found = each.errors + each.warnings;
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 text-sm md:grid-cols-[12rem_minmax(0,1fr)]">
      <div>
        <h3 className="type-lead">{each.name}</h3>
        <p className="type-narrow text-ink-soft">
          {`${shortDay(each.startsOn)} to ${shortDay(each.endsOn)} ${each.endsOn.slice(0, 4)}`}
        </p>
        <p className="type-narrow text-ink-soft">
          {pacing.score === null ? "No result yet: by effort" : `Score ${pacing.score.toFixed(1)}`}
        </p>
        {each.scale ? <p className="type-narrow font-semibold">{scaleWords(each.scale, units)}</p> : null}
        {each.firstKm === null ? null : (
          <p className="type-narrow text-ink-soft">
            {`Begins with ${distanceWords(each.firstKm, units)} a week, ${each.nowKm === null ? "now not known" : `now ${distanceWords(each.nowKm, units)}`}`}
          </p>
        )}
      </div>
      <div className="min-w-0">
        <ul className="type-narrow">
          {each.samples.map((workout) => (
            <li key={workout.title} className="flex justify-between gap-4">
              <span>{inUnits(workout.title, units)}</span>
              <span className="type-figure text-right text-ink-soft">
                {workoutDetail(workout, pacing, units)}
              </span>
            </li>
          ))}
        </ul>
        {each.replaces.length > 0 ? (
          <p className="mt-1 text-attention-text">{`Takes the days of ${each.replaces.map(({ name }) => name).join(", ")}.`}</p>
        ) : null}
        {each.isPast ? (
          <p className="mt-1 text-attention-text">It begins before today: what has passed is not planned.</p>
        ) : null}
        {each.dropped > 0 ? (
          <p className="mt-1 text-track-text">
            {`${each.dropped} ${each.dropped === 1 ? "workout finds" : "workouts find"} no day: ${each.droppedFirst.map(({ title, date }) => `${title}, ${shortDay(date)}`).join("; ")}`}
          </p>
        ) : null}
        {each.moved > 0 ? (
          <Disclosure summary={`${each.moved} moved off days they cannot train`} className="mt-1">
            <ul>
              {each.movedFirst.map(({ title, from, to }) => (
                <li key={title + from}>{`${title}: ${shortDay(from)} to ${shortDay(to)}`}</li>
              ))}
              {each.moved > each.movedFirst.length ? (
                <li className="text-ink-soft">{`and ${each.moved - each.movedFirst.length} more`}</li>
              ) : null}
            </ul>
          </Disclosure>
        ) : null}
        {found > 0 ? (
          <Disclosure summary={`${found} to look at`} className="mt-1">
            <ul className="list-disc pl-5">
              {each.findings.map(({ rule, title, date }) => (
                <li key={`${rule} ${date} ${title}`}>{told(title)}</li>
              ))}
              {found > each.findings.length ? (
                <li className="text-ink-soft">{`and ${found - each.findings.length} more`}</li>
              ) : null}
            </ul>
          </Disclosure>
        ) : null}
      </div>
    </li>
  );
}

/** How easy and long running follows what somebody runs now. */
function scaleWords({ factor, nowKm, firstKm }: NonNullable<Each["scale"]>, units: UnitSystem): string {
  const way = factor < 1 ? "shortened" : "lengthened";
  return `Easy and long runs ${way} to ${Math.round(factor * 100)} %: runs ${distanceWords(nowKm, units)} a week, the plan begins with ${distanceWords(firstKm, units)}`;
}
