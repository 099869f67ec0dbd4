"use client";

import { Chart } from "@repo/ui/chart";
import { dayLabel, loadPicture } from "@repo/ui/charts";
import { Explain } from "@repo/ui/explain";
import { Section } from "@repo/ui/section";
import { Skeleton } from "@repo/ui/skeleton";
import { Stat, StatRow } from "@repo/ui/stat";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Duration } from "#components/duration.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { loadMethodWords, wordOf } from "#words/training.ts";
import type { Overview } from "./athlete-view.tsx";

/** Fitness, fatigue and form over half a year, and how any day's figures were made. */
export function LoadSection({ athlete }: { athlete: Overview }) {
  const { load, today, athleteId } = athlete;
  const last = load.at(-1) ?? null;
  const points = useMemo(
    () =>
      load.map(({ date, load: value, fitness, fatigue, form, quality }) => ({
        date,
        load: value,
        // A smoothed load of nothing known is not zero: it is not known, as form is.
        fitness: quality === "gap" ? null : fitness,
        fatigue: quality === "gap" ? null : fatigue,
        form,
      })),
    [load],
  );
  const [day, setDay] = useState(last?.date ?? today);
  const isGap = last?.quality === "gap";
  const figure = (value: number | null | undefined) => (value == null ? null : Math.round(value));
  if (points.length === 0) {
    return (
      <Section title="Load">
        <p className="text-sm text-ink-soft">Nothing logged yet: load begins with the first activity.</p>
      </Section>
    );
  }
  return (
    <Section title="Load">
      {isGap ? (
        <p className="text-sm text-ink-soft">
          {`Fitness, fatigue and form are not known: too many days without a word${lastWords(athlete)}.`}
        </p>
      ) : (
        <StatRow>
          <Stat label="Fitness" tone="fitness" value={figure(last?.fitness)} note="with today" />
          <Stat label="Fatigue" tone="fatigue" value={figure(last?.fatigue)} note="with today" />
          <Stat
            label="Form"
            tone="form"
            value={last?.form == null ? null : signed(last.form)}
            note={last?.form == null ? undefined : "this morning: yesterday’s fitness − fatigue"}
            reason="it begins the morning after a session"
          />
        </StatRow>
      )}
      {points.every(({ fitness }) => fitness === null) ? null : (
        <Chart
          label="Fitness, fatigue and form"
          className="mt-4"
          picture={loadPicture(points, { width: 780, height: 240, today })}
          narrow={loadPicture(points, { width: 358, height: 210, today })}
        />
      )}
      <label className="mt-3 flex flex-wrap items-center gap-2 text-sm">
        <span>How was the day made?</span>
        <input
          type="date"
          value={day}
          min={points[0]?.date}
          max={today}
          onChange={(event) => setDay(event.target.value)}
          className="min-h-10 rounded-md border border-line-strong bg-surface px-2"
        />
      </label>
      {day ? <DayExplained athleteId={athleteId} date={day} /> : null}
    </Section>
  );
}

function lastWords({ activities }: Overview): string {
  const last = activities[0]?.localDate;
  return last ? `, the last session was on ${dayLabel(last, undefined, true)}` : "";
}

/** The words are written to the athlete; here a coach reads them. */
function methodWords(method: string | null): string {
  return wordOf(loadMethodWords, method).replace("your", "their");
}

/** A smoothed load of nothing known is not zero. */
function levelsOf<D extends { quality: string }>(day: D | null) {
  return day?.quality === "gap" ? { ...day, fitness: null, fatigue: null } : day;
}

function signed(value: number): string {
  const whole = Math.round(value);
  return whole < 0 ? `−${-whole}` : whole > 0 ? `+${whole}` : "0";
}

function DayExplained({ athleteId, date }: { athleteId: string; date: string }) {
  const trpc = useTRPC();
  const explained = useQuery(trpc.athlete.explainDay.queryOptions({ athleteId, date }));
  if (!explained.data) return <Skeleton className="mt-3 h-24 w-full" />;
  const { shares, tauDays, activities } = explained.data;
  const [day, before] = [levelsOf(explained.data.day), levelsOf(explained.data.before)];
  const one = (value: number | null | undefined) =>
    value == null ? null : String(Math.round(value * 10) / 10).replace("-", "−");
  return (
    <div className="mt-2">
      <Explain
        open
        summary={`The figures of ${dayLabel(date)}`}
        rows={[
          { label: "Load of the day", value: one(day?.load) },
          { label: "Fitness the day before", value: one(before?.fitness) ?? "not known" },
          {
            label: `Fitness: moved by ${(shares.fitness * 100).toFixed(1)} % of the difference`,
            value: one(day?.fitness) ?? "not known",
          },
          { label: "Fatigue the day before", value: one(before?.fatigue) ?? "not known" },
          {
            label: `Fatigue: moved by ${(shares.fatigue * 100).toFixed(1)} % of the difference`,
            value: one(day?.fatigue) ?? "not known",
          },
          { label: "Form: fitness − fatigue of the day before", value: one(day?.form) ?? "not known" },
        ]}
      >
        {`Smoothed load, not measured ability: fitness over ${tauDays.fitness} days, fatigue over ${tauDays.fatigue}.`}
      </Explain>
      <ul className="mt-2 divide-y divide-line border-y border-line text-sm">
        {activities.map((activity) => (
          <li key={activity.id} className="flex justify-between gap-4 py-1.5">
            <span>{activity.title ?? activity.sport}</span>
            <span className="text-ink-soft">
              <Duration seconds={activity.durationS} />
              {activity.load === null
                ? ", load not known"
                : `, load ${Math.round(activity.load)} ${methodWords(activity.method)}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
