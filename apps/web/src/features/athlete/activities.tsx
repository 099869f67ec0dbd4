"use client";

import { CardStateBadge } from "@repo/ui/card-state-badge";
import type { MenuEntry } from "@repo/ui/menu";
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
import { useState } from "react";
import { Day } from "#components/day.tsx";
import { dayName } from "#components/day-words.ts";
import { Distance } from "#components/distance.tsx";
import { Duration } from "#components/duration.tsx";
import { LazyMenu } from "#components/lazy-menu.tsx";
import { Link } from "#components/link.tsx";
import { PairDialog, type PairedSide } from "#components/pair-dialog.tsx";
import { usePairing } from "#components/use-pairing.ts";
import { cardStateOf } from "#components/workout-look.ts";
import { sportWords, wordOf } from "#words/training.ts";
import type { Overview } from "./athlete-view.tsx";

type Activity = Overview["activities"][number];
/** A phone shows these figures under what they are of: nothing scrolls sideways. */
const WIDE = "max-md:hidden";

/** What was done lately, beside what was meant; whoever plans says which workout it was. */
export function Activities({ athlete }: { athlete: Overview }) {
  const { athleteId, activities, mayPlan, today } = athlete;
  const { pair } = usePairing(athleteId);
  const [side, setSide] = useState<PairedSide | null>(null);
  const menuOf = (activity: Activity): MenuEntry[] => {
    const { id, localDate: date, plannedWorkoutId: was } = activity;
    const unpair = () => pair({ activityId: id, was, plannedWorkoutId: null });
    return [
      {
        id: "pair",
        label: "Pair with a workout…",
        onAction: () => setSide({ kind: "activity", id, title: titleOf(activity), date }),
      },
      ...(was ? [{ id: "unpair", label: "Unpair", onAction: unpair }] : []),
    ];
  };
  return (
    <Section title="Lately">
      {activities.length === 0 ? (
        <p className="text-sm text-ink-soft">Nothing logged yet.</p>
      ) : (
        <Table caption="Recent activities">
          <TableHead>
            <TableRow>
              <TableHeader>Day</TableHeader>
              <TableHeader>What</TableHeader>
              {["Distance", "Time", "RPE", "Load"].map((figure) => (
                <TableHeader key={figure} numeric className={WIDE}>
                  {figure}
                </TableHeader>
              ))}
              <TableHeader>Beside the plan</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {activities.map((activity) => (
              <ActivityRow
                key={activity.id}
                {...{ activity, athleteId, today }}
                menu={mayPlan ? menuOf : null}
              />
            ))}
          </TableBody>
        </Table>
      )}
      {side ? (
        <PairDialog athleteId={athleteId} side={side} onPair={pair} onClose={() => setSide(null)} />
      ) : null}
    </Section>
  );
}

type RowProps = {
  activity: Activity;
  athleteId: string;
  today: string;
  menu: ((activity: Activity) => MenuEntry[]) | null;
};

function ActivityRow({ activity, athleteId, today, menu }: RowProps) {
  const { planned, localDate } = activity;
  const state = planned
    ? cardStateOf({ date: localDate, kind: "", status: planned.status, grade: planned.grade }, today)
    : "unplanned";
  return (
    <TableRow>
      <TableCell className="max-md:pr-3">
        <Day iso={localDate} />
      </TableCell>
      <TableRowHeader className="max-md:pr-2 max-md:whitespace-normal">
        <Link href={`/athletes/${athleteId}/activities/${activity.id}`} className="hover:underline">
          {titleOf(activity)}
        </Link>
        <span className="type-narrow block text-xs font-normal text-ink-soft md:hidden">
          {activity.distanceM === null ? null : (
            <>
              <Distance metres={activity.distanceM} />,{" "}
            </>
          )}
          <Duration seconds={activity.durationS} />
          {activity.rpe === null ? "" : `, RPE ${activity.rpe}`}
          {activity.load === null ? "" : `, load ${Math.round(activity.load)}`}
        </span>
      </TableRowHeader>
      <TableCell numeric className={WIDE}>
        <Distance metres={activity.distanceM} />
      </TableCell>
      <TableCell numeric className={WIDE}>
        <Duration seconds={activity.durationS} />
      </TableCell>
      <TableCell numeric className={WIDE}>
        {activity.rpe ?? "–"}
      </TableCell>
      <TableCell numeric className={WIDE}>
        {activity.load === null ? "–" : Math.round(activity.load)}
      </TableCell>
      <TableCell>
        <div className="flex items-center justify-between gap-2">
          <span>
            <CardStateBadge state={state} />
            {activity.isLocked ? (
              <span className="type-narrow block text-xs text-ink-soft">
                {`${planned ? "paired" : "unpaired"} by ${activity.pairedBy ?? "hand"}`}
              </span>
            ) : null}
          </span>
          {menu ? (
            <LazyMenu
              label={`Actions for ${titleOf(activity)}, ${dayName(localDate)}`}
              items={() => menu(activity)}
            />
          ) : null}
        </div>
      </TableCell>
    </TableRow>
  );
}

function titleOf({ title, planned, sport }: Activity): string {
  return title ?? planned?.title ?? wordOf(sportWords, sport);
}
