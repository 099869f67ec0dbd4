"use client";

import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FindingEdits, PlanFinding } from "#components/plan-check.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { CalendarHead } from "./calendar-data.ts";
import type { CalendarEdits } from "./use-calendar-edits.ts";

/** What may be done about findings of the calendar: each belongs to the season it was found in. */
export function useFindingEdits(head: CalendarHead, edits: CalendarEdits): FindingEdits {
  const trpc = useTRPC();
  const client = useQueryClient();
  const after = (said: string) => ({
    onSuccess: () => {
      showToast(said, { undo: edits.undo });
      void client.invalidateQueries({ queryKey: trpc.coachCalendar.pathKey() });
    },
    onError: (error: { message: string }) =>
      showToast(error.message.split("\n")[0] ?? "That did not work.", { tone: "error" }),
  });
  const fixing = useMutation(trpc.season.applyFix.mutationOptions(after("Fix applied")));
  const waiving = useMutation(trpc.season.waive.mutationOptions(after("Finding waived")));
  const unwaiving = useMutation(trpc.season.unwaive.mutationOptions(after("The finding counts again")));
  const of = (finding: PlanFinding) => ({
    athleteId: head.athleteId,
    mutationId: newClientId(),
    seasonId: seasonOf(head, finding),
  });
  return {
    isBusy: fixing.isPending || waiving.isPending || unwaiving.isPending,
    applyFix: (fix, finding) => fixing.mutate({ ...of(finding), fix: fix as never }),
    waive: (finding, reason) =>
      waiving.mutate({ ...of(finding), rule: finding.rule, date: finding.dates[0] ?? null, reason }),
    unwaive: (waiverId, finding) => unwaiving.mutate({ ...of(finding), waiverId }),
  };
}

function seasonOf(head: CalendarHead, finding: PlanFinding): string {
  const holding = head.findings.find(({ findings }) => (findings as PlanFinding[]).includes(finding));
  return holding?.seasonId ?? "";
}
