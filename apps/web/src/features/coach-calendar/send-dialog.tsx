"use client";

import { Button } from "@repo/ui/button";
import { Checkbox } from "@repo/ui/checkbox";
import { DatePicker } from "@repo/ui/date-picker";
import { Dialog } from "@repo/ui/dialog";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { Asked } from "./calendar-actions.ts";
import { pasteOps } from "./plan-ops.ts";

type Props = { asked: Extract<Asked, { kind: "send" }>; athleteId: string; onClose: () => void };
type Result = { name: string; said: string; ok: boolean };

/** Copies what is chosen onto other athletes' calendars, in their own paces, with a result for each. */
export function SendDialog({ asked, athleteId, onClose }: Props) {
  const trpc = useTRPC();
  const api = useTRPCClient();
  const { data } = useQuery(trpc.season.list.queryOptions());
  const others = (data ?? []).filter((each) => each.athleteId !== athleteId);
  const [to, setTo] = useState<string | null>(asked.from);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [results, setResults] = useState<Result[] | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function send() {
    if (!to) return;
    setBusy(true);
    const clip = { athleteId, from: asked.from, days: 7, workouts: [...asked.workouts], cut: false };
    const sent = others
      .filter((each) => chosen.has(each.athleteId))
      .map(async (other): Promise<Result> => {
        const ops = pasteOps(clip, to, other.athleteId);
        const input = { athleteId: other.athleteId, mutationId: newClientId(), kind: "paste" as const, ops };
        try {
          const changed = await api.coachCalendar.change.mutate(input);
          return { name: other.name, ok: true, said: `${changed.workouts.length} workouts added` };
        } catch (error) {
          return {
            name: other.name,
            ok: false,
            said: error instanceof Error ? error.message : "That did not work.",
          };
        }
      });
    setResults(await Promise.all(sent));
    setBusy(false);
  }

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={`Copy ${asked.workouts.length} ${asked.workouts.length === 1 ? "workout" : "workouts"} to…`}
      actions={
        results ? (
          <Button variant="solid" onPress={onClose}>
            Close
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button variant="solid" isDisabled={chosen.size === 0 || !to} isPending={isBusy} onPress={send}>
              Copy
            </Button>
          </>
        )
      }
    >
      {results ? (
        <ul aria-label="What came of it" className="divide-y divide-line">
          {results.map(({ name, said, ok }) => (
            <li key={name} className="flex justify-between gap-4 py-2 text-sm">
              <span className="font-semibold">{name}</span>
              <span className={ok ? "text-good-text" : "text-track-text"}>{said}</span>
            </li>
          ))}
        </ul>
      ) : (
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
      )}
    </Dialog>
  );
}
