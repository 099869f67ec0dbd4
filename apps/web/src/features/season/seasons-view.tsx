"use client";

import { Badge } from "@repo/ui/badge";
import { type RibbonData, ribbonSvg } from "@repo/ui/charts";
import { EmptyState } from "@repo/ui/empty-state";
import { InlineChart } from "@repo/ui/inline-chart";
import { LinkButton } from "@repo/ui/link-button";
import { PageTitle } from "@repo/ui/page-title";
import { useSuspenseQuery } from "@tanstack/react-query";
import { shortDay } from "#components/day-words.ts";
import { InviteLink } from "#components/invite-link.tsx";
import { Link } from "#components/link.tsx";
import { useMayPlan } from "#components/may-plan.tsx";
import { useUnits } from "#components/units.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/root.ts";

type Athlete = RouterOutputs["season"]["list"][number];
type Season = Athlete["seasons"][number];

/** Everybody's plan at a glance: whose season runs, whose waits as a draft, who has none. */
export function SeasonsView({ today }: { today: string }) {
  const trpc = useTRPC();
  const mayPlan = useMayPlan();
  const { data: athletes } = useSuspenseQuery(trpc.season.list.queryOptions());
  const without = athletes.filter(({ seasons }) => !seasons.some((season) => isCurrent(season, today)));
  const title =
    athletes.length === 0
      ? "Nobody to plan for yet"
      : without.length === 0
        ? "Everybody has a season"
        : `${without.length} of ${athletes.length} athletes ${without.length === 1 ? "has" : "have"} no season`;
  return (
    <>
      <PageTitle
        title={title}
        lead="A season leads to races: phases, weeks and workouts, checked by rules before anybody runs them."
        actions={
          athletes.length > 0 && mayPlan ? (
            <LinkButton as={Link} variant="solid" href="/seasons/new">
              Plan a season
            </LinkButton>
          ) : null
        }
      />
      {athletes.length === 0 ? (
        <EmptyState title="Seasons of your athletes" action={<InviteLink />}>
          They appear here once an athlete has accepted your invitation and shares their training with you.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {athletes.map((athlete) => (
            <AthleteRow key={athlete.athleteId} athlete={athlete} today={today} />
          ))}
        </ul>
      )}
    </>
  );
}

function isCurrent({ status, endsOn }: Season, today: string): boolean {
  return status !== "archived" && endsOn >= today;
}

function AthleteRow({ athlete, today }: { athlete: Athlete; today: string }) {
  const { athleteId, name, seasons, isDemo } = athlete;
  const mayPlan = useMayPlan();
  const current = seasons.filter((season) => isCurrent(season, today));
  const past = seasons.length - current.length;
  return (
    <li className="grid gap-x-6 gap-y-3 py-5 md:grid-cols-[11rem_minmax(0,1fr)]">
      <div>
        <h2 className="type-lead">
          <Link href={`/athletes/${athleteId}`} className="hover:underline">
            {name}
          </Link>
        </h2>
        <p className="text-xs text-ink-soft">
          {[isDemo ? "Demo" : null, past > 0 ? `${past} past or archived` : null].filter(Boolean).join(", ")}
        </p>
      </div>
      {current.length === 0 ? (
        <p className="flex flex-wrap items-center gap-3 text-sm text-ink-soft">
          No season.
          {mayPlan ? (
            <LinkButton as={Link} size="sm" href={`/seasons/new?athlete=${athleteId}`}>
              {`Plan one for ${name.split(" ")[0]}`}
            </LinkButton>
          ) : null}
        </p>
      ) : (
        <ul className="flex min-w-0 flex-col gap-4">
          {current.map((season) => (
            <SeasonRow key={season.id} season={season} athleteId={athleteId} today={today} />
          ))}
        </ul>
      )}
    </li>
  );
}

function SeasonRow({ season, athleteId, today }: { season: Season; athleteId: string; today: string }) {
  const units = useUnits();
  const next = season.races.filter(({ date }) => date >= today)[0];
  return (
    <li className="relative grid items-center gap-x-6 gap-y-2 lg:grid-cols-[minmax(0,1fr)_15rem]">
      <InlineChart
        svg={ribbonSvg({ ...ribbonOf(season, today), units }, { width: 640, height: 44, fluid: "grow" })}
      />
      <div className="text-sm">
        <p className="flex items-center gap-2">
          <Link
            href={`/seasons/${athleteId}/${season.id}`}
            className="font-semibold after:absolute after:inset-0 hover:underline"
          >
            {season.name}
          </Link>
          {season.status === "draft" ? <Badge>Draft</Badge> : null}
        </p>
        <p className="type-narrow text-ink-soft">
          {`${shortDay(season.startsOn)} to ${shortDay(season.endsOn)}`}
          {next ? `, next race ${shortDay(next.date)}` : ""}
        </p>
      </div>
    </li>
  );
}

function ribbonOf(season: Season, today: string): RibbonData {
  return {
    today,
    weeks: season.weeks.map(({ startsOn, phase, targetKm, doneKm, cutback }) => ({
      start: startsOn,
      phase: phase as RibbonData["weeks"][number]["phase"],
      plannedKm: targetKm,
      doneKm,
      cutback,
    })),
    races: season.races.map(({ date, name, priority, distanceM }) => ({
      date,
      priority,
      name: name ?? `${Math.round(distanceM / 100) / 10} km`,
    })),
  };
}
