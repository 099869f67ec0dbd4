"use client";

import { weekStartOf } from "@repo/core/calendar";
import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { dayName } from "#components/day-words.ts";
import type { Workout } from "#features/coach-calendar/calendar-data.ts";
import { copyOp } from "#features/coach-calendar/plan-ops.ts";
import { keptMutation, useSaveAndWait } from "#features/offline/use-unsent.ts";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { RouterOutputs } from "#trpc/root.ts";

type Group = RouterOutputs["coachCalendar"]["group"];
export type GroupWorkout = Group["athletes"][number]["workouts"][number];

type Copied = { workout: GroupWorkout; athleteId: string; date: string; said: string };
type Sent = { workout: GroupWorkout; to: string; said: string };

/** Moves in the week of everybody, and copies from one athlete to another: each undone by one step. */
export function useGroupMoves() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const dragged = useRef<GroupWorkout | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const filter = { queryKey: trpc.coachCalendar.group.pathKey() };
  const refresh = () => client.invalidateQueries(filter);
  const done = (athleteId: string, said: string) => {
    showToast(said, { undo: () => undoing.mutate(athleteId) });
    void refresh();
  };
  const onError = (error: { message: string }) => {
    showToast(error.message.split("\n")[0] ?? "That did not work.", { tone: "error" });
    void refresh();
  };
  const sendChange = useSaveAndWait("coachCalendar.change");
  const sendUndo = useSaveAndWait("coachCalendar.undo");
  const undoing = useMutation({
    ...keptMutation,
    mutationFn: (athleteId: string) =>
      sendUndo({ athleteId, mutationId: newClientId() }, "Undo of the last change"),
    onError,
    onSuccess: (changed) => {
      showToast(changed ? `Undone: ${changed.undone}` : "Undone");
      void refresh();
    },
  });
  const moving = useMutation({
    ...keptMutation,
    mutationFn: ({ workout: { athleteId, id, version }, to, said }: Sent) => {
      const ops = [{ op: "move" as const, id, version, to }];
      return sendChange({ athleteId, mutationId: newClientId(), kind: "move", ops }, said);
    },
    onError,
    onSuccess: (_, { workout, said }) => done(workout.athleteId, said),
  });
  /** With its text and note, which the week of everybody does not show. */
  async function wholeOf({ athleteId, id, date }: GroupWorkout): Promise<Workout> {
    const week = { athleteId, from: weekStartOf(date), weeks: 1, drafts: false };
    const { workouts } = await client.fetchQuery(trpc.coachCalendar.weeks.queryOptions(week));
    const whole = (workouts as Workout[]).find((each) => each.id === id);
    if (!whole) throw new Error("This workout is not on the plan any more.");
    return whole;
  }
  const copying = useMutation({
    ...keptMutation,
    mutationFn: async ({ workout, athleteId, date, said }: Copied) => {
      const ops = [copyOp(await wholeOf(workout), date)];
      return await sendChange({ athleteId, mutationId: newClientId(), kind: "paste", ops }, said);
    },
    onError,
    onSuccess: (_, { athleteId, said }) => done(athleteId, said),
  });
  function move(workout: GroupWorkout, to: string) {
    if (to === workout.date) return;
    client.setQueriesData<Group>(filter, (group) => (group ? moved(group, workout, to) : group));
    moving.mutate({ workout, to, said: `${workout.title} moved to ${dayName(to)}` });
  }
  return {
    move,
    wholeOf,
    refresh: () => void refresh(),
    /** The cell that a workout is carried over: athlete and day. */
    over,
    drag(workout: GroupWorkout | null) {
      dragged.current = workout;
      if (!workout) setOver(null);
    },
    /** What would come of dropping it there; null: nothing is carried. */
    hover(athleteId: string, date: string): "move" | "copy" | null {
      if (!dragged.current) return null;
      setOver(`${athleteId} ${date}`);
      return dragged.current.athleteId === athleteId ? "move" : "copy";
    },
    drop({ athleteId, name }: { athleteId: string; name: string }, date: string) {
      const workout = dragged.current;
      dragged.current = null;
      setOver(null);
      if (!workout) return;
      if (workout.athleteId === athleteId) return move(workout, date);
      const said = `${workout.title} copied to ${name}, ${dayName(date)}`;
      copying.mutate({ workout, athleteId, date, said });
    },
  };
}

export type GroupMoves = ReturnType<typeof useGroupMoves>;

function moved(group: Group, { athleteId, id }: GroupWorkout, to: string): Group {
  const athletes = group.athletes.map((row) =>
    row.athleteId === athleteId
      ? { ...row, workouts: row.workouts.map((each) => (each.id === id ? { ...each, date: to } : each)) }
      : row,
  );
  return { ...group, athletes };
}
