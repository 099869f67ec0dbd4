"use client";

import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { dayName } from "#components/day-words.ts";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { RouterOutputs } from "#trpc/root.ts";

type Group = RouterOutputs["coachCalendar"]["group"];
export type GroupWorkout = Group["athletes"][number]["workouts"][number];

/** Moves in the week of everybody: shown at once, each undone by one step. */
export function useGroupMoves() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const dragged = useRef<GroupWorkout | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const filter = { queryKey: trpc.coachCalendar.group.pathKey() };
  const refresh = () => client.invalidateQueries(filter);
  const onError = (error: { message: string }) => {
    showToast(error.message.split("\n")[0] ?? "That did not work.", { tone: "error" });
    void refresh();
  };
  const undoing = useMutation(
    trpc.coachCalendar.undo.mutationOptions({
      onError,
      onSuccess: ({ undone }) => {
        showToast(`Undone: ${undone}`);
        void refresh();
      },
    }),
  );
  const moving = useMutation(trpc.coachCalendar.change.mutationOptions({ onError }));
  function move(workout: GroupWorkout, to: string) {
    const { athleteId, id, version, date, title } = workout;
    if (to === date) return;
    client.setQueriesData<Group>(filter, (group) => (group ? moved(group, workout, to) : group));
    moving.mutate(
      { athleteId, mutationId: newClientId(), kind: "move", ops: [{ op: "move", id, version, to }] },
      {
        onSuccess: () => {
          const undo = () => undoing.mutate({ athleteId, mutationId: newClientId() });
          showToast(`${title} moved to ${dayName(to)}`, { undo });
          void refresh();
        },
      },
    );
  }
  return {
    move,
    /** The cell that a workout is carried over: athlete and day. */
    over,
    drag(workout: GroupWorkout | null) {
      dragged.current = workout;
      if (!workout) setOver(null);
    },
    hover(athleteId: string, date: string): boolean {
      const isTheirs = dragged.current?.athleteId === athleteId;
      if (isTheirs) setOver(`${athleteId} ${date}`);
      return isTheirs;
    },
    drop(athleteId: string, date: string) {
      const workout = dragged.current;
      dragged.current = null;
      setOver(null);
      if (workout?.athleteId === athleteId) move(workout, date);
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
