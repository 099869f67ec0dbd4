import { guidanceFor } from "@repo/core/workouts";
import { dayLabel } from "@repo/ui/charts";
import { Disclosure } from "@repo/ui/disclosure";
import { EvidenceList } from "@repo/ui/evidence-list";
import { Explain } from "@repo/ui/explain";
import { Section } from "@repo/ui/section";
import { AdviceList } from "#components/advice.tsx";
import { causeWords } from "#words/progress.ts";
import { sourceWords } from "#words/sources.ts";
import { wordOf } from "#words/training.ts";
import type { ProgressData } from "./progress-view.tsx";
import { verdictOf } from "./verdict.ts";

type SeriesRow = { label?: string; kind?: string; n?: number; changePct?: number | null };

/** What the verdict rests on, and, where progress stands still, the causes in order with what to do. */
export function VerdictSection({ progress: data }: { progress: ProgressData }) {
  const { progress } = verdictOf(data);
  if (!progress) return null;
  const series = (progress.series ?? []) as SeriesRow[];
  return (
    <div className="pb-4">
      {progress.causes.length > 0 ? (
        <Section title="Likely causes" note={`as of ${dayLabel(data.assessment?.asOf ?? data.today)}`}>
          <ol className="divide-y divide-line border-y border-line">
            {progress.causes.slice(0, 4).map((cause) => (
              <li key={cause.cause} className="py-3">
                <p className="type-lead">
                  {cause.rank}. {wordOf(causeWords, cause.cause)}
                </p>
                {cause.remedy ? <p className="text-sm">{cause.remedy.text}</p> : null}
                <Disclosure summary="What speaks for it">
                  <EvidenceList rows={cause.evidence} />
                  <p className="mt-1 text-xs text-ink-soft">Source: {sourceWords(cause.source)}</p>
                </Disclosure>
              </li>
            ))}
          </ol>
          <AdviceList summary="What the articles try first" pieces={guidanceFor("results-stall")} />
        </Section>
      ) : null}
      <Explain
        summary="How was the verdict made?"
        rows={[
          { label: "Efforts compared", value: progress.n },
          { label: "Days looked at", value: progress.windowDays },
          ...series
            .filter(({ changePct }) => typeof changePct === "number")
            .map((row) => ({
              label: `${row.label ?? row.kind ?? "Series"}${row.n ? `, ${row.n} efforts` : ""}`,
              value: (row.changePct ?? 0).toFixed(1),
              unit: "%",
            })),
        ]}
        sources={[{ label: "Sen 1968" }, { label: "Mann 1945" }, { label: "docs/science.md, Progress" }]}
      >
        Efforts of the same kind are compared with each other over time; the trend is the median of all
        slopes, with its 90 % interval. Within 1 % either way nobody can tell progress from a good or bad day.
      </Explain>
    </div>
  );
}
