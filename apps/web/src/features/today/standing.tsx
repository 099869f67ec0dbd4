import { Explain } from "@repo/ui/explain";
import { Stat, StatRow } from "@repo/ui/stat";
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
  // A smoothed load of nothing known is not zero: it is not known, as form is.
  const isGap = standing.quality === "gap";
  const known = (value: number | null) => (isGap ? null : whole(value));
  const silence = "nothing was heard for a while";
  const waiting = isGap ? silence : "it begins with your first session";
  return (
    <section aria-label="Where load stands">
      <StatRow>
        <Stat
          label="Fitness"
          value={known(standing.fitness)}
          tone="fitness"
          note={whenOf(known(standing.fitness), "with today")}
          reason={waiting}
        />
        <Stat
          label="Fatigue"
          value={known(standing.fatigue)}
          tone="fatigue"
          note={whenOf(known(standing.fatigue), "with today")}
          reason={waiting}
        />
        <Stat
          label="Form"
          value={signed(standing.form)}
          tone="form"
          note={whenOf(standing.form, "this morning")}
          reason={isGap ? silence : "it begins the morning after a session"}
        />
        <Stat
          label="Last 7 days"
          value={whole(standing.weekLoad)}
          unit="load"
          note={standing.weekKm === null ? undefined : `${standing.weekKm.toFixed(1)} km run`}
          reason="nothing was recorded"
        />
      </StatRow>
      {standing.fitness === null ? null : <HowMade standing={standing} explained={explained} />}
    </section>
  );
}

function HowMade({ standing, explained }: { standing: Standing; explained: Explained }) {
  const { day, before, tauDays, shares } = explained;
  const load = day?.load ?? null;
  return (
    <Explain
      sources={[{ label: "Banister 1991" }, { label: "Foster 2001" }]}
      rows={[
        { label: "Load of today", value: load === null ? null : round(load) },
        ...explained.activities.map((activity) => ({
          label: `${activity.title ?? "Session"}, ${wordOf(loadMethodWords, activity.method)}`,
          value: activity.load === null ? null : round(activity.load),
        })),
        { label: "Fitness yesterday", value: before?.fitness == null ? null : round(before.fitness) },
        { label: "Fatigue yesterday", value: before?.fatigue == null ? null : round(before.fatigue) },
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
