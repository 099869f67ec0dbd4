"use client";

import { KbdHelp } from "@repo/ui/kbd-help";
import { MoveToDialog } from "@repo/ui/move-to-dialog";
import { PageTitle } from "@repo/ui/page-title";
import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryState, useQueryStates } from "nuqs";
import { useCallback, useMemo, useRef, useState } from "react";
import { dayOfPreview, type FixPreview, fixPreview } from "#components/fix-preview.ts";
import { Link } from "#components/link.tsx";
import { MayPlan } from "#components/may-plan.tsx";
import { PairDialog } from "#components/pair-dialog.tsx";
import { openFindings, PlanCheck, type PlanFinding } from "#components/plan-check.tsx";
import { CarriedRegion, useCarry } from "#components/use-carry.tsx";
import { usePairing } from "#components/use-pairing.ts";
import { useTRPC } from "#trpc/client.tsx";
import { MarkDialog, MoveChosenDialog, RepeatDialog } from "./ask-dialogs.tsx";
import type { Asked, Dragged } from "./calendar-actions.ts";
import { AddWorkoutDialog, EditWorkoutDialog } from "./calendar-builder.tsx";
import { type CalendarHead, type Workout, weekIndexOf } from "./calendar-data.ts";
import { ClashDialog } from "./clash-dialog.tsx";
import { KEY_LIST } from "./key-list.ts";
import { offeredOp } from "./library-items.ts";
import { lockOn } from "./locks-of.ts";
import { SendDialog } from "./send-dialog.tsx";
import { SingleKeys } from "./single-keys.tsx";
import { type Panel, SelectionBar, Toolbar } from "./toolbar.tsx";
import { useCalendarActions } from "./use-calendar-actions.ts";
import { useCalendarEdits } from "./use-calendar-edits.ts";
import { useCoachKeys } from "./use-coach-keys.ts";
import { useFindingEdits } from "./use-finding-edits.ts";
import { useOthersChanges } from "./use-others-changes.ts";
import { useSelection } from "./use-selection.ts";
import { useLookUp, useWeekChunks } from "./use-week-chunks.ts";
import { WeekList, type WeekListHandle } from "./week-list.tsx";

const LibraryPanel = dynamic(() => import("./library-panel.tsx"));
const WEEKS_BACK = 26;
const WEEKS_ON = 104;

type Props = { athleteId: string; openAt: string };

/** An athlete's calendar to read and to plan: all the weeks there are, what the rules say of them, the library. */
export function CoachCalendarView({ athleteId, openAt }: Props) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.coachCalendar.get.queryOptions({ athleteId }));
  const head = data as CalendarHead;
  const [view, setView] = useQueryStates({
    starts: parseAsStringLiteral(["mon", "sun"]).withDefault(head.weekStartsOn),
    drafts: parseAsBoolean.withDefault(false),
    panel: parseAsStringLiteral(["check", "library"]),
  });
  const { starts, drafts } = view;
  const panel = view.panel as Panel | null;
  const [openId, setOpenId] = useQueryState("workout", parseAsString.withOptions({ history: "push" }));
  const [, setWeek] = useQueryState("week", parseAsString.withOptions({ throttleMs: 500 }));
  const [asked, setAsked] = useState<Asked | null>(null);
  const [showsKeys, setShowsKeys] = useState(false);
  const [isGoing, setGoing] = useState(false);
  const list = useRef<WeekListHandle>(null);
  const edits = useCalendarEdits(athleteId);
  useOthersChanges(athleteId, edits.refetchAll);
  const opening = weekIndexOf(openAt, starts);
  const lookUp = useLookUp({ athleteId, drafts, starts, opening });
  const pairing = usePairing(athleteId);
  const selection = useSelection(head.today, lookUp);
  const show = useCallback((date: string) => list.current?.show(date), []);
  const noteOn = (workout: Workout, date: string) => noteOf(lookUp.chunksAround(date), workout, date);
  const carry = useCarry<Workout, Dragged>({
    move: (workout, to) => actions.move(workout, to),
    placeOf: ({ id }, date) => `[data-date="${date}"] [data-card="${id}"]`,
    noteOn,
    show,
  });
  const open = useCallback((id: string) => void setOpenId(id), [setOpenId]);
  const actions = useCalendarActions({
    athleteId,
    mayPlan: head.mayPlan,
    edits,
    lookUp,
    selection,
    carry,
    open,
    ask: setAsked,
    pair: pairing.pair,
  });
  const [preview, setPreview] = useState<FixPreview | null>(null);
  const onPreview = (fix: PlanFinding["fix"]) => {
    const next = fixPreview(fix, lookUp);
    setPreview(next);
    const first = next && dayOfPreview(next);
    if (first) show(first);
  };
  const findingEdits = useFindingEdits(head, edits);
  const goTo = (date: string) => {
    selection.goTo(date);
    list.current?.show(date, "start");
  };
  useCoachKeys({
    head,
    selection,
    actions,
    edits,
    lookUp,
    show,
    goTo,
    setPanel: (next) => void setView({ panel: next }),
    onKeys: () => setShowsKeys(true),
  });
  const range = useRange(head, starts, openAt);
  const findings = useMemo(() => head.findings.flatMap((each) => each.findings as PlanFinding[]), [head]);
  const toLookAt = openFindings(findings).length;
  // What a fix would move is named and shown, however far away it lies.
  useWeekChunks(
    { athleteId, drafts, starts, opening },
    panel === "check" ? weeksOf(findings, starts) : NO_WEEKS,
  );
  const workout = openId ? lookUp.workoutOf(openId) : null;
  const onLook = useCallback(() => void setView({ panel: "check" }), [setView]);
  const onSettle = useCallback((week: string) => void setWeek(week), [setWeek]);
  return (
    <MayPlan value={head.mayPlan}>
      <div className={panel ? "2xl:-mr-24" : ""}>
        <PageTitle
          rule={false}
          eyebrow={
            <Link href={`/athletes/${athleteId}`} className="underline underline-offset-2 hover:text-ink">
              {head.athleteName}
            </Link>
          }
          title={titleOf(head, toLookAt)}
        />
        <Toolbar
          {...{ head, edits, starts, drafts, panel, goTo, toLookAt }}
          setStarts={(next) => void setView({ starts: next })}
          setDrafts={(next) => void setView({ drafts: next })}
          setPanel={(next) => void setView({ panel: next })}
          onGoTo={() => setGoing(true)}
          onKeys={() => setShowsKeys(true)}
        />
        {starts === "sun" ? (
          <p className="mb-2 text-xs text-ink-soft">
            Weeks are shown from Sunday. A plan's weeks begin on Monday: phase and target are those of the
            Monday in the row.
          </p>
        ) : null}
        <p id="calendar-keys" className="sr-only">
          {head.mayPlan ? "Enter lifts it, e opens it, m moves it." : "Enter opens it."}
        </p>
        <div className={panel ? "grid gap-x-6 gap-y-6 xl:grid-cols-[minmax(0,1fr)_16rem]" : ""}>
          <div className="min-w-0">
            <WeekList
              key={`${starts} ${drafts}`}
              ref={list}
              {...{ head, drafts, starts, range, openAt, actions, selection, onLook, onSettle }}
              preview={preview}
            />
          </div>
          {panel === "check" ? (
            <PlanCheck
              plan={{
                findings,
                workouts: titlesOf(findings, lookUp),
                rulesChecked: head.rulesChecked,
                notHonoured: [],
              }}
              edits={findingEdits}
              onShowDay={goTo}
              onPreview={onPreview}
              className="min-w-0 xl:max-h-[calc(100dvh-12.5rem)] xl:overflow-y-auto"
            />
          ) : null}
          {panel === "library" ? (
            <aside
              aria-label="Library"
              className="min-w-0 xl:max-h-[calc(100dvh-12.5rem)] xl:overflow-y-auto"
            >
              <LibraryPanel
                cursor={selection.cursor}
                actions={actions}
                onAdd={(workout) => edits.change("add", [offeredOp(workout, selection.cursor)], "Added")}
              />
            </aside>
          ) : null}
        </div>
        {head.mayPlan ? <SelectionBar selection={selection} actions={actions} edits={edits} /> : null}
        <CarriedRegion hand={carry.hand} />
        {workout ? (
          <EditWorkoutDialog
            key={workout.id}
            {...{ workout, head, edits }}
            done={actions.activityOf(workout)}
            onClose={() => void setOpenId(null)}
          />
        ) : null}
        {asked ? (
          <AskedDialog
            {...{ asked, head, edits, lookUp, starts, noteOn }}
            onPair={pairing.pair}
            onClose={() => setAsked(null)}
          />
        ) : null}
        <MoveToDialog
          isOpen={isGoing}
          onOpenChange={setGoing}
          name=""
          from={selection.cursor}
          firstDayOfWeek={starts}
          onMove={goTo}
          words={{ title: "Go to a day", move: "Go" }}
        />
        {edits.clash ? <ClashDialog clash={edits.clash} edits={edits} /> : null}
        <KbdHelp isOpen={showsKeys} onOpenChange={setShowsKeys} groups={KEY_LIST}>
          <SingleKeys />
        </KbdHelp>
      </div>
    </MayPlan>
  );
}

const NO_WEEKS: readonly number[] = [];

function weeksOf(findings: readonly PlanFinding[], starts: "mon" | "sun"): number[] {
  return openFindings(findings).flatMap(({ fix, dates }) =>
    fix ? dates.map((date) => weekIndexOf(date, starts)) : [],
  );
}

type AskedProps = Pick<
  Parameters<typeof MoveChosenDialog>[0],
  "edits" | "lookUp" | "starts" | "noteOn" | "onClose"
> & {
  asked: Asked;
  head: CalendarHead;
  onPair: ReturnType<typeof usePairing>["pair"];
};

function AskedDialog({ asked, head, edits, lookUp, starts, noteOn, onPair, onClose }: AskedProps) {
  switch (asked.kind) {
    case "move":
      return <MoveChosenDialog {...{ asked, edits, lookUp, starts, noteOn, onClose }} />;
    case "repeat":
      return <RepeatDialog {...{ asked, edits, onClose }} />;
    case "send":
      return <SendDialog {...{ asked, onClose }} athleteId={head.athleteId} />;
    case "mark":
      return <MarkDialog {...{ asked, edits, onClose }} />;
    case "pair":
      return <PairDialog athleteId={head.athleteId} side={asked.side} {...{ onPair, onClose }} />;
    case "add":
      return <AddWorkoutDialog date={asked.date} {...{ head, edits, onClose }} />;
  }
}

function useRange(head: CalendarHead, starts: "mon" | "sun", openAt: string) {
  return useMemo(() => {
    const at = (date: string) => weekIndexOf(date, starts);
    const today = at(head.today);
    const open = at(openAt);
    return {
      first: Math.min(today - WEEKS_BACK, open - 8, head.firstDay ? at(head.firstDay) - 4 : today),
      last: Math.max(today + WEEKS_ON, open + 26, head.lastDay ? at(head.lastDay) + 26 : today),
    };
  }, [head.today, head.firstDay, head.lastDay, starts, openAt]);
}

function titleOf(head: CalendarHead, toLookAt: number): string {
  if (head.seasons.every(({ endsOn }) => endsOn < head.today)) return "No season is running";
  if (toLookAt === 0) return "The plan keeps every rule";
  return `${toLookAt} ${toLookAt === 1 ? "thing" : "things"} to look at`;
}

function titlesOf(findings: readonly PlanFinding[], lookUp: ReturnType<typeof useLookUp>) {
  const ids = new Set(findings.flatMap(({ fix }) => (fix && "id" in fix ? [fix.id] : [])));
  for (const { fix } of findings) if (fix && "otherId" in fix) ids.add(fix.otherId);
  return [...ids].flatMap((id) => {
    const workout = lookUp.workoutOf(id);
    return workout ? [{ id, title: workout.title }] : [];
  });
}

/** What putting a workout on a day would mean. */
function noteOf(chunks: Parameters<typeof lockOn>[0], workout: Workout, date: string): string | null {
  const band = chunks
    .flatMap(({ bands }) => bands)
    .find(({ kind, from, to }) => kind !== "note" && from <= date && date <= to);
  if (band) return `${band.note ?? "The athlete is away"}: it would be excused.`;
  return lockOn(chunks, workout, date);
}
