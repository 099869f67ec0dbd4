import { Chart } from "@repo/ui/chart";
import { bandPicture, bandSentence, dayLabel, describeBand } from "@repo/ui/charts";
import { Explain } from "@repo/ui/explain";
import { Section } from "@repo/ui/section";
import { recoveryWords, signalStateWords, signalWords } from "#words/progress.ts";
import { wordOf } from "#words/training.ts";
import type { ProgressData } from "./progress-view.tsx";

type Signal = { signal: string; state: string };
type Points = NonNullable<ProgressData["bands"]["hrv"]>;

const BANDS = [
  { key: "restingHr", label: "Resting heart rate", unit: "bpm" },
  { key: "hrv", label: "HRV", unit: "ms" },
  { key: "sleep", label: "Sleep", unit: "h" },
] as const;

/** Mornings against the athlete's own usual, and what the night made of them: parts, never one score. */
export function BandsSection({ progress }: { progress: ProgressData }) {
  const recovery = progress.recovery as { asOf: string; state: string; signals?: Signal[] } | null;
  const shown = BANDS.filter(({ key }) => progress.bands[key]);
  const known = (recovery?.signals ?? []).filter(({ state }) => state === "adverse" || state === "good");
  if (shown.length === 0 && known.length === 0) {
    return (
      <Section title="Recovery">
        <p className="max-w-prose text-ink-soft">
          It is read from check-ins. One tap each morning is enough to begin; after 14 mornings your own usual
          range is known.
        </p>
      </Section>
    );
  }
  return (
    <Section title="Recovery" note={recovery ? `as of ${dayLabel(recovery.asOf)}` : undefined}>
      {recovery ? <p className="mb-2">{wordOf(recoveryWords, recovery.state)}.</p> : null}
      {known.length > 0 ? (
        <ul className="mb-4 flex flex-wrap gap-x-6 gap-y-1 text-sm">
          {known.map(({ signal, state }) => (
            <li key={signal}>
              <b className="font-semibold">{wordOf(signalWords, signal)}</b>{" "}
              <span className="text-ink-soft">{wordOf(signalStateWords, state)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="grid gap-8 lg:grid-cols-2">
        {shown.map(({ key, label, unit }) => (
          <Band key={key} label={label} unit={unit} points={progress.bands[key] ?? []} />
        ))}
      </div>
      <Explain sources={[{ label: "Plews 2013" }, { label: "docs/science.md, Recovery" }]}>
        The band is what is usual for you: the mean of the 60 days before, one standard deviation either way,
        once 14 mornings are known. A single morning outside it says little; several signals together do.
      </Explain>
    </Section>
  );
}

function Band({ label, unit, points }: { label: string; unit: string; points: Points }) {
  const options = { unit, valueLabel: label };
  return (
    <div>
      <h3 className="type-lead">{label}</h3>
      <p className="mb-1 text-sm text-ink-soft">{bandSentence(describeBand(points), { unit })}</p>
      <Chart
        label={`${label} by day, with your usual range`}
        picture={bandPicture(points, { width: 460, height: 160, ...options })}
        narrow={bandPicture(points, { width: 358, height: 150, ...options })}
      />
    </div>
  );
}
