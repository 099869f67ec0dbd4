"use client";

import { type CalendarDate, parseDate } from "@internationalized/date";
import { ChevronLeft, ChevronRight } from "lucide-react";
import {
  Calendar as AriaCalendar,
  Button,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from "react-aria-components";
import { joinClasses } from "./join-classes.ts";

export type CalendarProps = {
  label: string;
  /** ISO day. */
  value: string | null;
  onChange: (day: string) => void;
  min?: string;
  max?: string;
  /** Days that cannot be chosen, such as a rest day the rules protect. */
  isDayUnavailable?: (day: string) => boolean;
  /** A short mark under a day, such as a workout already there. */
  markOf?: (day: string) => string | null;
  firstDayOfWeek?: "mon" | "sun" | "sat";
  autoFocus?: boolean;
};

/** An ISO day as the calendar's own kind; null when the text is none. */
export function toCalendarDate(iso: string | null | undefined): CalendarDate | null {
  if (!iso) return null;
  try {
    return parseDate(iso);
  } catch {
    return null; // half typed or foreign text is no day yet
  }
}

const STEP =
  "flex size-10 items-center justify-center rounded-md text-ink hover:bg-sunken data-disabled:opacity-40 [&_svg]:size-4";

export function Calendar({
  label,
  value,
  onChange,
  min,
  max,
  isDayUnavailable,
  markOf,
  firstDayOfWeek = "mon",
  autoFocus,
}: CalendarProps) {
  return (
    <AriaCalendar
      aria-label={label}
      value={toCalendarDate(value)}
      onChange={(date) => onChange(date.toString())}
      minValue={toCalendarDate(min) ?? undefined}
      maxValue={toCalendarDate(max) ?? undefined}
      isDateUnavailable={isDayUnavailable ? (date) => isDayUnavailable(date.toString()) : undefined}
      firstDayOfWeek={firstDayOfWeek}
      autoFocus={autoFocus}
      className="w-full max-w-80"
    >
      <div className="mb-1 flex items-center justify-between">
        <Button slot="previous" className={STEP}>
          <ChevronLeft aria-hidden="true" className="rtl:rotate-180" />
        </Button>
        <CalendarHeading className="type-title" />
        <Button slot="next" className={STEP}>
          <ChevronRight aria-hidden="true" className="rtl:rotate-180" />
        </Button>
      </div>
      <CalendarGrid weekdayStyle="short" className="w-full table-fixed border-separate border-spacing-0.5">
        <CalendarGridHeader>
          {(day) => (
            <CalendarHeaderCell className="type-label pb-1 font-medium text-ink-soft">
              {day}
            </CalendarHeaderCell>
          )}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => <DayCell date={date} mark={markOf?.(date.toString()) ?? null} />}
        </CalendarGridBody>
      </CalendarGrid>
    </AriaCalendar>
  );
}

function DayCell({ date, mark }: { date: CalendarDate; mark: string | null }) {
  return (
    <CalendarCell
      date={date}
      className={({ isToday }) =>
        joinClasses(
          "type-figure relative flex h-10 cursor-pointer flex-col items-center justify-center rounded-md text-sm outline-none select-none",
          "hover:bg-sunken data-selected:bg-ink data-selected:text-on-ink data-focus-visible:outline-2 data-focus-visible:outline-offset-1 data-focus-visible:outline-focus",
          "data-outside-month:hidden data-unavailable:cursor-not-allowed data-unavailable:text-ink-faint data-unavailable:line-through data-disabled:cursor-not-allowed data-disabled:opacity-40",
          isToday && "text-track data-selected:text-on-ink",
        )
      }
    >
      {({ formattedDate }) => (
        <>
          <span>{formattedDate}</span>
          {mark ? (
            <span className="type-narrow max-w-full truncate px-0.5 text-[0.625rem] leading-3 font-medium">
              {mark}
            </span>
          ) : null}
        </>
      )}
    </CalendarCell>
  );
}
