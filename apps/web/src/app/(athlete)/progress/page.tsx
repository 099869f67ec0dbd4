import type { PhaseKind } from "@repo/core/season";
import { Chart } from "@repo/ui/chart";
import { ribbonPicture } from "@repo/ui/charts";
import { LinkButton } from "@repo/ui/link-button";
import { PageTitle } from "@repo/ui/page-title";
import type { Metadata } from "next";
import { requireActor } from "#auth/index.ts";
import { FreshNumbers } from "#components/fresh-numbers.tsx";
import { Link } from "#components/link.tsx";
import { ProgressView } from "#features/progress/progress-view.tsx";
import { verdictOf } from "#features/progress/verdict.ts";
import { ReportLinks } from "#features/reports/report-links.tsx";
import { Standing } from "#features/today/standing.tsx";
import { getCaller } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Progress" };

const RANGES = { "12": 84, "26": 182, "52": 365, all: 36_500 } as const;
const LABELS = { "12": "12 weeks", "26": "Half a year", "52": "A year", all: "All" } as const;
type RangeName = keyof typeof RANGES;

export default async function ProgressPage({ searchParams }: { searchParams: Promise<{ range?: string }> }) {
  const { userId } = await requireActor("/progress");
  const asked = (await searchParams).range ?? "26";
  const range: RangeName = Object.hasOwn(RANGES, asked) ? (asked as RangeName) : "26";
  const caller = await getCaller();
  const { units } = await caller.account.me();
  const progress = await caller.progress.get({ days: RANGES[range] });
  const explained = await caller.progress.explainDay({ date: progress.today });
  const { title, sentence } = verdictOf(progress);
  const ribbon = {
    units,
    today: progress.today,
    weeks: (progress.ribbon ?? []).map((week) => ({ ...week, phase: week.phase as PhaseKind | null })),
    races: progress.races.map(({ date, name, priority }) => ({ date, name: name ?? "Race", priority })),
  };
  return (
    <>
      <FreshNumbers rev={progress.standing.rev} />
      <PageTitle title={title} lead={sentence} actions={<Ranges current={range} />} />
      {progress.ribbon ? (
        <div className="pt-5">
          <Chart
            label="Your season, week by week"
            picture={ribbonPicture(ribbon, { width: 960, height: 84 })}
            narrow={ribbonPicture(ribbon, { width: 358, height: 60 })}
          />
        </div>
      ) : null}
      <div className="py-6">
        <Standing standing={progress.standing} explained={explained} />
      </div>
      <ProgressView progress={progress} units={units} />
      <ReportLinks links={await caller.reports.listOfAthlete({ athleteId: userId })} />
    </>
  );
}

function Ranges({ current }: { current: RangeName }) {
  return (
    <>
      {(Object.keys(RANGES) as RangeName[]).sort(byLength).map((range) => (
        <LinkButton
          key={range}
          as={Link}
          size="sm"
          variant={range === current ? "solid" : "outline"}
          href={`/progress?range=${range}`}
        >
          {LABELS[range]}
        </LinkButton>
      ))}
    </>
  );
}

function byLength(a: RangeName, b: RangeName): number {
  return RANGES[a] - RANGES[b];
}
