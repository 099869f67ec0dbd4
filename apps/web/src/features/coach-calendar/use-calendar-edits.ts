"use client";

import { showToast } from "@repo/ui/toast";
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { withDays } from "#components/day-words.ts";
import { openFindings, type PlanFinding } from "#components/plan-check.tsx";
import { keptMutation, useSaveAndWait } from "#features/offline/use-unsent.ts";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { RouterOutputs } from "#trpc/root.ts";
import { applyChanged, applyOps } from "./apply-ops.ts";
import type { CalendarHead, Change, Chunk, Op, Workout } from "./calendar-data.ts";
import { useWaitingChanges } from "./use-waiting-changes.ts";

type Changed = RouterOutputs["coachCalendar"]["change"];
type Sent = Pick<Change, "kind" | "ops" | "mutationId"> & { said: string };
type Refusal = {
  message: string;
  data?: { code?: string; details?: { current?: Current | null } | null } | null;
};
type Current = Omit<Workout, "seasonId" | "draft" | "comments" | "unread">;

/** What somebody else made of a workout meanwhile, and what was wanted here. */
export type Clash = { current: Current; sent: Sent };

/** Changes of one athlete's calendar: shown at once, kept on this device until they arrive, each undone by one step. */
export function useCalendarEdits(athleteId: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [clash, setClash] = useState<Clash | null>(null);
  const waiting = useRef<Sent[]>([]);
  const sendChange = useSaveAndWait("coachCalendar.change");
  const sendUndo = useSaveAndWait("coachCalendar.undo");
  const headKey = useMemo(() => trpc.coachCalendar.get.queryKey({ athleteId }), [trpc, athleteId]);

  const chunks = useCallback(
    (change: (chunk: Chunk) => Chunk) => {
      const filter = { queryKey: trpc.coachCalendar.weeks.pathKey(), predicate: ofAthlete(athleteId) };
      client.setQueriesData<Chunk>(filter, (chunk) => (chunk ? change(chunk) : chunk));
    },
    [client, trpc, athleteId],
  );
  const show = useCallback(
    (ops: readonly Op[]) => {
      const found = workoutsIn(client, trpc.coachCalendar.weeks.pathKey(), athleteId);
      chunks((chunk) => applyOps(chunk, ops, (id) => found.get(id)));
    },
    [client, trpc, chunks, athleteId],
  );
  const refetch = useCallback(() => {
    if (waiting.current.length > 0) return;
    for (const queryKey of [trpc.coachCalendar.weeks.pathKey(), trpc.coachCalendar.outline.pathKey()])
      void client.invalidateQueries({ queryKey, predicate: ofAthlete(athleteId) });
  }, [client, trpc, athleteId]);

  const refetchAll = useCallback(() => {
    void client.invalidateQueries({ queryKey: headKey });
    refetch();
  }, [client, headKey, refetch]);
  const isOwn = useCallback((id: string) => waiting.current.some(({ mutationId }) => mutationId === id), []);
  useWaitingChanges(athleteId, { show, refetchAll, isOwn });

  const taken = (changed: Changed) => {
    chunks((chunk) => applyChanged(chunk, changed));
    const before = client.getQueryData<CalendarHead>(headKey);
    client.setQueryData<CalendarHead>(headKey, (head) => (head ? withFindings(head, changed) : head));
    for (const { ops } of waiting.current) show(ops);
    return before ? freshFindings(before, changed) : [];
  };

  const changing = useMutation({
    ...keptMutation,
    mutationFn: ({ ops, kind, mutationId, said }: Sent) =>
      sendChange({ athleteId, kind, mutationId, ops }, said),
    onSuccess: (changed, sent) => {
      waiting.current = waiting.current.filter((each) => each !== sent);
      const fresh = changed ? taken(changed) : [];
      showToast(sent.said, { undo, ...(fresh.length > 0 ? { detail: newWords(fresh) } : {}) });
    },
    onError: (error: Refusal, sent) => {
      waiting.current = waiting.current.filter((each) => each !== sent);
      const current = error.data?.details?.current;
      if (error.data?.code === "CONFLICT" && current) setClash({ current, sent });
      else showToast(error.message.split("\n")[0] ?? "That did not work.", { tone: "error" });
    },
    onSettled: refetch,
  });
  const undoing = useMutation({
    ...keptMutation,
    mutationFn: (mutationId: string) => sendUndo({ athleteId, mutationId }, "Undo of the last change"),
    onSuccess: (changed) => {
      if (changed) taken(changed);
      showToast(changed ? `Undone: ${changed.undone}` : "Undone");
      void client.invalidateQueries({ queryKey: headKey });
    },
    onError: (error: Refusal) =>
      showToast(error.message.split("\n")[0] ?? "That did not work.", { tone: "error" }),
    onSettled: refetch,
  });
  const undoMutate = undoing.mutate;
  const undo = useCallback(() => undoMutate(newClientId()), [undoMutate]);
  const changeMutate = changing.mutate;
  const change = useCallback(
    (kind: Change["kind"], ops: readonly Op[], said: string) => {
      if (ops.length === 0) return;
      const sent = { kind, ops: [...ops], said, mutationId: newClientId() };
      waiting.current.push(sent);
      show(sent.ops);
      changeMutate(sent);
    },
    [changeMutate, show],
  );
  return {
    change,
    undo,
    clash,
    settleClash: () => setClash(null),
    headKey,
    refetch,
    refetchAll,
  };
}

export type CalendarEdits = ReturnType<typeof useCalendarEdits>;

function ofAthlete(athleteId: string) {
  return ({ queryKey }: { queryKey: readonly unknown[] }) =>
    (queryKey[1] as { input?: { athleteId?: string } } | undefined)?.input?.athleteId === athleteId;
}

function workoutsIn(client: QueryClient, queryKey: readonly unknown[], athleteId: string) {
  const all = client.getQueriesData<Chunk>({ queryKey, predicate: ofAthlete(athleteId) });
  return new Map(all.flatMap(([, chunk]) => (chunk?.workouts ?? []).map((each) => [each.id, each] as const)));
}

function withFindings(head: CalendarHead, changed: Changed): CalendarHead {
  const fresh = new Map(changed.findings.map((each) => [each.seasonId, each]));
  const findings = head.findings.map((each) => fresh.get(each.seasonId) ?? each);
  return { ...head, findings: findings as CalendarHead["findings"], lastEdit: changed.lastEdit };
}

function freshFindings(before: CalendarHead, changed: Changed): PlanFinding[] {
  const old = new Set(
    before.findings.flatMap(({ findings }) => findings.map(({ rule, title }) => rule + title)),
  );
  const now = changed.findings.flatMap(({ findings }) => findings as PlanFinding[]);
  return openFindings(now).filter(({ rule, title }) => !old.has(rule + title));
}

function newWords(fresh: readonly PlanFinding[]): string {
  const [first] = fresh;
  const more = fresh.length > 1 ? ` And ${fresh.length - 1} more.` : "";
  return first ? `Now to look at: ${withDays(first.title)}${more}` : "";
}
