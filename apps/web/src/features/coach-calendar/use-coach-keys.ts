"use client";

import { addDays } from "@repo/core/calendar";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import type { CalendarActions } from "./calendar-actions.ts";
import type { CalendarHead, Workout } from "./calendar-data.ts";
import { clearOps } from "./plan-ops.ts";
import type { Panel } from "./toolbar.tsx";
import type { CalendarEdits } from "./use-calendar-edits.ts";
import { ARROWS, type KeyUse, usePageKeys } from "./use-calendar-keys.ts";
import type { Selecting } from "./use-selection.ts";
import type { LookUp } from "./use-week-chunks.ts";

type Uses = {
  head: CalendarHead;
  selection: Selecting;
  actions: CalendarActions;
  edits: CalendarEdits;
  lookUp: LookUp;
  show: (date: string) => void;
  goTo: (date: string) => void;
  setPanel: (panel: Panel) => void;
  onKeys: () => void;
};

/** All keys of the calendar. */
export function useCoachKeys(uses: Uses): void {
  const { head, selection, actions, edits, lookUp, show, goTo, setPanel, onKeys } = uses;
  const toAthlete = useNeighbour(head.athleteId);
  const isGoing = useRef(false);
  const router = useRouter();
  useFocusOn(selection.cursor);

  /** The card under the keyboard, else all that is chosen, else the day's. */
  const chosen = (): { workouts: Workout[]; from: string } => {
    const id = document.activeElement?.getAttribute("data-card");
    const focused = id && selection.range === null ? lookUp.workoutOf(id) : null;
    if (focused) return { workouts: [focused], from: focused.date };
    const all = selection.chosen();
    if (all.workouts.length > 0 || selection.range) return all;
    return { workouts: lookUp.dayOf(selection.cursor)?.workouts ?? [], from: selection.cursor };
  };
  const step = (to: string, extend: boolean) => {
    if (extend) selection.extendTo(to);
    else selection.goTo(to);
    show(to);
  };
  const keys: Record<string, KeyUse> = {
    j: () => step(addDays(selection.cursor, 7), false),
    k: () => step(addDays(selection.cursor, -7), false),
    n: () => actions.add(selection.cursor),
    e: () => {
      const [first] = chosen().workouts;
      if (first) actions.open(first.id);
    },
    m: () => {
      const asked = chosen();
      if (asked.workouts.length > 0) actions.ask({ kind: "move", ...asked });
    },
    v: () => actions.paste(selection.range?.from ?? selection.cursor),
    Delete: () => {
      const { workouts } = chosen();
      const [first] = workouts;
      const what = workouts.length === 1 && first ? first.title : `${workouts.length} workouts`;
      actions.change("remove", clearOps(workouts), `${what} taken off the plan`);
    },
    "Control+z": edits.undo,
    "/": () => {
      setPanel("library");
      requestAnimationFrame(() => document.getElementById("calendar-library-search")?.focus());
    },
    "[": () => toAthlete(-1),
    "]": () => toAthlete(1),
    "?": onKeys,
    Escape: () => (selection.range || selection.picked.size > 0 ? selection.clear() : false),
  };
  const went: Record<string, string> = {
    t: "/week",
    c: `/athletes/${head.athleteId}/calendar`,
    s: "/seasons",
    r: "/roster",
  };
  // `g` waits for the letter that says where to.
  for (const key of ["t", "c", "s", "r", "x"]) {
    keys[key] = () => {
      const goes = isGoing.current;
      isGoing.current = false;
      if (goes && went[key]) return router.push(went[key]);
      if (key === "t") goTo(head.today);
      else if (key === "c" || key === "x") actions.copy(chosen().workouts, key === "x");
      else return false;
    };
  }
  keys.g = () => {
    isGoing.current = true;
    setTimeout(() => {
      isGoing.current = false;
    }, 1_500);
  };
  for (const [key, next] of ARROWS) {
    keys[key] = () => step(next(selection.cursor), false);
    keys[`Shift+${key}`] = () => step(next(selection.cursor), true);
  }
  // Who reads and comments finds the way around, and changes nothing by a slip.
  if (!head.mayPlan) for (const key of PLANNING_KEYS) delete keys[key];
  usePageKeys(keys);
}

const PLANNING_KEYS = ["n", "m", "v", "x", "Delete", "Control+z", "/"];

/** The keyboard follows the cursor, unless it stands in the day already. */
function useFocusOn(cursor: string): void {
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const focus = (tries: number) => {
      const day = document.querySelector<HTMLElement>(`[data-date="${cursor}"]`);
      if (day?.contains(document.activeElement)) return;
      // A week that comes into sight is drawn a moment later.
      if (day) day.focus({ preventScroll: true });
      else if (tries > 0) requestAnimationFrame(() => focus(tries - 1));
    };
    focus(20);
  }, [cursor]);
}

/** The way to the calendar of the athlete before or after this one, by name. */
function useNeighbour(athleteId: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  return async (by: number) => {
    const athletes: RouterOutputs["season"]["list"] = await client.ensureQueryData(
      trpc.season.list.queryOptions(),
    );
    const at = athletes.findIndex((each) => each.athleteId === athleteId);
    const next = athletes[(at + by + athletes.length) % athletes.length];
    if (next && next.athleteId !== athleteId) router.push(`/athletes/${next.athleteId}/calendar`);
  };
}
