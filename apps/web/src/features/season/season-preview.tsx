"use client";

import { evidenceWords } from "@repo/core/report";
import type { UnitSystem } from "@repo/core/units";
import { Chart } from "@repo/ui/chart";
import { type RibbonData, ribbonPicture } from "@repo/ui/charts";
import { EmptyState } from "@repo/ui/empty-state";
import { ErrorState } from "@repo/ui/error-state";
import { FindingItem, FindingList } from "@repo/ui/finding-item";
import { Skeleton } from "@repo/ui/skeleton";
import { Stat, StatRow } from "@repo/ui/stat";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useState } from "react";
import { shortDay } from "#components/day-words.ts";
import { distanceWords } from "#components/distance-words.ts";
import { Told, useTold } from "#components/told.tsx";
import { useUnits } from "#components/units.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { sourceWords } from "#words/sources.ts";
import { words } from "#words.ts";
import type { SeasonRequest } from "./request-draft.ts";
import { requestFaultWords } from "./request-fault-words.ts";

type Props = { athleteId: string; request: SeasonRequest | null; waitingFor: string | null };
type Preview = RouterOutputs["season"]["preview"];

const PAUSE_MS = 350;

/** What the request would give: ribbon, figures, a week, and what the rules say, before anything is saved. */
export function SeasonPreview({ athleteId, request, waitingFor }: Props) {
  const trpc = useTRPC();
  const asked = useSettled(request);
  const preview = useQuery(
    trpc.season.preview.queryOptions(asked ? { athleteId, request: asked } : skipToken, {
      placeholderData: keepPreviousData,
      retry: false,
    }),
  );
  const shown = useDeferredValue(preview.data);
  return (
    <section aria-label="Preview" aria-busy={preview.isFetching} className="min-w-0">
      {preview.error ? (
        <ErrorState title="This cannot be planned">
          <ul>
            {requestFaultWords(preview.error).map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </ErrorState>
      ) : shown && request ? (
        <Shown preview={shown} />
      ) : preview.isFetching ? (
        <Skeleton className="h-80 w-full" />
      ) : (
        <EmptyState title="The season appears here as you fill it in">{waitingFor}</EmptyState>
      )}
    </section>
  );
}

/** The value once it has stood still for a moment, so that a half-typed time does not ask the server. */
function useSettled(value: SeasonRequest | null): SeasonRequest | null {
  const text = JSON.stringify(value);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return JSON.parse(settled) as SeasonRequest | null;
}

function isRelief(phase: string): boolean {
  return phase === "peak" || phase === "race" || phase === "recovery";
}

function Shown({ preview }: { preview: Preview }) {
  const units = useUnits();
  const told = useTold();
  const open = preview.findings.filter(({ severity }) => severity !== "info");
  // The largest week of training: the week of an ultra is none.
  const peak = Math.max(
    0,
    ...preview.weeks.map(({ phase, targetKm }) => (isRelief(phase) ? 0 : (targetKm ?? 0))),
  );
  const longest = Math.max(...preview.weeks.map(({ longestKm }) => longestKm ?? 0));
  return (
    <>
      <h2 className="type-title">
        {open.length === 0
          ? `${preview.weeks.length} weeks that keep all ${preview.rulesChecked} rules`
          : `${preview.weeks.length} weeks, ${open.length} ${open.length === 1 ? "thing" : "things"} to look at`}
      </h2>
      <Chart
        label="The season as asked"
        className="mt-3"
        picture={ribbonPicture(ribbonOf(preview, units), { width: 720, height: 140 })}
        narrow={ribbonPicture(ribbonOf(preview, units), { width: 358, height: 110 })}
      />
      <div className="mt-5">
        <StatRow>
          <Stat label="Biggest week" value={distanceWords(peak, units)} />
          <Stat label="Longest run" value={distanceWords(longest, units, { decimals: 1 })} />
          <Stat
            label="Score paces rest on"
            value={preview.pacing.score === null ? null : preview.pacing.score.toFixed(1)}
            reason="add a recent result"
            {...(preview.pacing.scoreDate ? { note: shortDay(preview.pacing.scoreDate) } : {})}
          />
        </StatRow>
      </div>
      <div className="mt-6 grid gap-x-8 gap-y-6 lg:grid-cols-2">
        <Sample preview={preview} />
        <div className="min-w-0">
          <h3 className="type-title">Plan check</h3>
          <FindingList label="Findings">
            {open.map((finding) => (
              <FindingItem
                key={`${finding.rule} ${finding.title} ${finding.dates.join()}`}
                severity={finding.severity === "error" ? "error" : "warning"}
                title={told(finding.title)}
                source={`Source: ${sourceWords(finding.source)}`}
                evidence={evidenceWords(finding.evidence, units)}
              />
            ))}
            {preview.notHonoured.map((wish) => (
              <FindingItem
                key={`${wish.code} ${wish.dates.join()}`}
                severity="note"
                title={told(wish.title)}
              />
            ))}
            {open.length === 0 ? <FindingItem severity="pass" title="Every rule is kept" /> : null}
          </FindingList>
        </div>
      </div>
    </>
  );
}

function Sample({ preview }: { preview: Preview }) {
  return (
    <div className="min-w-0">
      <h3 className="type-title">The first week</h3>
      <ol className="mt-1 divide-y divide-line border-y border-line text-sm">
        {(preview.sample ?? []).map((workout) => (
          <li key={`${workout.date} ${workout.title}`} className="flex items-baseline gap-3 py-1.5">
            <span className="type-narrow w-14 shrink-0 text-ink-soft">{shortDay(workout.date)}</span>
            <span className={workout.hard ? "font-semibold" : ""}>
              <Told text={workout.title} />
            </span>
            <span className="type-narrow ml-auto text-xs text-ink-soft">{words("kind", workout.kind)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function ribbonOf(preview: Preview, units: UnitSystem): RibbonData {
  return {
    units,
    today: preview.today,
    weeks: preview.weeks.map(({ start, phase, targetKm, cutback }) => ({
      start,
      phase,
      plannedKm: targetKm,
      doneKm: null,
      cutback,
    })),
    races: preview.races.map(({ date, name, priority, distanceM }) => ({
      date,
      priority,
      name: name ?? `${Math.round(distanceM / 100) / 10} km`,
    })),
  };
}
