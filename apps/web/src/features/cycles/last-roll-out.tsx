"use client";

import { Button } from "@repo/ui/button";
import { showToast } from "@repo/ui/toast";
import { Day } from "#components/day.tsx";
import type { CycleData } from "./cycle-data.ts";
import { useUndoRollOut } from "./use-undo-roll-out.ts";

type Props = { orgId: string; cycleId: string; rollOut: NonNullable<CycleData["rollOut"]> };

/** The last roll-out that stands, and the way back, also after a reload. */
export function LastRollOut({ orgId, cycleId, rollOut }: Props) {
  const { undo, undoing } = useUndoRollOut({ orgId, cycleId });
  const { id, version, at, authorName, seasons } = rollOut;
  const press = () =>
    undo(id, {
      onSuccess: (answer) => {
        const left = answer.seasons.reduce((sum, { skipped }) => sum + skipped.length, 0);
        showToast("Roll-out taken back", {
          detail:
            left === 0
              ? "Every week is as it was before."
              : `${left} ${left === 1 ? "week was" : "weeks were"} begun or changed since and ${left === 1 ? "stays" : "stay"}.`,
        });
      },
      onError: (error) => showToast(error.message, { tone: "error" }),
    });
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
      <span>
        {`Version ${version} was rolled out to ${seasons} ${seasons === 1 ? "season" : "seasons"}`}
        {authorName ? ` by ${authorName}` : ""}, <Day iso={at} />.
      </span>
      <Button size="sm" isPending={undoing.isPending} onPress={press}>
        Undo this roll-out
      </Button>
    </p>
  );
}
