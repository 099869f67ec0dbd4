"use client";

import { formatDistance } from "@repo/core/units";
import { memo, useEffect, useRef } from "react";
import { useUnits } from "#components/units.tsx";
import { DayCell } from "./day-cell.tsx";
import { shortDay } from "./season-verdict.ts";
import { type WeekRow, weekTargetsOf } from "./season-weeks.ts";
import type { Lift } from "./use-lift.tsx";
import type { PlanEdits, SeasonData } from "./use-plan-edits.ts";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
export const COLUMNS = "md:grid md:grid-cols-[5.5rem_repeat(7,minmax(0,1fr))_7rem]";

export type WeekRowsProps = {
  season: SeasonData;
  edits: PlanEdits;
  lift: Lift;
  onOpen: (id: string) => void;
  onAdd: (date: string) => void;
};

/** The weeks, a row each, Monday to Sunday, with a summary at the end. Rows out of sight cost nothing. */
export function WeekRows(props: WeekRowsProps) {
  const { season } = props;
  const current = useRef<HTMLElement>(null);
  const second = season.weeks[1]?.start ?? "";
  const isRunning = season.today > second;
  // Neither value changes by an edit, so this happens once, when the page opens.
  useEffect(() => {
    if (isRunning) current.current?.scrollIntoView({ block: "center" });
  }, [isRunning]);
  return (
    <div className="border-t-2 border-ink">
      <div aria-hidden="true" className={`type-label hidden border-b border-line text-ink-soft ${COLUMNS}`}>
        <span className="py-2">Week</span>
        {DAYS.map((day) => (
          <span key={day} className="border-l border-line px-2 py-2">
            {day}
          </span>
        ))}
        <span className="border-l border-line px-2 py-2">Summary</span>
      </div>
      {weekTargetsOf(season).map((row) => {
        const isNow = row.week.start <= season.today && season.today <= (row.days[6]?.date ?? "");
        return (
          <Week key={row.week.start} row={row} isNow={isNow} place={isNow ? current : undefined} {...props} />
        );
      })}
    </div>
  );
}

type WeekProps = WeekRowsProps & {
  row: WeekRow;
  isNow: boolean;
  place?: React.RefObject<HTMLElement | null>;
};

const Week = memo(function Week({ row, isNow, place, ...props }: WeekProps) {
  const { week, name } = row;
  return (
    <section
      ref={place}
      aria-label={`${name}, week of ${shortDay(week.start)}`}
      className={`border-b border-line [content-visibility:auto] [contain-intrinsic-size:auto_9rem] ${COLUMNS} ${isNow ? "bg-surface" : ""}`}
    >
      <header className="flex items-baseline gap-2 py-2.5 md:block md:pr-2">
        <h2 className={`type-lead leading-tight ${isNow ? "text-track-text" : ""}`}>
          {name}
          {week.cutback ? ", cutback" : ""}
        </h2>
        <p className="type-narrow text-xs text-ink-soft">
          {shortDay(week.start)}
          {isNow ? ", this week" : ""}
        </p>
      </header>
      {row.days.map((day) => (
        <DayCell key={day.date} day={day} {...props} />
      ))}
      <WeekSummary row={row} />
    </section>
  );
});

function WeekSummary({ row }: { row: WeekRow }) {
  const units = useUnits();
  const { week, plannedKm, plannedLoad } = row;
  const km = (value: number) => formatDistance(value * 1_000, units, value >= 100 ? 0 : 1);
  const share = week.doneKm !== null && plannedKm ? Math.min(1, week.doneKm / plannedKm) : null;
  return (
    <footer className="type-narrow py-2.5 text-xs text-ink-soft md:border-l md:border-line md:px-2">
      <p className="type-figure text-sm text-ink">
        {week.doneKm === null
          ? plannedKm === null
            ? "No running"
            : km(plannedKm)
          : `${km(week.doneKm)} of ${plannedKm === null ? "0 km" : km(plannedKm)}`}
      </p>
      <p>
        {week.doneLoad !== null
          ? `Load ${Math.round(week.doneLoad)} of ${plannedLoad === null ? "unknown" : Math.round(plannedLoad)}`
          : plannedLoad === null
            ? "Load not known"
            : `Load ${Math.round(plannedLoad)}`}
      </p>
      {week.form === null ? null : (
        <p title={week.formIsPlanned ? "Form on Sunday if the plan is done" : "Form on Sunday"}>
          {`Form ${week.form > 0 ? "+" : week.form < 0 ? "−" : ""}${Math.abs(Math.round(week.form))}${week.formIsPlanned ? " if done" : ""}`}
        </p>
      )}
      {share === null ? null : (
        <div aria-hidden="true" className="mt-1.5 h-1 max-w-24 rounded-full bg-sunken">
          <div className="h-1 rounded-full bg-good-fill" style={{ width: `${share * 100}%` }} />
        </div>
      )}
    </footer>
  );
}
