"use client";

import type { WeekSums } from "@repo/core/season";
import { METRES_PER_MILE, type UnitSystem } from "@repo/core/units";
import { memo } from "react";
import { useUnits } from "#components/units.tsx";

type Props = {
  sums: WeekSums;
  form: number | null;
  /** Whether the week is over. */
  isOver: boolean;
  toLookAt: number;
  onLook: () => void;
};

/** The end of a week's row: kilometres, time and load, done of planned, and form on its last day. */
export const WeekSummary = memo(function WeekSummary({ sums, form, isOver, toLookAt, onLook }: Props) {
  const units = useUnits();
  const { planned, done } = sums;
  const share = done.runM !== null && planned.runM ? Math.min(1, done.runM / planned.runM) : null;
  const load = ofWords(done.load, planned.load, Math.round);
  const time = ofWords(done.timeS, planned.timeS, hours);
  return (
    <footer className="type-narrow py-1.5 text-xs text-ink-soft md:border-l md:border-line md:px-2">
      <p className="type-figure text-sm text-ink">{distanceWords(done.runM, planned.runM, units)}</p>
      {time ? <p>{`${time} h`}</p> : null}
      {load ? <p>{`Load ${load}`}</p> : null}
      {form === null ? null : <p>{`Form ${signed(form)}${isOver ? "" : " if done"}`}</p>}
      {share === null ? null : (
        <div aria-hidden="true" className="mt-1 h-1 max-w-24 rounded-full bg-sunken">
          <div className="h-1 rounded-full bg-good-fill" style={{ width: `${share * 100}%` }} />
        </div>
      )}
      {toLookAt > 0 ? (
        <button
          type="button"
          onClick={onLook}
          className="mt-1 min-h-6 font-semibold text-track-text underline underline-offset-2"
        >
          {`${toLookAt} to look at`}
        </button>
      ) : null}
    </footer>
  );
});

/** "312 of 330"; null where nothing is known. */
function ofWords(
  done: number | null,
  planned: number | null,
  show: (value: number) => string | number,
): string | null {
  if (done === null) return planned === null ? null : `${show(planned)}`;
  return planned === null ? `${show(done)}` : `${show(done)} of ${show(planned)}`;
}

function distanceWords(doneM: number | null, plannedM: number | null, units: UnitSystem): string {
  const [perUnit, unit] = units === "imperial" ? [METRES_PER_MILE, "mi"] : [1_000, "km"];
  const figures = ofWords(doneM, plannedM, (metres) => Math.round(metres / perUnit));
  return figures === null ? "–" : `${figures} ${unit}`;
}

function hours(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

function signed(value: number): string {
  const whole = Math.round(value);
  return whole < 0 ? `−${-whole}` : whole > 0 ? `+${whole}` : "0";
}
