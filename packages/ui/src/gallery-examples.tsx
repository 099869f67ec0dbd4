"use client";

import { Badge, type BadgeTone } from "./badge.tsx";
import { Button } from "./button.tsx";
import { profileSvg, ribbonSvg, sparkSvg, squaresSvg } from "./charts/index.ts";
import {
  BROKEN_TEMPO,
  exampleRibbon,
  HILL_SPRINTS,
  LEGS,
  SPARK,
  SQUARES,
  STATES,
  TEN_TIMES_400,
} from "./gallery-data.ts";
import { InlineChart } from "./inline-chart.tsx";
import { LinkButton } from "./link-button.tsx";
import { PageTitle } from "./page-title.tsx";
import { Section } from "./section.tsx";
import { SegmentedChoice } from "./segmented-choice.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableRowHeader } from "./table.tsx";
import { WorkoutCard } from "./workout-card.tsx";

type Need = {
  name: string;
  where: string;
  done: number;
  tone: BadgeTone;
  kind: string;
  title: string;
  why: string;
  fix: string;
};

const NEEDS: Need[] = [
  {
    name: "Demo athlete A",
    where: "Half marathon in 11 weeks",
    done: 13,
    tone: "attention",
    kind: "Plateau",
    title: "5K has not moved in 11 weeks, and every Tuesday is the same session",
    why: "6 × 800 m at 3:42 /km, eleven weeks running. 5K trend +0.3 s a week (95 % interval −0.9 to +1.4).",
    fix: "Swap in 5 × 3 min hills",
  },
  {
    name: "Demo athlete B",
    where: "10K, 9 days away",
    done: 23,
    tone: "track",
    kind: "Under-recovered",
    title: "Resting heart rate up 12 % for four mornings, sleep under 6 h",
    why: "54 bpm against a 48 bpm baseline; HRV below its normal band since Thursday.",
    fix: "Move intervals to Wednesday",
  },
];

export function GalleryExamples({ id }: { id: string }) {
  return (
    <>
      <PageTitle
        title="3 of 41 athletes need you"
        lead="Tuesday 19 May. Loads and warnings recomputed 03:10; 38 reports sent."
        actions={
          <>
            <Button>Filter: Marathon group</Button>
            <Button variant="solid">Assign a cycle</Button>
          </>
        }
      />
      {NEEDS.map((need) => (
        <NeedRow key={need.name} need={need} id={id} />
      ))}
      <Section title="On plan" note="38 athletes, sorted by next race">
        <RosterTable id={id} />
      </Section>
      <CardsExample id={id} />
      <TodayExample id={id} />
    </>
  );
}

function CardsExample({ id }: { id: string }) {
  return (
    <Section title="Cards of a week" note="every state">
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {STATES.map((state, index) => (
          <WorkoutCard
            key={state}
            title={["10 × 400 m", "Broken tempo", "Hill sprints", "Easy 6 km"][index % 4] ?? ""}
            detail={
              ["at 4:02 /km, 200 jog", "3 × 8 min at 4:22", "8 × 10 s, full rest", "5:40–6:20 /km"][index % 4]
            }
            state={state}
            edge={(["speed", "build", "peak", "base"] as const)[index % 4] ?? "base"}
            href={`#${id}-${state}`}
            profileSvg={
              index % 4 === 3
                ? undefined
                : profileSvg([TEN_TIMES_400, BROKEN_TEMPO, HILL_SPRINTS][index % 4] ?? [], {
                    width: 120,
                    height: 22,
                    fluid: "grow",
                    id: `${id}-card-${state}`,
                  })
            }
          />
        ))}
      </div>
    </Section>
  );
}

function NeedRow({ need, id }: { need: Need; id: string }) {
  return (
    <article className="grid gap-x-6 gap-y-3 border-b border-line py-4 sm:grid-cols-[10rem_1fr] lg:grid-cols-[11rem_1fr_10rem]">
      <div>
        <h2 className="type-lead">{need.name}</h2>
        <p className="text-sm text-ink-soft">{need.where}</p>
        <InlineChart
          className="mt-2"
          svg={ribbonSvg(exampleRibbon(need.done, need.done), {
            width: 160,
            height: 36,
            id: `${id}-need-${need.done}`,
          })}
        />
      </div>
      <div>
        <Badge tone={need.tone}>{need.kind}</Badge>
        <h3 className="type-lead mt-1.5">{need.title}</h3>
        <p className="mt-0.5 text-sm text-ink-soft">{need.why}</p>
      </div>
      <div className="flex flex-wrap gap-2 sm:col-start-2 lg:col-start-3 lg:flex-col">
        <Button variant="solid" size="sm">
          {need.fix}
        </Button>
        <LinkButton size="sm" href="#evidence">
          Open evidence
        </LinkButton>
      </div>
    </article>
  );
}

function RosterTable({ id }: { id: string }) {
  return (
    <Table caption="Athletes on plan">
      <TableHead>
        <TableRow>
          <TableHeader>Athlete</TableHeader>
          <TableHeader>Season</TableHeader>
          <TableHeader>Last 14 days</TableHeader>
          <TableHeader>Fitness, 12 weeks</TableHeader>
          <TableHeader numeric sorted="descending" onSort={() => undefined}>
            Form
          </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {[26, 21].map((done) => (
          <TableRow key={done}>
            <TableRowHeader>Demo athlete {done}</TableRowHeader>
            <TableCell>
              <InlineChart
                svg={ribbonSvg(exampleRibbon(done, done), {
                  width: 160,
                  height: 30,
                  id: `${id}-roster-${done}`,
                })}
              />
            </TableCell>
            <TableCell>
              <InlineChart
                svg={squaresSvg(SQUARES, { width: 14 * 15, height: 13, id: `${id}-roster-sq-${done}` })}
              />
            </TableCell>
            <TableCell>
              <span className="flex items-center gap-2">
                <b className="type-figure">{done + 20}</b>
                <InlineChart
                  svg={sparkSvg(
                    SPARK.map((value) => value + 2 * Math.sin(value / 3 + done)),
                    { width: 100, height: 24, id: `${id}-roster-sp-${done}` },
                  )}
                />
              </span>
            </TableCell>
            <TableCell numeric>{done === 26 ? "+6" : <span className="text-fatigue">−9</span>}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const STEPS = [
  ["Warm-up jog and 10 min activation", "", "20 min"],
  ["10 × 400 m", "4:02 /km, that is 1:37 a lap. Even reps.", "Zone 5"],
  ["200 m jog between", "", "90 s"],
  ["Cool-down", "", "10 min"],
] as const;

function StepList() {
  return (
    <ul className="mt-3 divide-y divide-line">
      {STEPS.map(([name, detail, amount]) => (
        <li key={name} className="flex justify-between gap-4 py-2">
          <span>
            <span className={detail ? "font-semibold" : ""}>{name}</span>
            {detail ? <span className="block text-sm text-ink-soft">{detail}</span> : null}
          </span>
          <b className="type-figure whitespace-nowrap">{amount}</b>
        </li>
      ))}
    </ul>
  );
}

function TodayExample({ id }: { id: string }) {
  return (
    <Section title="Today, on a phone">
      <div className="max-w-[22.5rem]">
        <PageTitle eyebrow="Tuesday 19 May, Speed week 2 of 6" title="10 × 400 m" rule={false} />
        <InlineChart
          svg={ribbonSvg(exampleRibbon(19), { width: 354, height: 44, fluid: true, id: `${id}-today` })}
        />
        <div className="mt-5 rounded-lg border border-t-4 border-line border-t-phase-speed bg-surface p-4">
          <InlineChart
            svg={profileSvg(TEN_TIMES_400, {
              width: 320,
              height: 84,
              axis: true,
              fluid: true,
              id: `${id}-today-profile`,
            })}
          />
          <StepList />
          <p className="flex gap-5 border-t border-line pt-3 text-ink-soft">
            {[
              ["9.6", "km"],
              ["58", "min"],
              ["8", "RPE"],
            ].map(([value, unit]) => (
              <span key={unit}>
                <b className="type-figure text-ink">{value}</b> {unit}
              </span>
            ))}
          </p>
        </div>
        <SegmentedChoice
          className="mt-5"
          legend="How are your legs?"
          name={`${id}-legs`}
          options={LEGS}
          defaultValue="good"
        />
        <Button variant="solid" size="lg" className="mt-5 w-full">
          Log this session
        </Button>
      </div>
    </Section>
  );
}
