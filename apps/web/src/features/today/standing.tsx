import { dayLabel } from "@repo/ui/charts";
import { Explain } from "@repo/ui/explain";
import { Stat, StatRow } from "@repo/ui/stat";
import { Distance } from "#components/distance.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { loadMethodWords, loadQualityWords, wordOf } from "#words/training.ts";

type Standing = RouterOutputs["today"]["get"]["standing"];
type Explained = RouterOutputs["progress"]["explainDay"];

/** Where load stands, and how each figure was made. */
export function Standing({ standing, explained }: { standing: Standing; explained: Explained }) {
  if (standing.fitness === null && standing.weekLoad === null) {
    return (
      <p className="text-sm text-ink-soft">
        Load, fitness, fatigue and form stand here from your first session on, each with how it was made.
      </p>
    );
  }
  const isGap = standing.quality === "gap";
  return (
    <section aria-label="Where load stands">
      {isGap ? <SilentStanding standing={standing} /> : <Figures standing={standing} />}
      {standing.fitness === null ? null : <HowMade standing={standing} explained={explained} />}
    </section>
  );
}

function Figures({ standing }: { standing: Standing }) {
  const [waiting, today] = ["it begins with your first session", "with today"];
  const { fitness, fatigue, form } = standing;
  const figures = [
    { label: "Fitness", tone: "fitness", value: whole(fitness), when: today, reason: waiting },
    { label: "Fatigue", tone: "fatigue", value: whole(fatigue), when: today, reason: waiting },
    {
      label: "Form",
      tone: "form",
      value: signed(form),
      when: "this morning",
      reason: "it begins the morning after a session",
    },
  ] as const;
  return (
    <StatRow>
      {figures.map(({ label, tone, value, when, reason }) => (
        <Stat key={label} {...{ label, tone, value, reason }} note={whenOf(value, when)} />
      ))}
      <WeekLoad standing={standing} />
    </StatRow>
  );
}

/** A smoothed load of nothing known is not zero: it is not known, and one sentence says it of all three. */
function SilentStanding({ standing }: { standing: Standing }) {
  const { lastActivityOn, weekLoad } = standing;
  return (
    <>
      <p className="max-w-prose text-sm text-ink-soft">
        Fitness, fatigue and form are not known: nothing was entered for more than a week
        {weekLoad === null
          ? lastActivityOn && `, your last session was on ${dayLabel(lastActivityOn, undefined, true)}`
          : ". Two weeks after it they are"}
        .
      </p>
      {weekLoad === null ? null : (
        <div className="mt-3">
          <StatRow>
            <WeekLoad standing={standing} />
          </StatRow>
        </div>
      )}
    </>
  );
}

function WeekLoad({ standing }: { standing: Standing }) {
  return (
    <Stat
      label="Last 7 days"
      value={whole(standing.weekLoad)}
      unit="load"
      note={
        standing.weekKm === null ? undefined : (
          <>
            <Distance metres={standing.weekKm * 1_000} decimals={1} /> run
          </>
        )
      }
      reason="nothing was recorded"
    />
  );
}

function HowMade({ standing, explained }: { standing: Standing; explained: Explained }) {
  const { day, before, tauDays, shares } = explained;
  const load = day?.load ?? null;
  const yesterday = before === null || before.quality === "gap" ? null : before;
  return (
    <Explain
      sources={[{ label: "Banister 1991" }, { label: "Foster 2001" }]}
      rows={[
        { label: "Load of today", value: load === null ? null : round(load) },
        ...explained.activities.map((activity) => ({
          label: `${activity.title ?? "Session"}, ${wordOf(loadMethodWords, activity.method)}`,
          value: activity.load === null ? null : round(activity.load),
        })),
        {
          label: "Fitness yesterday",
          value: yesterday?.fitness == null ? "not known" : round(yesterday.fitness),
        },
        {
          label: "Fatigue yesterday",
          value: yesterday?.fatigue == null ? "not known" : round(yesterday.fatigue),
        },
        { label: "Share of a day that enters fitness", value: `${(shares.fitness * 100).toFixed(1)} %` },
        { label: "Share of a day that enters fatigue", value: `${(shares.fatigue * 100).toFixed(1)} %` },
      ]}
    >
      Fitness and fatigue are your daily load smoothed over {tauDays.fitness} and {tauDays.fatigue} days; they
      measure what you did, not what you can do. Each day: the old value, plus its share of the difference
      between the day's load and the old value. Form is what you woke up with: yesterday's fitness less
      yesterday's fatigue. {wordOf(loadQualityWords, standing.quality)}
    </Explain>
  );
}

/** When a figure is of; nothing beside one that is not known. */
function whenOf(value: string | number | null, when: string): string | undefined {
  return value === null ? undefined : when;
}

function whole(value: number | null): string | null {
  return value === null ? null : String(Math.round(value));
}

function signed(value: number | null): string | null {
  if (value === null) return null;
  const rounded = Math.round(value);
  return rounded > 0 ? `+${rounded}` : String(rounded).replace("-", "−");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
