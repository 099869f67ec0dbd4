import { formatDistance, formatDuration, type UnitSystem } from "@repo/core/units";
import { EmptyState } from "@repo/ui/empty-state";
import { Explain } from "@repo/ui/explain";
import { LinkButton } from "@repo/ui/link-button";
import { Section } from "@repo/ui/section";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@repo/ui/table";
import { Day } from "#components/day.tsx";
import { Link } from "#components/link.tsx";
import type { ProgressData } from "./progress-view.tsx";

type Props = { progress: ProgressData; units: UnitSystem };

/** Predictions as ranges with the result they rest on, and the best of what was raced. */
export function ResultsSection({ progress, units }: Props) {
  if (progress.results.length === 0) {
    return (
      <Section title="Races and predictions">
        <EmptyState
          title="Predictions stand here, as ranges"
          action={
            <LinkButton as={Link} href="/settings/profile">
              Add a result
            </LinkButton>
          }
        >
          They rest on a race or an all-out test, never on a goal.
        </EmptyState>
      </Section>
    );
  }
  return (
    <Section title="Races and predictions">
      {progress.predictions.length > 0 ? <Predictions progress={progress} units={units} /> : null}
      <h3 className="type-lead mt-6 mb-1">Best and latest</h3>
      <Table caption="Best and latest results">
        <TableHead>
          <TableRow>
            <TableHeader>Distance</TableHeader>
            <TableHeader>Best</TableHeader>
            <TableHeader>Latest</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {bestOf(progress.results).map(({ best, latest }) => (
            <TableRow key={best.id}>
              <TableRowHeader>{formatDistance(best.distanceM, units)}</TableRowHeader>
              <TableCell>
                <Timed result={best} />
              </TableCell>
              <TableCell>{latest.id === best.id ? "the same" : <Timed result={latest} />}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}

function Predictions({ progress, units }: Props) {
  const [first] = progress.predictions;
  return (
    <>
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        {progress.predictions.map(({ distanceM, fastS, slowS, confidence }) => (
          <div key={distanceM}>
            <dt className="type-label text-ink-soft">{formatDistance(distanceM, units)}</dt>
            <dd>
              <span className="type-figure text-lg">
                {formatDuration(fastS)} to {formatDuration(slowS)}
              </span>
              <span className="block text-xs text-ink-soft">{CONFIDENCE[confidence]}</span>
            </dd>
          </div>
        ))}
      </dl>
      {first ? (
        <Explain
          sources={[
            { label: "Daniels and Gilbert 1979" },
            { label: "Riegel 1981" },
            { label: "Vickers 2016" },
          ]}
          rows={[
            {
              label: "Rests on",
              value: `${formatDistance(first.source.distanceM, units)} in ${formatDuration(first.source.timeS)}`,
            },
            { label: "On", value: first.source.date },
            { label: "Age", value: first.ageDays, unit: "days" },
            { label: "Score", value: first.source.score.toFixed(1) },
          ]}
        >
          Several formulas predict from your latest maximal result; the range holds them all and widens with
          the age of the result and the distance from it. After a year a result predicts nothing.
        </Explain>
      ) : null}
    </>
  );
}

const CONFIDENCE = { high: "well founded", medium: "fairly founded", low: "a rough guess" } as const;

type Result = ProgressData["results"][number];

function Timed({ result }: { result: Result }) {
  return (
    <>
      <span className="type-figure">{formatDuration(result.timeS)}</span>{" "}
      <span className="text-ink-soft">
        {result.name ? `${result.name}, ` : ""}
        <Day iso={result.localDate} />
      </span>
    </>
  );
}

/** One row a distance, the shortest first; the results come latest first. */
function bestOf(results: readonly Result[]) {
  const byDistance = new Map<number, { best: Result; latest: Result }>();
  for (const result of results) {
    const known = byDistance.get(result.distanceM);
    if (!known) byDistance.set(result.distanceM, { best: result, latest: result });
    else if (result.timeS < known.best.timeS) byDistance.set(result.distanceM, { ...known, best: result });
  }
  return [...byDistance.values()].sort((a, b) => a.best.distanceM - b.best.distanceM);
}
