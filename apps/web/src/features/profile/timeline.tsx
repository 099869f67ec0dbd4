"use client";

import { Badge } from "@repo/ui/badge";
import { Button } from "@repo/ui/button";
import { Section } from "@repo/ui/section";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Day } from "#components/day.tsx";
import { useUnits } from "#components/units.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { type Entry, linesOf } from "./timeline-words.ts";
import { useWhose } from "./whose.ts";

const FIRST = 12;

/** Who changed thresholds, results, days, level or injuries, and what was said, latest first. */
export function Timeline({ athleteId }: { athleteId: string }) {
  const { data } = useSuspenseQuery(useTRPC().profile.timeline.queryOptions({ athleteId }));
  const [isWhole, setWhole] = useState(false);
  const whose = useWhose();
  const entries = isWhole ? data : data.slice(0, FIRST);
  return (
    <Section
      title="What changed"
      note="by whom and when"
      className={whose("border-t border-line py-6", "max-xl:border-t max-xl:border-line xl:py-6")}
      actions={
        data.length > FIRST && !isWhole ? (
          <Button size="sm" variant="quiet" onPress={() => setWhole(true)}>
            {`Show all ${data.length}`}
          </Button>
        ) : null
      }
    >
      {entries.length === 0 ? (
        <p className="text-sm text-ink-soft">
          {`Nothing yet. A new threshold, result, level or day off is kept here, with who changed it${whose(
            "",
            " and what it was before",
          )}.`}
        </p>
      ) : (
        <ol aria-label="Changes" className="divide-y divide-line border-y border-line">
          {entries.map((entry) => (
            <Row key={entry.id} entry={entry} isAthlete={entry.actorId === athleteId} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Row({ entry, isAthlete }: { entry: Entry; isAthlete: boolean }) {
  const units = useUnits();
  const whose = useWhose();
  const who = isAthlete ? whose("You", entry.actorName) : entry.actorName;
  return (
    <li className="py-2.5 text-sm">
      <p className="type-narrow flex flex-wrap items-center gap-x-2 text-xs text-ink-soft">
        <span>
          {who ?? "Somebody who left"}, <Day iso={String(entry.at)} />
        </span>
        {"isSuggested" in entry && entry.isSuggested ? <Badge>As suggested</Badge> : null}
        {entry.what === "note" && entry.isPrivate ? <Badge>Coaches only</Badge> : null}
      </p>
      {linesOf(entry, units).map((line) => (
        <p key={line} className="mt-0.5 whitespace-pre-line">
          {line}
        </p>
      ))}
    </li>
  );
}
