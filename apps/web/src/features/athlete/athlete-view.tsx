"use client";

import { evidenceWords } from "@repo/core/report";
import { Badge } from "@repo/ui/badge";
import { Chart } from "@repo/ui/chart";
import { type RibbonData, ribbonPicture } from "@repo/ui/charts";
import { EmptyState } from "@repo/ui/empty-state";
import { FindingItem, FindingList } from "@repo/ui/finding-item";
import { LinkButton } from "@repo/ui/link-button";
import { PageTitle } from "@repo/ui/page-title";
import { Section } from "@repo/ui/section";
import { useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { FreshNumbersOf } from "#components/fresh-numbers.tsx";
import { Link } from "#components/link.tsx";
import { PacesSection } from "#components/paces-section.tsx";
import { Since } from "#components/since.tsx";
import { Told } from "#components/told.tsx";
import { useUnits } from "#components/units.tsx";
import { Suggestions } from "#features/profile/suggestions.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { sourceWords } from "#words/sources.ts";
import { Activities } from "./activities.tsx";
import { CheckIns } from "./check-ins.tsx";
import { Comments } from "./comments.tsx";
import { LoadSection } from "./load-section.tsx";
import { Results } from "./results.tsx";

type Evidence = Parameters<typeof evidenceWords>[0];
export type Overview = RouterOutputs["athlete"]["overview"];

/** One athlete as their coach sees them: what wants attention first, then season, load, training and words. */
export function AthleteView({ athleteId, reports }: { athleteId: string; reports: ReactNode }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.athlete.overview.queryOptions({ athleteId }));
  const athlete = data as Overview;
  const urgent = athlete.warnings.filter(({ severity }) => severity !== "info").length;
  const notes = athlete.warnings.length - urgent;
  return (
    <>
      <FreshNumbersOf athleteId={athleteId} rev={athlete.rev} />
      <PageTitle
        rule={false}
        eyebrow={
          <span className="inline-flex items-center gap-2">
            {standing(urgent, notes)}
            {athlete.isDemo ? <Badge>Demo</Badge> : null}
          </span>
        }
        title={athlete.name}
        lead={leadOf(athlete)}
        actions={<SeasonActions athlete={athlete} />}
      />
      <SeasonRibbon athlete={athlete} />
      <div className="grid gap-x-10 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 divide-y divide-line">
          <Warnings athlete={athlete} />
          <Suggestions athleteId={athleteId} maySettle={athlete.mayPlan} isQuiet />
          <LoadSection athlete={athlete} />
          <Activities athlete={athlete} />
          <CheckIns athlete={athlete} />
          <PacesSection pacing={athlete.pacing} scheme={athlete.zoneScheme} />
        </div>
        <div className="min-w-0 divide-y divide-line">
          <Results athlete={athlete} />
          {reports}
          <Comments athlete={athlete} />
        </div>
      </div>
    </>
  );
}

function leadOf({ profile, pacing, load }: Overview): string {
  const last = load.at(-1);
  const parts = [
    profile.level ? `${profile.level[0]?.toUpperCase()}${profile.level.slice(1)}` : null,
    pacing.score === null ? "paces not known yet" : `score ${pacing.score.toFixed(1)}`,
    last?.fitness == null || last.quality === "gap" ? null : `fitness ${Math.round(last.fitness)}`,
    last?.form == null
      ? null
      : `form ${last.form > 0 ? "+" : last.form < 0 ? "−" : ""}${Math.abs(Math.round(last.form))}`,
  ];
  const line = parts.filter(Boolean).join(", ");
  return `${line[0]?.toUpperCase() ?? ""}${line.slice(1)}.`;
}

function SeasonActions({ athlete }: { athlete: Overview }) {
  const { athleteId, season, drafts, mayPlan } = athlete;
  const [draft] = drafts;
  return (
    <>
      <LinkButton as={Link} href={`/athletes/${athleteId}/calendar`}>
        Calendar
      </LinkButton>
      <LinkButton as={Link} href={`/athletes/${athleteId}/profile`}>
        Profile
      </LinkButton>
      <LinkButton as={Link} href={`/workouts?athlete=${athleteId}`}>
        Their ranges
      </LinkButton>
      {draft ? (
        <LinkButton as={Link} href={`/seasons/${athleteId}/${draft.id}`}>
          Open the draft
        </LinkButton>
      ) : null}
      {season ? (
        <LinkButton as={Link} variant="solid" href={`/seasons/${athleteId}/${season.id}`}>
          Open the season
        </LinkButton>
      ) : mayPlan ? (
        <LinkButton as={Link} variant="solid" href={`/seasons/new?athlete=${athleteId}`}>
          Plan a season
        </LinkButton>
      ) : null}
    </>
  );
}

function SeasonRibbon({ athlete }: { athlete: Overview }) {
  const { ribbon, today, season, name } = athlete;
  const units = useUnits();
  const data = useMemo<RibbonData | null>(
    () =>
      ribbon && {
        units,
        today,
        weeks: ribbon.weeks.map((week) => ({
          ...week,
          phase: week.phase as RibbonData["weeks"][number]["phase"],
        })),
        races: ribbon.races.map(({ name: race, distanceM, ...rest }) => ({
          ...rest,
          name: race ?? `${Math.round(distanceM / 100) / 10} km`,
        })),
      },
    [ribbon, today, units],
  );
  if (data && !season && data.weeks.every(({ plannedKm, doneKm }) => plannedKm === null && doneKm === null)) {
    return (
      <p className="mt-5 border-t-2 border-ink pt-4 text-sm text-ink-soft">
        {`Nothing was planned or logged in the last ${data.weeks.length} weeks.`}
      </p>
    );
  }
  if (!data || data.weeks.length === 0) {
    return (
      <div className="mt-5">
        <EmptyState title="The season stands here">
          {`${name} has no season and nothing logged yet. Plan one, or wait for the first run.`}
        </EmptyState>
      </div>
    );
  }
  return (
    <Chart
      label={season ? `Season ${season.name}` : "The last weeks"}
      className="mt-4 mb-2"
      picture={ribbonPicture(data, { width: 1150, height: 140 })}
      narrow={ribbonPicture(data, { width: 358, height: 110 })}
    />
  );
}

function Warnings({ athlete }: { athlete: Overview }) {
  const units = useUnits();
  if (athlete.warnings.length === 0) return null;
  return (
    <Section title="What the night found">
      <FindingList label="Warnings" isOpenEnded>
        {athlete.warnings.map((warning) => (
          <FindingItem
            key={warning.id}
            severity={
              warning.severity === "error" ? "error" : warning.severity === "warn" ? "warning" : "note"
            }
            title={<Told text={warning.words.title} />}
            evidence={evidenceWords(warning.evidence as unknown as Evidence, units)}
            source={`Source: ${sourceWords(warning.source)}`}
          >
            <Told text={warning.words.story} /> <Since warning={warning} today={athlete.today} />
            <WhatHelps remedy={warning.remedy as { text?: string } | null} />
          </FindingItem>
        ))}
      </FindingList>
    </Section>
  );
}

function WhatHelps({ remedy }: { remedy: { text?: string } | null }) {
  return remedy?.text ? (
    <p className="mt-1 text-ink">
      What helps: <Told text={remedy.text} />
    </p>
  ) : null;
}

/** As many as stand below: what wants something of the coach, and what is only worth knowing. */
function standing(warnings: number, notes: number): string {
  const noted = notes === 0 ? "" : `, ${notes} ${notes === 1 ? "note" : "notes"}`;
  if (warnings === 0) return `Nothing needs you${noted}`;
  return `${warnings} ${warnings === 1 ? "warning" : "warnings"}${noted}`;
}
