"use client";

import { addDays } from "@repo/core/calendar";
import { Button } from "@repo/ui/button";
import { LinkButton } from "@repo/ui/link-button";
import { PageTitle } from "@repo/ui/page-title";
import { useSuspenseQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { useEffect, useMemo, useState } from "react";
import { dayOfPreview, type FixPreview, fixPreview } from "#components/fix-preview.ts";
import { Link } from "#components/link.tsx";
import { MayPlan } from "#components/may-plan.tsx";
import { PlanCheck, type PlanFinding } from "#components/plan-check.tsx";
import { CarriedRegion, useCarry } from "#components/use-carry.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { AssignDialog } from "./assign-dialog.tsx";
import { MoveRaceDialog } from "./move-race-dialog.tsx";
import { PeakBudget } from "./peak-budget.tsx";
import { SaveAsCycleDialog } from "./save-as-cycle-dialog.tsx";
import { NewWorkoutDialog, WorkoutDialog } from "./season-builder.tsx";
import { SeasonPlanner } from "./season-planner.tsx";
import { seasonVerdict } from "./season-verdict.ts";
import { type SeasonData, usePlanEdits, type WorkoutData } from "./use-plan-edits.ts";
import { WeekRows } from "./week-rows.tsx";

type Props = { athleteId: string; seasonId: string };

/** A season to read and edit: verdict, ribbon, weeks, and what the rules say of it. */
export function SeasonView({ athleteId, seasonId }: Props) {
  const trpc = useTRPC();
  const ref = useMemo(() => ({ athleteId, seasonId }), [athleteId, seasonId]);
  const { data } = useSuspenseQuery(trpc.season.get.queryOptions(ref));
  const season = data as SeasonData;
  const edits = usePlanEdits(ref);
  const [open, setOpen] = useQueryState("workout", parseAsString.withOptions({ history: "push" }));
  const [adding, setAdding] = useState<string | null>(null);
  const carry = useCarry<WorkoutData>({
    move: edits.move,
    placeOf: ({ id }, date) => `[data-date="${date}"] [data-grip="${id}"]`,
    reaches: (date) => isWithin(season, date),
  });
  useUndoKey(season.mayPlan ? edits.undo : null);
  const [preview, setPreview] = useState<FixPreview | null>(null);
  const onPreview = (fix: PlanFinding["fix"]) => {
    const next = fixPreview(fix, seenIn(season));
    setPreview(next);
    const first = next && dayOfPreview(next);
    // The pointer keeps its button under it; the keyboard is shown the day, and stays where it is.
    if (first && document.activeElement?.matches("button:focus-visible"))
      cellOf(first)?.scrollIntoView({ block: "nearest" });
  };
  const workout = season.workouts.find(({ id }) => id === open) ?? null;
  return (
    <MayPlan value={season.mayPlan}>
      <SeasonHead season={season} edits={edits} />
      <div className="grid gap-x-6 gap-y-8 xl:grid-cols-[minmax(0,1fr)_15.5rem]">
        <div className="min-w-0">
          <WeekRows {...{ season, carry, preview }} edits={edits.onDays} onOpen={setOpen} onAdd={setAdding} />
        </div>
        <div className="min-w-0 xl:sticky xl:top-4 xl:max-h-[calc(100dvh-2rem)] xl:self-start xl:overflow-y-auto">
          <PlanCheck
            plan={season}
            edits={edits}
            onShowDay={showDay}
            onPreview={onPreview}
            className="min-w-0"
          />
          <PeakBudget season={season} />
        </div>
      </div>
      <CarriedRegion hand={carry.hand} />
      {workout ? (
        <WorkoutDialog
          key={workout.id}
          season={season}
          workout={workout}
          edits={edits}
          onClose={() => void setOpen(null)}
        />
      ) : null}
      {adding ? (
        <NewWorkoutDialog season={season} date={adding} edits={edits} onClose={() => setAdding(null)} />
      ) : null}
    </MayPlan>
  );
}

function isWithin({ weeks, today }: SeasonData, date: string): boolean {
  return (weeks[0]?.start ?? "") <= date && date <= addDays(weeks.at(-1)?.start ?? today, 6);
}

/** What a fix is shown on: the season's own days. */
function seenIn({ workouts }: SeasonData) {
  return {
    workoutOf: (id: string) => workouts.find((each) => each.id === id) ?? null,
    dayOf: (date: string) => ({ workouts: workouts.filter((each) => each.date === date) }),
  };
}

type HeadProps = { season: SeasonData; edits: ReturnType<typeof usePlanEdits> };

function SeasonHead({ season, edits }: HeadProps) {
  const { title, lead } = seasonVerdict(season);
  const [dialog, setDialog] = useState<Asked | null>(null);
  return (
    <>
      <PageTitle
        rule={false}
        eyebrow={
          <>
            <Link
              href={`/athletes/${season.athleteId}`}
              className="underline underline-offset-2 hover:text-ink"
            >
              {season.athleteName}
            </Link>
            {`, ${season.name}. ${STATUS[season.status]}.`}
          </>
        }
        title={title}
        lead={lead}
        actions={
          <>
            {season.lastEdit && season.mayPlan ? (
              <Button
                onPress={edits.undo}
                isPending={edits.isUndoing}
                aria-label={`Undo: ${season.lastEdit.summary}`}
              >
                Undo
              </Button>
            ) : null}
            <LinkButton as={Link} href={`/athletes/${season.athleteId}/calendar`}>
              Calendar
            </LinkButton>
            {season.mayPlan ? <PlanningActions season={season} onAsk={setDialog} /> : null}
          </>
        }
      />
      <SeasonPlanner season={season} onShowWeek={showDay} />
      {dialog === "assign" ? <AssignDialog season={season} onClose={() => setDialog(null)} /> : null}
      {dialog === "cycle" ? <SaveAsCycleDialog season={season} onClose={() => setDialog(null)} /> : null}
      {dialog === "race" ? <MoveRaceDialog season={season} onClose={() => setDialog(null)} /> : null}
    </>
  );
}

type Asked = "assign" | "race" | "cycle";

function PlanningActions({ season, onAsk }: { season: SeasonData; onAsk: (dialog: Asked) => void }) {
  return (
    <>
      {racesOf(season).some(({ date }) => date >= season.today) ? (
        <Button onPress={() => onAsk("race")}>Move a race</Button>
      ) : null}
      <Button onPress={() => onAsk("cycle")}>Save as a cycle</Button>
      {season.status === "draft" ? (
        <Button variant="solid" onPress={() => onAsk("assign")}>
          {`Assign to ${firstName(season.athleteName)}`}
        </Button>
      ) : (
        <LinkButton as={Link} href={`/seasons/new?athlete=${season.athleteId}`}>
          Next season
        </LinkButton>
      )}
    </>
  );
}

const STATUS = { draft: "Draft, not assigned yet", assigned: "Assigned", archived: "Archived" } as const;

export function firstName(name: string): string {
  return name.split(" ")[0] ?? name;
}

export function racesOf(season: SeasonData) {
  return season.request?.races ?? [];
}

/** Ctrl+Z (or ⌘Z) takes the latest edit back, except where it belongs to a text being typed. */
function useUndoKey(undo: (() => void) | null) {
  useEffect(() => {
    if (!undo) return;
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
      if (typing || event.key.toLowerCase() !== "z" || event.shiftKey || !(event.ctrlKey || event.metaKey))
        return;
      event.preventDefault();
      undo();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [undo]);
}

function cellOf(date: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-date="${date}"]`);
}

/** Brings a finding's first day into view and puts the keyboard there. */
function showDay(date: string): void {
  const cell = cellOf(date);
  const week = cell?.parentElement;
  (cell?.offsetParent === null ? week : cell)?.scrollIntoView({ block: "center", behavior: "smooth" });
  cell?.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
}
