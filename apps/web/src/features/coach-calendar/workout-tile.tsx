"use client";

import type { Pacing } from "@repo/core/paces";
import { inUnits, type UnitSystem } from "@repo/core/units";
import type { MenuEntry } from "@repo/ui/menu";
import { WorkoutCard } from "@repo/ui/workout-card";
import { Link2, Lock, MessageSquare } from "lucide-react";
import { type ComponentProps, createContext, memo, use, useMemo } from "react";
import { dayName } from "#components/day-words.ts";
import { LazyMenu } from "#components/lazy-menu.tsx";
import { Link } from "#components/link.tsx";
import { useMayPlan } from "#components/may-plan.tsx";
import { useUnits } from "#components/units.tsx";
import { useHydrated } from "#components/use-hydrated.ts";
import { profileOfText, workoutDetail } from "#components/workout-figures.ts";
import { edgeOf } from "#components/workout-look.ts";
import type { CalendarActions } from "./calendar-actions.ts";
import type { Activity, Workout } from "./calendar-data.ts";
import { figuresOf, standingOf } from "./card-look.ts";
import { copyOp, isOpen } from "./plan-ops.ts";

export type TileProps = {
  workout: Workout;
  activity: Activity | null;
  today: string;
  pacing: Pacing;
  actions: CalendarActions;
  isPicked: boolean;
  isLifted: boolean;
  /** Whether Tab stops at it. */
  isReachable: boolean;
  /** Why sprints would not be fresh, where they would not. */
  lock: string | null;
};

/** A workout of the calendar: opened by click, lifted by Enter, dragged, with a menu for all of it. */
export const WorkoutTile = memo(function WorkoutTile(props: TileProps) {
  const { workout, activity, today, actions, isPicked, isLifted, isReachable, lock } = props;
  const mayPlan = useMayPlan();
  const open = mayPlan && isOpen(workout);
  const { state, word } = standingOf(workout, activity, today);
  const isHydrated = useHydrated();
  const units = useUnits();
  const detail = useDetail(props, units);
  const carded = useMemo(() => ({ workout, actions, isReachable }), [workout, actions, isReachable]);
  const profile = useMemo(
    () =>
      workout.kind === "easy" || workout.kind === "recovery"
        ? null
        : profileOfText(workout.text, props.pacing, { width: 96, height: 16 }),
    [workout.text, workout.kind, props.pacing],
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same is done by Enter on the card and by its menu
    <div
      draggable={open && isHydrated}
      data-tile={workout.id}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", workout.title);
        actions.drag({ kind: "workout", workout });
      }}
      onDragEnd={() => actions.drag(null)}
      onDrop={(event) => {
        if (!actions.dropOnCard(workout)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onKeyDown={(event) => actions.keyOnCard(event, workout)}
      className={`group/card relative [&_h3]:text-[0.8125rem] max-md:[&_article]:pr-11 max-md:[&_svg]:max-w-48 md:[&_article]:pr-1 md:[&_article]:pl-2.5 ${open ? "md:cursor-grab" : ""} ${isLifted ? "opacity-50" : ""} ${workout.draft ? "[&_article]:border-dashed" : ""}`}
    >
      <Card value={carded}>
        <WorkoutCard
          title={inUnits(workout.title, units)}
          detail={detail}
          state={state}
          stateWord={word}
          edge={edgeOf(workout.kind)}
          href={`?workout=${workout.id}`}
          as={CardLink}
          selected={isPicked}
          {...(profile ? { profileSvg: profile } : {})}
        />
      </Card>
      {lock || workout.comments > 0 || activity?.isLocked ? (
        <p className="type-narrow mt-0.5 flex flex-wrap gap-x-2 text-xs text-ink-soft">
          {lock ? (
            <span className="flex items-center gap-1 text-track-text">
              <Lock aria-hidden="true" className="size-3 shrink-0" />
              {lock}
            </span>
          ) : null}
          {activity?.isLocked ? (
            <span className="flex items-center gap-1">
              <Link2 aria-hidden="true" className="size-3 shrink-0" />
              {`paired by ${activity.pairedBy ?? "hand"}`}
            </span>
          ) : null}
          {workout.comments > 0 ? (
            <span
              className={`flex items-center gap-1 ${workout.unread > 0 ? "font-semibold text-track-text" : ""}`}
            >
              <MessageSquare
                aria-hidden="true"
                className={`size-3 ${workout.unread > 0 ? "fill-current" : ""}`}
              />
              {workout.unread > 0 ? `${workout.unread} new` : workout.comments}
              <span className="sr-only">{workout.comments === 1 ? "comment" : "comments"}</span>
            </span>
          ) : null}
        </p>
      ) : null}
      <div className="absolute top-0.5 right-0.5 z-10 rounded-md md:bg-surface/95 md:opacity-0 md:group-focus-within/card:opacity-100 md:group-hover/card:opacity-100">
        {mayPlan ? (
          <LazyMenu
            label={`Actions for ${workout.title}, ${dayName(workout.date)}`}
            items={() => menuOf(workout, activity, actions)}
          />
        ) : null}
      </div>
    </div>
  );
});

function useDetail({ workout, activity, pacing }: TileProps, units: UnitSystem): string {
  return useMemo(
    () => (activity ? figuresOf(activity, units) : workoutDetail(workout, pacing, units)),
    [workout, activity, pacing, units],
  );
}

type Carded = { workout: Workout; actions: CalendarActions; isReachable: boolean };
const Card = createContext<Carded | null>(null);

/** The card's link, the same component for as long as the page is open: a new one would lose the keyboard's place. */
function CardLink(props: ComponentProps<typeof Link>) {
  const card = use(Card);
  if (!card) return <Link {...props} />;
  const { workout, actions, isReachable } = card;
  return (
    <Link
      {...props}
      prefetch={false}
      draggable={false}
      data-card={workout.id}
      tabIndex={isReachable ? 0 : -1}
      aria-describedby="calendar-keys"
      onClick={(event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        actions.choose(workout);
      }}
      onNavigate={(event) => {
        event.preventDefault();
        actions.open(workout.id);
      }}
    />
  );
}

function menuOf(workout: Workout, activity: Activity | null, actions: CalendarActions): MenuEntry[] {
  const shut = !isOpen(workout);
  const asked = { workouts: [workout], from: workout.date };
  const { id, version, date } = workout;
  const day = actions.dayOf(date)?.workouts ?? [];
  const place = day.findIndex((each) => each.id === id);
  const reorder = (to: number, said: string) =>
    actions.change("move", [{ op: "move", id, version, to: date, place: to }], `${workout.title} ${said}`);
  return [
    { id: "edit", label: "Open and edit", shortcut: "e", onAction: () => actions.open(id) },
    {
      id: "move",
      label: "Move to…",
      shortcut: "m",
      isDisabled: shut,
      onAction: () => actions.ask({ kind: "move", ...asked }),
    },
    ...(day.length > 1 && !shut
      ? [
          {
            id: "up",
            label: "Earlier in the day",
            isDisabled: place < 1,
            onAction: () => reorder(place - 1, "comes earlier"),
          },
          {
            id: "down",
            label: "Later in the day",
            isDisabled: place === day.length - 1,
            onAction: () => reorder(place + 1, "comes later"),
          },
        ]
      : []),
    ...(activity ? [{ id: "session", label: "Open the session", href: actions.sessionPath(activity) }] : []),
    ...(workout.kind === "rest" || workout.draft ? [] : pairEntries(workout, activity, actions)),
    { id: "line", separator: true },
    { id: "copy", label: "Copy", shortcut: "c", onAction: () => actions.copy([workout], false) },
    {
      id: "cut",
      label: "Cut",
      shortcut: "x",
      isDisabled: shut,
      onAction: () => actions.copy([workout], true),
    },
    {
      id: "twice",
      label: "Once more a week later",
      onAction: () =>
        actions.change("add", [copyOp(workout, weekLater(date))], `${workout.title} planned again`),
    },
    {
      id: "send",
      label: "Copy to another athlete…",
      onAction: () => actions.ask({ kind: "send", ...asked }),
    },
    { id: "line-2", separator: true },
    {
      id: "remove",
      label: "Take off the plan",
      shortcut: "Del",
      danger: true,
      isDisabled: shut,
      onAction: () =>
        actions.change("remove", [{ op: "remove", id, version }], `${workout.title} taken off the plan`),
    },
  ];
}

function pairEntries(workout: Workout, activity: Activity | null, actions: CalendarActions): MenuEntry[] {
  const { id, title, date } = workout;
  return [
    {
      id: "pair",
      label: "Pair with a session…",
      onAction: () => actions.ask({ kind: "pair", side: { kind: "workout", id, title, date } }),
    },
    ...(activity ? [{ id: "unpair", label: "Unpair", onAction: () => actions.pair(activity, null) }] : []),
  ];
}

function weekLater(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);
}
