"use client";

import type { UnitSystem } from "@repo/core/units";
import { Button } from "@repo/ui/button";
import { memo, useMemo, useState } from "react";
import { shortDay } from "#components/day-words.ts";
import { distanceWords } from "#components/distance-words.ts";
import type { FixPreview } from "#components/fix-preview.ts";
import { useUnits } from "#components/units.tsx";
import type { Carrying } from "#components/use-carry.tsx";
import { DayCell } from "./day-cell.tsx";
import { type WeekRow, weekTargetsOf } from "./season-weeks.ts";
import type { PlanEdits, SeasonData, WorkoutData } from "./use-plan-edits.ts";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
export const COLUMNS = "md:grid md:grid-cols-[4.75rem_repeat(7,minmax(0,1fr))_6rem]";

export type WeekRowsProps = {
  season: SeasonData;
  edits: Pick<PlanEdits, "move" | "remove">;
  carry: Carrying<WorkoutData, WorkoutData>;
  /** What a fix in view would do. */
  preview: FixPreview | null;
  onOpen: (id: string) => void;
  onAdd: (date: string) => void;
};

/** The weeks, a row each, Monday to Sunday, with a summary at the end. Rows out of sight cost nothing. */
export function WeekRows(props: WeekRowsProps) {
  const { season } = props;
  const [showPast, setShowPast] = useState(false);
  const rows = useMemo(() => weekTargetsOf(season), [season]);
  const now = rows.findIndex(({ days }) => (days[6]?.date ?? "") >= season.today);
  // The season opens where the athlete is; what lies behind is one press away.
  const hidden = showPast ? 0 : Math.max(0, (now < 0 ? rows.length : now) - 1);
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
      {hidden > 0 ? (
        <p className="border-b border-line py-1">
          <Button size="sm" variant="quiet" onPress={() => setShowPast(true)}>
            {`Show ${hidden} ${hidden === 1 ? "week" : "weeks"} before`}
          </Button>
        </p>
      ) : null}
      {rows.slice(hidden).map((row) => {
        const isNow = row.week.start <= season.today && season.today <= (row.days[6]?.date ?? "");
        const preview = props.preview && touches(props.preview, row) ? props.preview : null;
        return <Week key={row.week.start} row={row} isNow={isNow} {...props} preview={preview} />;
      })}
    </div>
  );
}

/** Whether a fix would change something in a week: the others need not be drawn again. */
function touches({ leaving, ghosts }: FixPreview, { days }: WeekRow): boolean {
  return days.some(
    (day) => ghosts.some(({ date }) => date === day.date) || day.workouts.some(({ id }) => leaving.has(id)),
  );
}

type WeekProps = WeekRowsProps & { row: WeekRow; isNow: boolean };

const Week = memo(function Week({ row, isNow, ...props }: WeekProps) {
  const { week, name } = row;
  return (
    <section
      aria-label={`${name}, week of ${shortDay(week.start)}`}
      className={`border-b border-line md:[content-visibility:auto] md:[contain-intrinsic-size:auto_9rem] ${COLUMNS} ${isNow ? "bg-surface" : ""}`}
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
  const share = week.doneKm !== null && plannedKm ? Math.min(1, week.doneKm / plannedKm) : null;
  const load = week.doneLoad ?? plannedLoad;
  const of = week.doneLoad !== null && plannedLoad !== null ? ` of ${Math.round(plannedLoad)}` : "";
  return (
    <footer className="type-narrow py-2.5 text-xs text-ink-soft md:border-l md:border-line md:px-2">
      <p className="type-figure text-sm text-ink">{kmWords(week.doneKm, plannedKm, units)}</p>
      <p>{load === null ? "Load not known" : `Load ${Math.round(load)}${of}`}</p>
      {week.form === null ? null : (
        <p title={week.formIsPlanned ? "Form on Sunday if the plan is done" : "Form on Sunday"}>
          {`Form ${signed(week.form)}${week.formIsPlanned ? " if done" : ""}`}
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

/** "41 of 43 km", "45 km": what was run of what was planned. */
function kmWords(doneKm: number | null, plannedKm: number | null, units: UnitSystem): string {
  if (doneKm === null) return plannedKm === null ? "No running" : distanceWords(plannedKm, units);
  return distanceWords(doneKm, units, { of: plannedKm ?? 0 });
}

function signed(value: number): string {
  const whole = Math.round(value);
  return whole < 0 ? `−${-whole}` : whole > 0 ? `+${whole}` : "0";
}
