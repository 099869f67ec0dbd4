"use client";

import { addDays } from "@repo/core/calendar";
import { Button } from "@repo/ui/button";
import { Chart } from "@repo/ui/chart";
import { type RibbonData, ribbonPicture } from "@repo/ui/charts";
import { startTransition, useMemo, useState } from "react";
import { openFindings } from "#components/plan-check.tsx";
import { useUnits } from "#components/units.tsx";
import { LevelLines } from "./level-lines.tsx";
import { PhaseHandles } from "./phase-handles.tsx";
import { PhasePreview } from "./phase-preview.tsx";
import { PhasesDialog } from "./phases-dialog.tsx";
import { RacesDialog } from "./races-dialog.tsx";
import { racesOf } from "./season-view.tsx";
import { weekTargetsOf } from "./season-weeks.ts";
import type { SeasonData } from "./use-plan-edits.ts";

export type PhaseDraft = { kind: SeasonData["phases"][number]["kind"]; start: string };
export type PhasesDraft = { phases: PhaseDraft[]; end: string };

type Props = { season: SeasonData; onShowWeek: (start: string) => void };

/** The whole season on one screen: phases with edges to drag, bars, races, fitness and form, findings at their week. */
export function SeasonPlanner({ season, onShowWeek }: Props) {
  const [draft, setDraft] = useState<PhasesDraft | null>(null);
  const [dialog, setDialog] = useState<"phases" | "races" | null>(null);
  const units = useUnits();
  const ribbon = useMemo(() => ({ ...ribbonOf(season, draft), units }), [season, draft, units]);
  const canPlan = season.mayPlan && season.status !== "archived";
  return (
    <section aria-label="The season at a glance" className="mt-3 mb-7">
      <div className="relative">
        <FindingMarks season={season} onShowWeek={onShowWeek} />
        <div className="relative">
          <Chart
            label={`Season of ${season.athleteName}`}
            picture={ribbonPicture(ribbon, { width: 1150, height: 150 })}
            narrow={ribbonPicture(ribbon, { width: 358, height: 110 })}
          />
          {canPlan ? <PhaseHandles season={season} draft={draft} setDraft={setDraft} /> : null}
        </div>
        <LevelLines season={season} />
      </div>
      {draft ? <PhasePreview season={season} draft={draft} onClose={() => setDraft(null)} /> : null}
      {canPlan && !draft ? (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button size="sm" onPress={() => startTransition(() => setDialog("phases"))}>
            Phases…
          </Button>
          {season.request ? (
            <Button size="sm" onPress={() => startTransition(() => setDialog("races"))}>
              Races…
            </Button>
          ) : null}
        </div>
      ) : null}
      {dialog === "phases" ? (
        <PhasesDialog
          season={season}
          onClose={() => setDialog(null)}
          onPreview={(next) => {
            setDraft(next);
            setDialog(null);
          }}
        />
      ) : null}
      {dialog === "races" ? <RacesDialog season={season} onClose={() => setDialog(null)} /> : null}
    </section>
  );
}

/** The phases of a season as they can be changed. */
export function draftOf(season: SeasonData): PhasesDraft {
  const last = season.weeks.at(-1)?.start ?? season.startsOn;
  const first = season.weeks[0]?.start ?? season.startsOn;
  const phases = season.phases.map(({ kind, start }, at) => ({ kind, start: at === 0 ? first : start }));
  return { phases, end: addDays(last, 6) };
}

function phaseAt(draft: PhasesDraft, start: string) {
  return draft.phases.findLast((phase) => phase.start <= start)?.kind ?? null;
}

function ribbonOf(season: SeasonData, draft: PhasesDraft | null): RibbonData {
  const weeks = weekTargetsOf(season).map(({ week, plannedKm }) => ({
    start: week.start,
    phase: (draft ? phaseAt(draft, week.start) : week.phase) as RibbonData["weeks"][number]["phase"],
    plannedKm,
    doneKm: week.doneKm,
    cutback: week.cutback,
  }));
  return {
    today: season.today,
    races: racesOf(season).map(({ date, name, priority, distanceM }) => ({
      date,
      priority,
      name: name ?? `${Math.round(distanceM / 100) / 10} km`,
    })),
    weeks,
  };
}

/** Findings over the week they concern: a mark to press, with how many there are. */
function FindingMarks({ season, onShowWeek }: Props) {
  const n = season.weeks.length;
  const marks = useMemo(() => {
    const byWeek = new Map<number, { count: number; isError: boolean }>();
    for (const { dates, severity } of openFindings(season.findings)) {
      const at = season.weeks.findLastIndex(({ start }) => start <= (dates[0] ?? ""));
      if (at < 0) continue;
      const mark = byWeek.get(at) ?? { count: 0, isError: false };
      byWeek.set(at, { count: mark.count + 1, isError: mark.isError || severity === "error" });
    }
    return [...byWeek].sort(([a], [b]) => a - b);
  }, [season]);
  if (marks.length === 0) return null;
  return (
    <ol aria-label="Findings by week" className="relative hidden h-6 md:block">
      {marks.map(([at, { count, isError }]) => {
        const start = season.weeks[at]?.start ?? "";
        return (
          <li
            key={start}
            className="absolute top-0 -translate-x-1/2"
            style={{ left: `${((at + 0.5) / n) * 100}%` }}
          >
            <button
              type="button"
              aria-label={`${count} to look at in the week of ${start}`}
              onClick={() => onShowWeek(start)}
              className={`type-figure flex h-6 min-w-6 items-center justify-center text-[0.6875rem] font-semibold hover:underline ${isError ? "text-track-text" : "text-attention-text"}`}
            >
              {`${isError ? "■" : "◆"}${count > 1 ? count : ""}`}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
