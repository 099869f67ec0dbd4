"use client";

import { Button } from "@repo/ui/button";
import { Checkbox } from "@repo/ui/checkbox";
import { DatePicker } from "@repo/ui/date-picker";
import { Dialog } from "@repo/ui/dialog";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#trpc/client.tsx";
import type { Asked } from "./calendar-actions.ts";
import { GivenResults } from "./given-results.tsx";
import { pasteOps } from "./plan-ops.ts";
import { useGiving } from "./use-giving.ts";

type Props = { asked: Extract<Asked, { kind: "send" }>; athleteId: string; onClose: () => void };

/** Copies what is chosen onto other athletes' calendars, in their own paces, with a result for each. */
export function SendDialog({ asked, athleteId, onClose }: Props) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.season.list.queryOptions());
  const others = (data ?? []).filter((each) => each.athleteId !== athleteId);
  const [to, setTo] = useState<string | null>(asked.from);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const giving = useGiving();
  const clip = { athleteId, from: asked.from, days: 7, workouts: [...asked.workouts], cut: false };
  const send = (day: string) =>
    giving.give(
      others.filter((each) => chosen.has(each.athleteId)),
      { kind: "paste", opsFor: (id) => pasteOps(clip, day, id) },
    );
  const title = `Copy ${asked.workouts.length} ${asked.workouts.length === 1 ? "workout" : "workouts"} to…`;
  if (giving.results) return <GivenResults {...{ title, giving, onClose }} />;
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={title}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="solid"
            isDisabled={chosen.size === 0 || !to}
            isPending={giving.isBusy}
            onPress={() => to && void send(to)}
          >
            Copy
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <DatePicker label="First day there" value={to} onChange={setTo} />
        {others.length === 0 ? (
          <p className="text-sm text-ink-soft">You plan for nobody else yet.</p>
        ) : (
          <fieldset>
            <legend className="type-label mb-1 text-ink-soft">Athletes</legend>
            <div className="flex max-h-72 flex-col gap-1 overflow-y-auto">
              {others.map((other) => (
                <Checkbox
                  key={other.athleteId}
                  label={other.name}
                  checked={chosen.has(other.athleteId)}
                  onChange={(event) => {
                    const next = new Set(chosen);
                    if (event.target.checked) next.add(other.athleteId);
                    else next.delete(other.athleteId);
                    setChosen(next);
                  }}
                />
              ))}
            </div>
          </fieldset>
        )}
      </div>
    </Dialog>
  );
}
