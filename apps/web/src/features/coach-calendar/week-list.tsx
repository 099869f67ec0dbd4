"use client";

import { addDays, maxDate, minDate, WEEKDAYS } from "@repo/core/calendar";
import type { WeekOutline } from "@repo/core/season";
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
import { words } from "#words.ts";
import type { CalendarActions } from "./calendar-actions.ts";
import {
  type CalendarHead,
  CHUNK_WEEKS,
  type Chunk,
  chunkStartOf,
  type WeekStart,
  weekIndexOf,
  weekStartAt,
} from "./calendar-data.ts";
import { useOutlines } from "./use-outlines.ts";
import type { Selecting } from "./use-selection.ts";
import { useWeekChunks } from "./use-week-chunks.ts";
import { COLUMNS, WeekRow } from "./week-row.tsx";

const SUNDAY_FIRST = ["sun", ...WEEKDAYS.slice(0, 6)] as const;
const TALL = 150;
/** Rows drawn beyond what is seen. */
const OVERSCAN = 1;
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
  preview: FixPreview | null;
  onLook: () => void;
  onSettle: (week: string) => void;
  ref: RefObject<WeekListHandle | null>;
};

/** All the weeks there are, years of them; only those in sight are drawn and asked for. */
export function WeekList(props: Props) {
  const { head, drafts, starts, range, openAt, selection, onSettle, ref } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [isLive, setLive] = useState(false);
  const [isSettled, setSettled] = useState(false);
  const opening = weekIndexOf(openAt, starts) - range.first;
  const rows = useVirtualizer({
    count: range.last - range.first + 1,
    getScrollElement: () => scroller.current,
    estimateSize: () => TALL,
    overscan: isSettled ? OVERSCAN : 0,
    initialOffset: opening * TALL,
    getItemKey: (index) => range.first + index,
  });
  const shown: readonly { index: number; start: number }[] = isLive
    ? rows.getVirtualItems()
    : firstRows(opening, range.last - range.first);
  const of = { athleteId: head.athleteId, drafts, starts, opening: range.first + opening };
  const weeks = shown.map(({ index }) => range.first + index);
  // What is chosen out of sight is copied and moved with the rest.
  const chunks = useWeekChunks(of, [...weeks, ...weeksBetween(selection.range, starts)]);
  const outlineOf = useOutlines(of, isLive ? weeks : []);
  const measure = rows.resizeItem;
  useLayoutEffect(() => {
    // As high as the server drew them: nothing moves when each gets a place of its own.
    for (const drawn of scroller.current?.querySelectorAll<HTMLElement>("[data-index]") ?? [])
      measure(Number(drawn.dataset.index), drawn.offsetHeight);
    setLive(true);
  }, [measure]);
  useEffect(() => {
    if (!isLive) return;
    // The rows of the server first stand where they stood; a row above them comes once the list has been scrolled there.
    const frame = requestAnimationFrame(() => setSettled(true));
    return () => cancelAnimationFrame(frame);
  }, [isLive]);
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

  const chunkOf = (week: number) => chunks.get(chunkStartOf(week, starts, of.opening));
  const row = (index: number) => {
    const week = range.first + index;
    return (
      <ListedWeek
        {...props}
        start={weekStartAt(week, starts)}
        chunk={chunkOf(week)}
        before={chunkOf(week - CHUNK_WEEKS)}
        after={chunkOf(week + CHUNK_WEEKS)}
        outline={outlineOf(week)}
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
        {(starts === "mon" ? WEEKDAYS : SUNDAY_FIRST).map((day) => (
          <span key={day} className="border-l border-line px-2 py-2">
            {words("weekday", day)}
            {head.weekdayMinutes[day] === undefined ? null : (
              <span className="type-narrow ml-1.5 font-normal normal-case">{`${head.weekdayMinutes[day]} min`}</span>
            )}
          </span>
        ))}
        <span className="border-l border-line px-2 py-2">Summary</span>
      </div>
      <div
        data-live={isLive ? "" : undefined}
        className="relative w-full"
        style={isLive ? { height: rows.getTotalSize() } : {}}
      >
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

/** The counted weeks of some days; none where no days are chosen. */
function weeksBetween(days: Selecting["range"], starts: WeekStart): number[] {
  if (days === null) return [];
  const [first, last] = [weekIndexOf(days.from, starts), weekIndexOf(days.to, starts)];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** The rows below each other, before it is known how high they are. */
function firstRows(opening: number, last: number) {
  return Array.from({ length: FIRST_ROWS }, (_, at) => ({ index: opening + at, start: 0 })).filter(
    ({ index }) => index <= last,
  );
}

type ListedProps = Pick<Props, "head" | "actions" | "selection" | "preview" | "onLook"> & {
  start: string;
  chunk: Chunk | undefined;
  before: Chunk | undefined;
  after: Chunk | undefined;
  outline: WeekOutline | null;
};

/** A week with what is marked in it; drawn anew only when that changes. */
function ListedWeek(props: ListedProps) {
  const { head, actions, selection, onLook, start, chunk, before, after, outline } = props;
  const last = addDays(start, 6);
  const within = (date: string | null) => (date !== null && start <= date && date <= last ? date : null);
  const { range, picked } = selection;
  const touches = range !== null && range.from <= last && range.to >= start;
  const around = useMemo(
    () => [before, chunk, after].filter((each) => each !== undefined),
    [before, chunk, after],
  );
  const [cursor, from, to] = [
    within(selection.cursor),
    touches ? maxDate(range.from, start) : null,
    touches ? minDate(range.to, last) : null,
  ];
  const preview = props.preview && touchesWeek(props.preview, chunk, start) ? props.preview : null;
  const marks = useMemo(() => ({ cursor, from, to, picked, preview }), [cursor, from, to, picked, preview]);
  return (
    <WeekRow
      start={start}
      chunk={chunk}
      around={around}
      outline={outline}
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
