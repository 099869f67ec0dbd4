"use client";

import { useCallback, useRef, useState } from "react";
import { useTRPCClient } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { Change, Op } from "./calendar-data.ts";

type To = { athleteId: string; name: string };
/** What came of it for one athlete. */
export type Given = To & { came: "given" | "taken-back" | "refused"; said: string };
type What = { kind: Change["kind"]; opsFor: (athleteId: string) => Op[] };

/** Puts workouts on many athletes' calendars, a change for each, which can be taken back from all; tells what came of each. */
export function useGiving() {
  const api = useTRPCClient();
  const [results, setResults] = useState<Given[] | null>(null);
  const [isBusy, setBusy] = useState(false);
  // Sent again after a fault, what has arrived is not there twice.
  const sent = useRef(new Map<string, { mutationId: string; kind: Change["kind"]; ops: Op[] }>());
  const settle = useCallback(async (each: readonly (Given | Promise<Given>)[]) => {
    setBusy(true);
    setResults(await Promise.all(each));
    setBusy(false);
  }, []);

  const giveTo = useCallback(
    async (to: To): Promise<Given> => {
      const change = sent.current.get(to.athleteId);
      if (!change) return { ...to, came: "refused", said: "Nothing was chosen for them." };
      try {
        const { workouts } = await api.coachCalendar.change.mutate({ athleteId: to.athleteId, ...change });
        const said = `${workouts.length} ${workouts.length === 1 ? "workout" : "workouts"} added`;
        return { ...to, came: "given", said };
      } catch (error) {
        return { ...to, came: "refused", said: faultOf(error) };
      }
    },
    [api],
  );
  const takeBackFrom = useCallback(
    async (given: Given): Promise<Given> => {
      const { athleteId } = given;
      try {
        await api.coachCalendar.undo.mutate({ athleteId, mutationId: newClientId() });
        return { ...given, came: "taken-back", said: "taken back" };
      } catch (error) {
        return { ...given, said: `not taken back: ${faultOf(error)}` };
      }
    },
    [api],
  );
  return {
    results,
    isBusy,
    give(athletes: readonly To[], { kind, opsFor }: What) {
      for (const { athleteId } of athletes)
        sent.current.set(athleteId, { mutationId: newClientId(), kind, ops: opsFor(athleteId) });
      return settle(athletes.map(giveTo));
    },
    again: () => settle((results ?? []).map((each) => (each.came === "refused" ? giveTo(each) : each))),
    takeBack: () =>
      settle((results ?? []).map((each) => (each.came === "given" ? takeBackFrom(each) : each))),
  };
}

/** Only what the server says has words for a coach. */
function faultOf(error: unknown): string {
  const { message, data } = error as { message?: string; data?: object | null };
  return data && message ? (message.split("\n")[0] ?? message) : "The server was not reached. Try again.";
}
