"use client";

import { daysBetween } from "@repo/core/calendar";
import { formatDistance, formatDuration } from "@repo/core/units";
import { Section } from "@repo/ui/section";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Flag } from "lucide-react";
import { dayName } from "#components/day-words.ts";
import { Link } from "#components/link.tsx";
import { useUnits } from "#components/units.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { useWhose } from "./whose.ts";

type Race = RouterOutputs["profile"]["races"][number];
type Props = { athleteId: string; today: string; isOwn: boolean };

/** The races ahead with what they are run for; a coach's way to the season that holds each. */
export function RacesAhead({ athleteId, today, isOwn }: Props) {
  const { data: races } = useSuspenseQuery(useTRPC().profile.races.queryOptions({ athleteId }));
  const units = useUnits();
  const whose = useWhose();
  return (
    <Section title="Goals and races" note={races.length > 0 ? "the next first" : undefined}>
      {races.length === 0 ? (
        <p className="text-sm text-ink-soft">
          {whose(
            "No race is planned. Your coach enters races with the season.",
            "No race is planned. Races are entered with the season.",
          )}
          {isOwn ? null : (
            <>
              {" "}
              <Link href={`/seasons/new?athlete=${athleteId}`} className="underline underline-offset-2">
                Plan a season
              </Link>
            </>
          )}
        </p>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {races.map((race) => (
            <li
              key={`${race.season.id} ${race.date} ${race.distanceM}`}
              className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3"
            >
              <span className="min-w-0">
                <span className="type-lead flex items-center gap-1.5">
                  <Flag
                    aria-hidden="true"
                    className={`size-3.5 shrink-0 ${race.priority === "A" ? "fill-current" : ""}`}
                  />
                  {race.name ?? formatDistance(race.distanceM, units)}
                </span>
                <span className="type-narrow block text-sm text-ink-soft">
                  {`${dayName(race.date)}, ${formatDistance(race.distanceM, units)}, ${RANKS[race.priority]}`}
                </span>
              </span>
              <span className="text-sm">
                {[goalWords(race), awayWords(daysBetween(today, race.date))].filter(Boolean).join(", ")}
                {isOwn ? null : (
                  <Link
                    href={`/seasons/${athleteId}/${race.season.id}`}
                    className="ml-4 underline underline-offset-2"
                  >
                    {race.season.isDraft ? `${race.season.name} (draft)` : race.season.name}
                  </Link>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const RANKS = { A: "A: a goal", B: "B: with a light week", C: "C: from training" } as const;

function goalWords({ goalTimeS }: Race): string | null {
  return goalTimeS === null ? null : `for ${formatDuration(goalTimeS)}`;
}

function awayWords(days: number): string {
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  return days < 21 ? `${days} days away` : `${Math.round(days / 7)} weeks away`;
}
