"use client";

import { addDays } from "@repo/core/calendar";
import { typeset } from "@repo/core/report";
import { inUnits } from "@repo/core/units";
import { IconButton } from "@repo/ui/icon-button";
import { Menu } from "@repo/ui/menu";
import { MoveToDialog } from "@repo/ui/move-to-dialog";
import { WorkoutCard } from "@repo/ui/workout-card";
import { Ellipsis, GripVertical, Plus } from "lucide-react";
import { type ComponentProps, memo, useEffect, useMemo, useRef, useState } from "react";
import { dayName } from "#components/day-words.ts";
import { GhostTile } from "#components/ghost-tile.tsx";
import { useInHand } from "#components/hand.ts";
import { Link } from "#components/link.tsx";
import { useUnits } from "#components/units.tsx";
import { useHydrated } from "#components/use-hydrated.ts";
import { profileOfText, workoutDetail } from "#components/workout-figures.ts";
import { cardStateOf, edgeOf } from "#components/workout-look.ts";
import type { SeasonData, WorkoutData } from "./use-plan-edits.ts";
import type { WeekRowsProps } from "./week-rows.tsx";

type Props = WeekRowsProps & { day: { date: string; workouts: WorkoutData[] } };

/** One day of a week: its workouts, a place to drop one and to add one. */
export function DayCell({ day, ...props }: Props) {
  const { season, edits, carry, onAdd, preview } = props;
  const ghosts = preview?.ghosts.filter(({ date }) => date === day.date) ?? [];
  const isTarget = useInHand(carry.hand, ({ carried, dragged, over }) => {
    const from = carried?.workout.date ?? dragged?.date;
    return from !== day.date && (carried?.to ?? over) === day.date;
  });
  const isToday = day.date === season.today;
  const name = dayName(day.date);
  return (
    <section
      aria-label={name}
      data-date={day.date}
      onDragOver={(event) => {
        if (!carry.hand.get().dragged) return;
        event.preventDefault();
        carry.hover(day.date);
      }}
      onDrop={(event) => {
        event.preventDefault();
        const workout = carry.dropped();
        if (workout) edits.move(workout, day.date);
      }}
      className={[
        "group/day relative py-2 md:min-h-24 md:pb-7 md:border-l md:border-line md:px-1.5",
        day.workouts.length + ghosts.length === 0 ? "hidden md:block" : "",
        isToday ? "md:border-l-2 md:border-l-track" : "",
        isTarget ? "bg-attention-soft outline-2 -outline-offset-2 outline-focus" : "",
      ].join(" ")}
    >
      <p className="type-label mb-1 text-ink-soft md:hidden">{isToday ? `Today, ${name}` : name}</p>
      {day.workouts.length + ghosts.length === 0 ? (
        <p className="type-narrow hidden px-1 py-1 text-xs text-ink-faint md:block">Rest</p>
      ) : null}
      <ul className="flex flex-col gap-1.5">
        {day.workouts.map((workout) => (
          <li key={workout.id}>
            <MovableCard workout={workout} {...props} />
          </li>
        ))}
        {ghosts.map((ghost) => (
          <li key={`ghost ${ghost.key}`}>
            <GhostTile ghost={ghost} />
          </li>
        ))}
      </ul>
      {season.mayPlan ? (
        <div className="absolute right-0.5 bottom-0.5 hidden opacity-0 group-hover/day:opacity-100 focus-within:opacity-100 md:block">
          <button
            type="button"
            aria-label={`Add a workout on ${name}`}
            onClick={() => onAdd(day.date)}
            className="flex size-7 items-center justify-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink"
          >
            <Plus aria-hidden="true" className="size-4" />
          </button>
        </div>
      ) : null}
    </section>
  );
}

const MovableCard = memo(function MovableCard({
  workout,
  season,
  edits,
  carry,
  preview,
  onOpen,
}: WeekRowsProps & { workout: WorkoutData }) {
  const [isMoving, setMoving] = useState(false);
  const isOpen = season.mayPlan && workout.status !== "done" && workout.status !== "changed";
  const isHydrated = useHydrated();
  const isHeld = useInHand(
    carry.hand,
    ({ carried, dragged }) => (carried?.workout ?? dragged)?.id === workout.id,
  );
  const isLifted = isHeld || preview?.leaving.has(workout.id);
  const range = { min: season.weeks[0]?.start, max: addDays(season.weeks.at(-1)?.start ?? season.today, 6) };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same is done by the grip and by Move to
    <div
      draggable={isOpen && isHydrated}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", workout.title);
        carry.drag(workout);
      }}
      onDragEnd={() => carry.drag(null)}
      className={`group/card relative [&_h3]:text-[0.8125rem] max-md:[&_svg]:max-w-48 md:[&_article]:pr-1 md:[&_article]:pl-2.5 ${isOpen ? "md:cursor-grab" : ""} ${isLifted ? "opacity-50" : ""}`}
    >
      <Card workout={workout} season={season} onOpen={onOpen} />
      <div
        hidden={!season.mayPlan}
        className="absolute top-0.5 right-0.5 z-10 flex rounded-md md:top-auto md:bottom-0.5 bg-surface/95 md:opacity-0 md:group-focus-within/card:opacity-100 md:group-hover/card:opacity-100 [&[hidden]]:hidden"
      >
        {isOpen ? (
          <button
            type="button"
            data-grip={workout.id}
            aria-label={`Move ${workout.title}, ${dayName(workout.date)}`}
            aria-pressed={isLifted}
            onKeyDown={(event) => carry.onKeyDown(event, workout)}
            onBlur={() => isHeld && carry.letGo()}
            className="hidden h-7 w-5 items-center justify-center rounded-md text-ink-soft hover:text-ink md:flex"
          >
            <GripVertical aria-hidden="true" className="size-3.5" />
          </button>
        ) : null}
        <CardMenu
          workout={workout}
          isOpen={isOpen}
          onEdit={() => onOpen(workout.id)}
          onMove={() => setMoving(true)}
          onRemove={() => edits.remove(workout)}
        />
      </div>
      {isMoving ? (
        <MoveToDialog
          isOpen
          onOpenChange={setMoving}
          name={workout.title}
          from={workout.date}
          {...range}
          markOf={(date) =>
            season.workouts.find((each) => each.date === date && each.kind !== "rest")?.title ?? null
          }
          onMove={(date) => edits.move(workout, date)}
        />
      ) : null}
    </div>
  );
});

type MenuProps = {
  workout: WorkoutData;
  isOpen: boolean;
  onEdit: () => void;
  onMove: () => void;
  onRemove: () => void;
};

/** 250 menus at once would be slow: each comes alive when it is first asked for. */
function CardMenu({ workout, isOpen, onEdit, onMove, onRemove }: MenuProps) {
  const [isLive, setLive] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (isLive) place.current?.querySelector("button")?.click();
  }, [isLive]);
  const label = `Actions for ${workout.title}, ${dayName(workout.date)}`;
  const dots = <Ellipsis aria-hidden="true" className="size-3.5" />;
  const look = "flex size-9 items-center justify-center rounded-md text-ink-soft hover:text-ink md:size-7";
  if (!isLive) {
    return (
      <button
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        className={look}
        onClick={() => setLive(true)}
      >
        {dots}
      </button>
    );
  }
  return (
    <span ref={place}>
      <Menu
        label={label}
        trigger={
          <IconButton size="sm" label={label} className="!size-9 !min-h-9 md:!size-7 md:!min-h-7">
            {dots}
          </IconButton>
        }
        items={[
          { id: "edit", label: "Open and edit", onAction: onEdit },
          { id: "move", label: "Move to…", isDisabled: !isOpen, onAction: onMove },
          { id: "line", separator: true },
          { id: "remove", label: "Take off the plan", danger: true, isDisabled: !isOpen, onAction: onRemove },
        ]}
      />
    </span>
  );
}

type CardProps = { workout: WorkoutData; season: SeasonData; onOpen: (id: string) => void };

function Card({ workout, season, onOpen }: CardProps) {
  const units = useUnits();
  const { text, kind, title } = workout;
  const detail = useMemo(() => workoutDetail(workout, season.pacing, units), [workout, season.pacing, units]);
  const profile = useMemo(
    () =>
      kind === "easy" || kind === "recovery"
        ? null
        : profileOfText(text, season.pacing, { width: 96, height: 22 }),
    [text, kind, season.pacing],
  );
  const OpenLink = useMemo(
    () =>
      function OpenLink(props: ComponentProps<typeof Link>) {
        return (
          <Link
            {...props}
            prefetch={false}
            draggable={false}
            onNavigate={(event) => {
              // The season is here already: only the address changes.
              event.preventDefault();
              onOpen(workout.id);
            }}
          />
        );
      },
    [workout.id, onOpen],
  );
  return (
    <WorkoutCard
      title={inUnits(typeset(title), units)}
      detail={detail}
      state={cardStateOf(workout, season.today)}
      edge={edgeOf(kind)}
      href={`?workout=${workout.id}`}
      as={OpenLink}
      {...(profile ? { profileSvg: profile } : {})}
    />
  );
}
