import type { PhaseKind } from "@repo/core/season";
import { inUnits, type UnitSystem } from "@repo/core/units";
import { Chart } from "@repo/ui/chart";
import { ribbonPicture } from "@repo/ui/charts";
import { EmptyState } from "@repo/ui/empty-state";
import { LinkButton } from "@repo/ui/link-button";
import { AdviceText } from "#components/advice.tsx";
import { FreshNumbers } from "#components/fresh-numbers.tsx";
import { Link } from "#components/link.tsx";
import { CheckInCard } from "#features/check-in/check-in-card.tsx";
import { LogSheet } from "#features/log/log-sheet.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { AddFile } from "./add-file.tsx";
import { Circumstance } from "./circumstance.tsx";
import { DoneToday } from "./done-today.tsx";
import { NextFirst } from "./next-first.tsx";
import { Standing } from "./standing.tsx";
import { Tomorrow } from "./tomorrow.tsx";
import { WorkoutPanel } from "./workout-panel.tsx";

export type TodayData = RouterOutputs["today"]["get"];
type Props = {
  today: TodayData;
  explained: RouterOutputs["progress"]["explainDay"];
  units: UnitSystem;
  /** Who coaches may plan a season for themselves. */
  plansOwn: boolean;
};

/** The athlete's day, the workout first; on a desk the morning and the figures stand beside it. */
export function TodayView({ today, explained, plansOwn, units }: Props) {
  const open = today.workouts.filter(({ status, kind }) => status === "planned" && kind !== "rest");
  const [first] = open;
  // A rest of which nothing is said needs no card.
  const told = today.workouts.filter(
    ({ kind, text, coachNote, purpose }) => kind !== "rest" || text || coachNote || purpose,
  );
  const several = today.workouts.length > 1;
  const hasMore = open.length > 0 || today.activities.length > 0;
  return (
    <div className="grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_21rem] lg:grid-rows-[auto_1fr_auto]">
      <FreshNumbers rev={today.standing.rev} />
      <div className="min-w-0 space-y-4">
        {today.ribbon ? <Ribbon today={today} units={units} /> : null}
        <Circumstance today={today} />
        {told.map((workout) => (
          <WorkoutPanel
            key={workout.id}
            workout={workout}
            units={units}
            title={several ? inUnits(workout.title, units) : undefined}
          />
        ))}
        {told.length === 0 && today.workouts.length > 0 ? (
          <p className="max-w-prose text-ink-soft">
            Rest is planned: it is when training turns into fitness. What you do all the same can be logged.
          </p>
        ) : null}
        {today.workouts.length === 0 ? (
          <NoPlan
            hasSeason={today.season !== null}
            hasTrained={today.activities.length > 0}
            plansOwn={plansOwn}
          />
        ) : null}
        <DoneToday activities={today.activities} />
      </div>
      <div className="min-w-0 space-y-6 lg:row-span-2">
        <NextFirst
          isCheckedIn={today.checkIn.today !== null}
          checkIn={<CheckInCard key={today.today} checkIn={today.checkIn} today={today.today} />}
          log={
            <AddFile
              day={today.today}
              workoutId={first?.id ?? null}
              hasSteps={(first?.profile.length ?? 0) > 0}
            >
              {open.map((workout, index) => (
                <div key={workout.id} className="mb-2">
                  <LogSheet
                    today={today.today}
                    plan={workout}
                    label={open.length > 1 ? `Log ${inUnits(workout.title, units)}` : undefined}
                    variant={index === 0 ? "solid" : "outline"}
                  />
                </div>
              ))}
              <LogSheet
                today={today.today}
                plan={null}
                label={hasMore ? "Log something else" : "Log a session"}
                variant={hasMore ? "outline" : "solid"}
              />
            </AddFile>
          }
        />
        <Tomorrow today={today} />
      </div>
      {today.advice ? (
        <p className="max-w-prose text-sm text-ink-soft lg:col-start-1">
          <AdviceText piece={today.advice} />
        </p>
      ) : null}
      <div className="border-t border-line pt-5 lg:col-span-2">
        <Standing standing={today.standing} explained={explained} />
      </div>
    </div>
  );
}

function Ribbon({ today, units }: Pick<Props, "today" | "units">) {
  const data = {
    units,
    today: today.today,
    weeks: (today.ribbon ?? []).map((week) => ({ ...week, phase: week.phase as PhaseKind | null })),
    races: today.races.map(({ date, name, priority }) => ({ date, name: name ?? "Race", priority })),
  };
  return (
    <Chart
      label="Your season, week by week"
      picture={ribbonPicture(data, { width: 640, height: 64 })}
      narrow={ribbonPicture(data, { width: 358, height: 52 })}
      hideTable
    />
  );
}

type NoPlanProps = { hasSeason: boolean; hasTrained: boolean; plansOwn: boolean };

function NoPlan({ hasSeason, hasTrained, plansOwn }: NoPlanProps) {
  if (hasSeason && hasTrained) {
    return (
      <p className="max-w-prose text-ink-soft">
        Nothing stood in your plan for today. What you did counts all the same: your numbers hold it already.
      </p>
    );
  }
  return hasSeason ? (
    <p className="max-w-prose text-ink-soft">
      Nothing stands in your plan for today. Rest is when training turns into fitness; what you do all the
      same can be logged.
    </p>
  ) : (
    <EmptyState
      title="Your workout of the day stands here"
      action={
        plansOwn ? (
          <LinkButton as={Link} href="/seasons/new">
            Plan a season
          </LinkButton>
        ) : null
      }
    >
      It appears when {plansOwn ? "a season is assigned to you" : "your coach assigns a season"}. What you run
      until then counts all the same: log it, or add the file of your watch.
    </EmptyState>
  );
}
