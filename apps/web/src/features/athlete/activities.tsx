"use client";

import { CardStateBadge } from "@repo/ui/card-state-badge";
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
import { Distance } from "#components/distance.tsx";
import { Duration } from "#components/duration.tsx";
import { cardStateOf } from "#components/workout-look.ts";
import type { Overview } from "./athlete-view.tsx";

type Activity = Overview["activities"][number];

/** What was done lately, beside what was meant. */
export function Activities({ athlete }: { athlete: Overview }) {
  return (
    <Section title="Lately">
      {athlete.activities.length === 0 ? (
        <p className="text-sm text-ink-soft">Nothing logged yet.</p>
      ) : (
        <Table caption="Recent activities">
          <TableHead>
            <TableRow>
              <TableHeader>Day</TableHeader>
              <TableHeader>What</TableHeader>
              <TableHeader numeric>Distance</TableHeader>
              <TableHeader numeric>Time</TableHeader>
              <TableHeader numeric>RPE</TableHeader>
              <TableHeader numeric>Load</TableHeader>
              <TableHeader>Beside the plan</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {athlete.activities.map((activity) => (
              <ActivityRow key={activity.id} activity={activity} today={athlete.today} />
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
}

function ActivityRow({ activity, today }: { activity: Activity; today: string }) {
  const { planned, localDate } = activity;
  const state = planned
    ? cardStateOf({ date: localDate, kind: "", status: planned.status, grade: planned.grade }, today)
    : "unplanned";
  return (
    <TableRow>
      <TableCell>
        <Day iso={localDate} />
      </TableCell>
      <TableRowHeader>{activity.title ?? planned?.title ?? activity.sport}</TableRowHeader>
      <TableCell numeric>
        <Distance metres={activity.distanceM} />
      </TableCell>
      <TableCell numeric>
        <Duration seconds={activity.durationS} />
      </TableCell>
      <TableCell numeric>{activity.rpe ?? "–"}</TableCell>
      <TableCell numeric>{activity.load === null ? "–" : Math.round(activity.load)}</TableCell>
      <TableCell>
        <CardStateBadge state={state} />
      </TableCell>
    </TableRow>
  );
}
