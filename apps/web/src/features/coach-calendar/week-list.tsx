"use client";

import { addDays, maxDate, minDate } from "@repo/core/calendar";
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { shortDay } from "#components/day-words.ts";
import type { FixPreview } from "#components/fix-preview.ts";
import { openFindings, type PlanFinding } from "#components/plan-check.tsx";
import type { CalendarActions } from "./calendar-actions.ts";
import {
  type CalendarHead,
  type Chunk,
  chunkStartOf,
  type WeekStart,
  weekIndexOf,
  weekStartAt,
} from "./calendar-data.ts";
import type { Selecting } from "./use-selection.ts";
import { useWeekChunks } from "./use-week-chunks.ts";
import { COLUMNS, WeekRow } from "./week-row.tsx";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const TALL = 150;
/** Rows drawn by the server, before the page knows how high its window is. */
const FIRST_ROWS = 6;

export type WeekListHandle = { show: (date: string, align?: "start" | "auto") => void };

type Props = {
  head: CalendarHead;
  drafts: boolean;
  starts: WeekStart;
  /** First and last counted week there is a row for. */
  range: { first: number; last: number };
  openAt: string;
  actions: CalendarActions;
  selection: Selecting;
  target: string | null;
  liftedId: string | null;
  preview: FixPreview | null;
  onLook: () => void;
  onSettle: (week: string) => void;
  ref: RefObject<WeekListHandle | null>;
};

/** All the weeks there are, years of them; only those in sight are drawn and asked for. */
export function WeekList(props: Props) {
  const { head, drafts, starts, range, openAt, onSettle, ref } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [isLive, setLive] = useState(false);
  const opening = weekIndexOf(openAt, starts) - range.first;
  const rows = useVirtualizer({
    count: range.last - range.first + 1,
    getScrollElement: () => scroller.current,
    estimateSize: () => TALL,
    overscan: 3,
    initialOffset: opening * TALL,
    getItemKey: (index) => range.first + index,
  });
  const shown: readonly { index: number; start: number }[] = isLive
    ? rows.getVirtualItems()
    : firstRows(opening, range.last - range.first);
  const chunks = useWeekChunks(
    { athleteId: head.athleteId, drafts, starts },
    shown.map(({ index }) => range.first + index),
  );
  useEffect(() => setLive(true), []);
  const first = useRef(opening);
  useLayoutEffect(() => {
    if (isLive) rows.scrollToIndex(first.current, { align: "start" });
  }, [isLive, rows]);
  useImperativeHandle(ref, () => ({
    show: (date, align = "auto") => {
      const index = weekIndexOf(date, starts) - range.first;
      if (index >= 0) rows.scrollToIndex(index, { align });
    },
  }));
  const settled = rows.isScrolling ? null : (rows.range?.startIndex ?? null);
  useEffect(() => {
    if (settled !== null && isLive) onSettle(weekStartAt(range.first + settled, starts));
  }, [settled, isLive, onSettle, range.first, starts]);

  const row = (index: number) => {
    const week = range.first + index;
    return (
      <ListedWeek
        {...props}
        start={weekStartAt(week, starts)}
        chunk={chunks.get(chunkStartOf(week, starts))}
      />
    );
  };
  return (
    <section
      ref={scroller}
      aria-label="Training weeks"
      className="relative h-[calc(100dvh-15.5rem)] min-h-96 overflow-y-auto overscroll-contain border-t-2 border-ink [contain:strict] md:h-[calc(100dvh-12.5rem)]"
    >
      <div
        aria-hidden="true"
        className={`type-label sticky top-0 z-20 hidden border-b border-line bg-paper text-ink-soft ${COLUMNS}`}
      >
        <span className="py-2">Week</span>
        {(starts === "mon" ? DAYS : ["Sun", ...DAYS.slice(0, 6)]).map((day) => (
          <span key={day} className="border-l border-line px-2 py-2">
            {day}
          </span>
        ))}
        <span className="border-l border-line px-2 py-2">Summary</span>
      </div>
      <div className="relative w-full" style={isLive ? { height: rows.getTotalSize() } : {}}>
        {shown.map(({ index, start }) => (
          <div
            key={range.first + index}
            data-index={index}
            ref={isLive ? rows.measureElement : null}
            className={isLive ? "absolute inset-x-0 top-0" : ""}
            style={isLive ? { transform: `translateY(${start}px)` } : {}}
          >
            {row(index)}
          </div>
        ))}
      </div>
      <p className="sr-only">{`Weeks up to ${shortDay(weekStartAt(range.last, starts))}`}</p>
    </section>
  );
}

/** The rows below each other, before it is known how high they are. */
function firstRows(opening: number, last: number) {
  return Array.from({ length: FIRST_ROWS }, (_, at) => ({ index: opening + at, start: 0 })).filter(
    ({ index }) => index <= last,
  );
}

type ListedProps = Pick<
  Props,
  "head" | "actions" | "selection" | "target" | "liftedId" | "preview" | "onLook"
> & {
  start: string;
  chunk: Chunk | undefined;
};

/** A week with what is marked in it; drawn anew only when that changes. */
function ListedWeek(props: ListedProps) {
  const { head, actions, selection, target, liftedId, onLook, start, chunk } = props;
  const last = addDays(start, 6);
  const within = (date: string | null) => (date !== null && start <= date && date <= last ? date : null);
  const { range, picked } = selection;
  const touches = range !== null && range.from <= last && range.to >= start;
  const [cursor, from, to, goal] = [
    within(selection.cursor),
    touches ? maxDate(range.from, start) : null,
    touches ? minDate(range.to, last) : null,
    within(target),
  ];
  const preview = props.preview && touchesWeek(props.preview, chunk, start) ? props.preview : null;
  const marks = useMemo(
    () => ({ cursor, from, to, target: goal, liftedId, picked, preview }),
    [cursor, from, to, goal, liftedId, picked, preview],
  );
  return (
    <WeekRow
      start={start}
      chunk={chunk}
      head={head}
      actions={actions}
      marks={marks}
      toLookAt={useMemo(() => toLookAt(head, start), [head, start])}
      onLook={onLook}
    />
  );
}

function touchesWeek({ leaving, ghosts }: FixPreview, chunk: Chunk | undefined, start: string): boolean {
  const last = addDays(start, 6);
  const isIn = ({ date }: { date: string }) => start <= date && date <= last;
  return ghosts.some(isIn) || (chunk?.workouts.some((each) => leaving.has(each.id) && isIn(each)) ?? false);
}

function toLookAt(head: CalendarHead, start: string): number {
  const last = addDays(start, 6);
  return head.findings
    .flatMap(({ findings }) => openFindings(findings as PlanFinding[]))
    .filter(({ dates }) => dates[0] !== undefined && start <= dates[0] && dates[0] <= last).length;
}
