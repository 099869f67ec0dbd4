"use client";

import type { MenuEntry } from "@repo/ui/menu";
import { WorkoutCard } from "@repo/ui/workout-card";
import type { ComponentProps } from "react";
import { dayName, shortDay } from "#components/day-words.ts";
import { LazyMenu } from "#components/lazy-menu.tsx";
import { Link } from "#components/link.tsx";
import { useMayPlan } from "#components/may-plan.tsx";
import { useUnits } from "#components/units.tsx";
import { useHydrated } from "#components/use-hydrated.ts";
import type { CalendarActions } from "./calendar-actions.ts";
import type { Activity, Workout } from "./calendar-data.ts";
import { activityTitle, figuresOf } from "./card-look.ts";

type Props = { activity: Activity; actions: CalendarActions };

/** A session that no workout of its day stands for: dragged onto the workout it was, or paired by its menu. */
export function ActivityTile({ activity, actions }: Props) {
  const units = useUnits();
  const isHydrated = useHydrated();
  const title = activityTitle(activity);
  const workout = actions.workoutOf(activity);
  const mayPlan = useMayPlan();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same is done by its menu
    <div
      draggable={isHydrated && mayPlan}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "link";
        event.dataTransfer.setData("text/plain", title);
        actions.drag({ kind: "activity", activity });
      }}
      onDragEnd={() => actions.drag(null)}
      className="group/card relative [&_h3]:text-[0.8125rem] max-md:[&_article]:pr-11 md:cursor-grab md:[&_article]:pr-1 md:[&_article]:pl-2.5"
    >
      <WorkoutCard
        title={title}
        detail={figuresOf(activity, units)}
        state={activity.workoutId ? "done" : "unplanned"}
        stateWord={wordFor(activity, workout)}
        edge="free"
        href={actions.sessionPath(activity)}
        as={SessionLink}
      />
      {workout ? (
        <p className="type-narrow mt-0.5 text-xs text-ink-soft">
          {`for ${workout.title}${workout.date === activity.date ? "" : `, ${shortDay(workout.date)}`}`}
        </p>
      ) : null}
      <div className="absolute top-0.5 right-0.5 z-10 rounded-md bg-surface/95 md:opacity-0 md:group-focus-within/card:opacity-100 md:group-hover/card:opacity-100">
        {mayPlan ? (
          <LazyMenu
            label={`Actions for ${title}, ${dayName(activity.date)}`}
            items={() => menuOf({ activity, actions })}
          />
        ) : null}
      </div>
    </div>
  );
}

/** Drags with its card, not as an address of its own. */
function SessionLink(props: ComponentProps<typeof Link>) {
  return <Link {...props} prefetch={false} draggable={false} />;
}

function wordFor({ workoutId }: Activity, workout: Workout | null): string {
  if (workout) return `done for ${workout.title}`;
  return workoutId ? "done, paired with a workout of another day" : "done, not planned";
}

function menuOf({ activity, actions }: Props): MenuEntry[] {
  const { id, date, workoutId } = activity;
  const side = { kind: "activity", id, title: activityTitle(activity), date } as const;
  return [
    { id: "session", label: "Open the session", href: actions.sessionPath(activity) },
    { id: "pair", label: "Pair with a workout…", onAction: () => actions.ask({ kind: "pair", side }) },
    ...(workoutId ? [{ id: "unpair", label: "Unpair", onAction: () => actions.pair(activity, null) }] : []),
  ];
}
