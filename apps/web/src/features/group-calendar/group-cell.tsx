"use client";

import { formatDistance, formatDuration, inUnits } from "@repo/core/units";
import { CardStateMark } from "@repo/ui/card-state-mark";
import { unbrokenInColumn } from "@repo/ui/unbroken";
import { useRouter } from "next/navigation";
import { dayName } from "#components/day-words.ts";
import { LazyMenu } from "#components/lazy-menu.tsx";
import { Link } from "#components/link.tsx";
import { useMayPlan } from "#components/may-plan.tsx";
import { useUnits } from "#components/units.tsx";
import { useHydrated } from "#components/use-hydrated.ts";
import { cardStateOf } from "#components/workout-look.ts";
import { STATE_LOOKS, STATES } from "#features/coach-calendar/card-look.ts";
import { isOpen } from "#features/coach-calendar/plan-ops.ts";
import { singleKeysOn } from "#features/coach-calendar/use-calendar-keys.ts";
import type { RouterOutputs } from "#trpc/root.ts";
import type { GroupMoves, GroupWorkout } from "./use-group-moves.ts";

type Row = RouterOutputs["coachCalendar"]["group"]["athletes"][number];

const AWAY = { travel: "Travel", unavailable: "Not available" } as const;

type Props = {
  row: Row;
  date: string;
  moves: GroupMoves;
  onAskMove: (workout: GroupWorkout) => void;
  onAskCopy: (workout: GroupWorkout) => void;
};

/** What one athlete has planned and done on one day: dragged to another day or athlete, or the same by key and menu. */
export function GroupCell({ row, date, moves, onAskMove, onAskCopy }: Props) {
  const isHydrated = useHydrated();
  const mayPlan = useMayPlan();
  const units = useUnits();
  const router = useRouter();
  const workouts = row.workouts.filter((each) => each.date === date && each.kind !== "rest");
  const extra = row.unplanned.filter((each) => each.date === date);
  const band = row.bands.find((each) => each.from <= date && date <= each.to);
  return (
    <td
      data-cell={`${row.name} ${date}`}
      onDragOver={(event) => {
        const effect = moves.hover(row.athleteId, date);
        if (!effect) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = effect;
      }}
      onDrop={(event) => {
        event.preventDefault();
        moves.drop(row, date);
      }}
      className={`type-narrow border-l border-line px-2 py-2 text-xs ${band ? "hatched" : ""} ${moves.over === `${row.athleteId} ${date}` ? "bg-attention-soft outline-2 -outline-offset-2 outline-focus" : ""}`}
    >
      {band ? (
        <p className="text-state-excused-text">{AWAY[band.kind as keyof typeof AWAY] ?? "Away"}</p>
      ) : null}
      <ul className="flex flex-col gap-1">
        {workouts.map((workout) => {
          const state = cardStateOf(workout, row.today);
          return (
            <li
              key={workout.id}
              draggable={isHydrated && mayPlan}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = isOpen(workout) ? "copyMove" : "copy";
                event.dataTransfer.setData("text/plain", workout.title);
                moves.drag(workout);
              }}
              onDragEnd={() => moves.drag(null)}
              onKeyDown={(event) => {
                if (!mayPlan || !singleKeysOn() || event.ctrlKey || event.metaKey || event.altKey) return;
                if (event.key === "m" && isOpen(workout)) onAskMove(workout);
                else if (event.key === "c") onAskCopy(workout);
                else return;
                event.preventDefault();
              }}
              className={`group/workout relative flex items-start gap-1 ${mayPlan ? "md:cursor-grab" : ""} ${STATE_LOOKS[state]}`}
            >
              <CardStateMark state={state} className="mt-0.5 size-3 shrink-0" />
              <Link
                href={hrefOf(row.athleteId, workout)}
                draggable={false}
                aria-keyshortcuts={mayPlan ? (isOpen(workout) ? "m c" : "c") : undefined}
                className={`inline-block min-h-6 min-w-0 flex-1 break-words hover:underline ${workout.hard ? "font-semibold" : ""}`}
              >
                {unbrokenInColumn(inUnits(workout.title, units))}
                <span className="sr-only">{`, ${STATES[state]}`}</span>
              </Link>
              {mayPlan ? (
                <span className="-my-0.5 rounded-md text-ink-soft md:absolute md:top-0 md:-right-1.5 md:bg-paper/95 md:opacity-0 md:group-focus-within/workout:opacity-100 md:group-hover/workout:opacity-100">
                  <LazyMenu
                    label={`Actions for ${workout.title}, ${row.name}, ${dayName(date)}`}
                    items={() => [
                      {
                        id: "move",
                        label: "Move to…",
                        shortcut: "m",
                        isDisabled: !isOpen(workout),
                        onAction: () => onAskMove(workout),
                      },
                      {
                        id: "copy",
                        label: "Copy to another athlete…",
                        shortcut: "c",
                        onAction: () => onAskCopy(workout),
                      },
                      {
                        id: "open",
                        label: "Open on the calendar",
                        onAction: () => router.push(hrefOf(row.athleteId, workout)),
                      },
                    ]}
                  />
                </span>
              ) : null}
            </li>
          );
        })}
        {extra.map((activity, at) => (
          <li key={at} className={`flex items-start gap-1 ${STATE_LOOKS.unplanned}`}>
            <CardStateMark state="unplanned" className="mt-0.5 size-3 shrink-0" />
            <span>
              {activity.distanceM
                ? formatDistance(activity.distanceM, units, 1)
                : formatDuration(activity.durationS)}
              <span className="sr-only">, not planned</span>
            </span>
          </li>
        ))}
      </ul>
    </td>
  );
}

function hrefOf(athleteId: string, { id, date }: GroupWorkout): string {
  return `/athletes/${athleteId}/calendar?week=${date}&workout=${id}`;
}
