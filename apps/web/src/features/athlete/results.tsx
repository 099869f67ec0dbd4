"use client";

import { paceFromSpeed } from "@repo/core/units";
import { Section } from "@repo/ui/section";
import { Day } from "#components/day.tsx";
import { Distance } from "#components/distance.tsx";
import { Duration } from "#components/duration.tsx";
import { Pace } from "#components/pace.tsx";
import type { Overview } from "./athlete-view.tsx";

/** What every pace rests on: results with their scores, thresholds with their day. */
export function Results({ athlete }: { athlete: Overview }) {
  const { results, profile, pacing } = athlete;
  return (
    <>
      <Section title="Results">
        {results.length === 0 ? (
          <p className="text-sm text-ink-soft">None yet. Paces are known once a race or time trial is.</p>
        ) : (
          <ul className="divide-y divide-line border-y border-line text-sm">
            {results.map((result) => (
              <li key={result.id} className="flex items-baseline justify-between gap-3 py-1.5">
                <span>
                  <Distance metres={result.distanceM} /> <Duration seconds={result.timeS} />
                  <span className="type-narrow block text-xs text-ink-soft">
                    {result.name ? `${result.name}, ` : ""}
                    <Day iso={result.localDate} />
                  </span>
                </span>
                <span className="type-figure" title="Daniels–Gilbert score">
                  {result.score === null ? "" : result.score.toFixed(1)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="Thresholds">
        <dl className="divide-y divide-line border-y border-line text-sm">
          <Fact label="Threshold pace">
            <Pace
              sPerKm={pacing.thresholdSpeedMps === null ? null : paceFromSpeed(pacing.thresholdSpeedMps)}
            />
            <span className="type-narrow text-xs text-ink-soft">
              {pacing.thresholdSource === "given"
                ? " given"
                : pacing.thresholdSource === "result"
                  ? " from a result"
                  : ""}
            </span>
          </Fact>
          <Fact label="Threshold heart rate">{beats(profile.thresholdHrBpm)}</Fact>
          <Fact label="Maximum heart rate">{beats(profile.maxHrBpm)}</Fact>
          <Fact label="Resting heart rate">{beats(profile.restingHrBpm)}</Fact>
          {profile.injurySites.length > 0 ? (
            <Fact label="Injuries before">{profile.injurySites.join(", ")}</Fact>
          ) : null}
        </dl>
      </Section>
    </>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4 py-1.5">
      <dt className="text-ink-soft">{label}</dt>
      <dd className="text-right">{children}</dd>
    </div>
  );
}

function beats(value: number | null): string {
  return value === null ? "not recorded" : `${Math.round(value)} bpm`;
}
