"use client";

import { useMemo } from "react";
import { shortDay } from "#components/day-words.ts";
import type { SeasonData } from "./use-plan-edits.ts";

const HEIGHT = 72;
const STEP = 10;

/** Fitness and form under the bars, week by week: solid as they were, dashed if the plan is done. */
export function LevelLines({ season }: { season: SeasonData }) {
  const { weeks } = season;
  const lines = useMemo(() => linesOf(season), [season]);
  if (!lines) {
    return (
      <p className="mt-1 text-xs text-ink-soft">
        Fitness and form are not known yet: nothing was logged to carry on from.
      </p>
    );
  }
  const width = weeks.length * STEP;
  const stroke = { fill: "none", vectorEffect: "non-scaling-stroke", strokeWidth: 1.75 } as const;
  return (
    <figure className="mt-1">
      <svg
        role="img"
        aria-label={lines.summary}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-[4.5rem] w-full"
      >
        <path d={`M0 ${lines.zero}H${width}`} className="stroke-line" {...stroke} strokeWidth={1} />
        <path d={lines.form.done} className="stroke-form" {...stroke} />
        <path d={lines.form.ahead} className="stroke-form" {...stroke} strokeDasharray="4 3" />
        <path d={lines.fitness.done} className="stroke-fitness" {...stroke} />
        <path d={lines.fitness.ahead} className="stroke-fitness" {...stroke} strokeDasharray="4 3" />
      </svg>
      <figcaption className="type-narrow flex flex-wrap gap-x-5 text-xs text-ink-soft">
        <span className="flex items-center gap-1.5">
          <span aria-hidden="true" className="h-0.5 w-4 bg-fitness" />
          {`Fitness${lines.peakWords}`}
        </span>
        <span className="flex items-center gap-1.5">
          <span aria-hidden="true" className="h-0.5 w-4 bg-form" />
          {`Form${lines.raceWords}`}
        </span>
        <span>Dashed: if the plan is done</span>
      </figcaption>
    </figure>
  );
}

function linesOf(season: SeasonData) {
  const { weeks, today } = season;
  const values = weeks.flatMap(({ fitness, form }) => [fitness, form]).filter((value) => value !== null);
  if (values.length === 0) return null;
  const [low, high] = [Math.min(0, ...values), Math.max(1, ...values)];
  const y = (value: number) => Math.round((4 + (1 - (value - low) / (high - low)) * (HEIGHT - 8)) * 10) / 10;
  const now = weeks.findIndex(({ formIsPlanned }) => formIsPlanned);
  const split = now < 0 ? weeks.length : now;
  const path = (of: "fitness" | "form", from: number, to: number) => {
    let d = "";
    for (let at = from; at < to; at++) {
      const value = weeks[at]?.[of];
      if (value == null) continue;
      d += `${d === "" ? "M" : "L"}${(at + 0.5) * STEP} ${y(value)}`;
    }
    return d;
  };
  const both = (of: "fitness" | "form") => ({
    done: path(of, 0, split),
    ahead: path(of, Math.max(0, split - 1), weeks.length),
  });
  const peak = weeks.reduce(
    (best, week) => ((week.fitness ?? -1) > (best?.fitness ?? -1) ? week : best),
    weeks[0],
  );
  const race = season.request?.races.find(({ priority, date }) => priority === "A" && date >= today);
  const atRace = race ? weeks.findLast(({ start }) => start <= race.date) : null;
  const peakWords =
    peak?.fitness == null
      ? ""
      : `, highest ${Math.round(peak.fitness)} in the week of ${shortDay(peak.start)}`;
  const raceWords =
    atRace?.form == null || !race
      ? ""
      : `, ${signed(atRace.form)} in the week of ${race.name ?? "the goal race"}`;
  return {
    zero: y(0),
    fitness: both("fitness"),
    form: both("form"),
    peakWords,
    raceWords,
    summary: `Fitness${peakWords}. Form${raceWords}. From this week on if the plan is done.`,
  };
}

function signed(value: number): string {
  const whole = Math.round(value);
  return whole < 0 ? `−${-whole}` : whole > 0 ? `+${whole}` : "0";
}
