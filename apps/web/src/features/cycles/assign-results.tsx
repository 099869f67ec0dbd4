"use client";

import { Button } from "@repo/ui/button";
import { LinkButton } from "@repo/ui/link-button";
import { PageTitle } from "@repo/ui/page-title";
import { shortDay } from "#components/day-words.ts";
import { Link } from "#components/link.tsx";
import type { RouterOutputs } from "#trpc/root.ts";

type Result = RouterOutputs["cycles"]["assign"][number];
type Props = {
  results: readonly Result[];
  names: ReadonlyMap<string, string>;
  cycleName: string;
  onMore: () => void;
};

const REFUSALS = {
  "not-coached": "Shares no training with you here: nothing was planned.",
  over: "It would be over already: nothing was planned.",
} as const;

/** What came of it, athlete by athlete. */
export function AssignResults({ results, names, cycleName, onMore }: Props) {
  const given = results.filter(({ outcome }) => outcome === "assigned").length;
  return (
    <>
      <PageTitle
        eyebrow={cycleName}
        title={
          given === results.length
            ? `${given} ${given === 1 ? "athlete has" : "athletes have"} it`
            : `${given} of ${results.length} athletes have it`
        }
        lead="Each has a mail with what comes first. Their seasons can be changed one by one from here."
        actions={
          <>
            <Button onPress={onMore}>Give it to others</Button>
            <LinkButton as={Link} variant="solid" href="/week">
              See the week of everybody
            </LinkButton>
          </>
        }
      />
      <ul aria-label="What came of it" className="divide-y divide-line">
        {results.map((result) => (
          <li
            key={result.athleteId}
            className="flex flex-wrap items-baseline justify-between gap-x-6 py-2.5 text-sm"
          >
            {result.outcome === "assigned" ? (
              <>
                <Link
                  href={`/seasons/${result.athleteId}/${result.seasonId}`}
                  className="font-semibold hover:underline"
                >
                  {result.name}
                </Link>
                <span className="text-ink-soft">
                  {[
                    `${result.workouts} workouts, ${shortDay(result.startsOn)} to ${shortDay(result.endsOn)}`,
                    result.factor === 1 ? null : `easy runs at ${Math.round(result.factor * 100)} %`,
                    result.replaced.length > 0 ? `${result.replaced.join(", ")} put away` : null,
                    result.toLookAt > 0 ? `${result.toLookAt} to look at` : "keeps every rule",
                  ]
                    .filter(Boolean)
                    .join(". ")}
                </span>
              </>
            ) : (
              <>
                <span className="font-semibold">{names.get(result.athleteId) ?? "Somebody"}</span>
                <span className="text-track-text">{REFUSALS[result.reason]}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
