"use client";

import type { Pacing } from "@repo/core/paces";
import type { UnitSystem } from "@repo/core/units";
import { type Block, formatStepLabel, type ResolvedStep, resolveWorkout } from "@repo/core/workouts";
import { IconButton } from "@repo/ui/icon-button";
import { useQueries, useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState } from "react";
import { NativeSelect } from "#components/native-select.tsx";
import { useUnits } from "#components/units.tsx";
import { effortOf, paceRangeOf } from "#components/workout-figures.ts";
import { useTRPC } from "#trpc/client.tsx";
import { sumsOf } from "./workout-sums.tsx";

export type RangeAthlete = { id: string; name: string; pacing: Pacing };
type Props = { blocks: readonly Block[]; athlete: RangeAthlete | null };

/** Most athletes side by side. */
const MOST = 3;

/** Every step's target as the range of up to three athletes side by side, each from their own results. */
export function TargetRanges({ blocks, athlete }: Props) {
  const trpc = useTRPC();
  const units = useUnits();
  const [others, setOthers] = useState<string[]>([]);
  const { data: all = [] } = useQuery(trpc.season.list.queryOptions());
  const asked = useQueries({
    queries: others.map((athleteId) => trpc.workouts.pacing.queryOptions({ athleteId })),
  });
  const beside = others.flatMap((id, at) => {
    const data = asked[at]?.data;
    return data ? [{ id, name: data.name, pacing: data.pacing as Pacing }] : [];
  });
  const athletes = [...(athlete ? [athlete] : []), ...beside];
  const free = all.filter(({ athleteId }) => athleteId !== athlete?.id && !others.includes(athleteId));
  const rows = flat(blocks);
  return (
    <div>
      {athletes.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className="overflow-x-auto" tabIndex={0} aria-label="Targets as ranges">
          <table className="w-full text-sm">
            <thead>
              <tr className="border-b border-line-strong">
                <th scope="col" className="type-label py-1.5 pr-3 text-left text-ink-soft">
                  Step
                </th>
                {athletes.map(({ id, name }) => (
                  <th key={id} scope="col" className="type-label py-1.5 pl-3 text-right text-ink-soft">
                    <span className="inline-flex items-center gap-1">
                      {name}
                      {id === athlete?.id ? null : (
                        <IconButton
                          size="sm"
                          label={`Take ${name} away`}
                          className="!size-6 !min-h-6"
                          onPress={() => setOthers(others.filter((other) => other !== id))}
                        >
                          <X aria-hidden="true" className="size-3" />
                        </IconButton>
                      )}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {rows.map(({ block, depth, times }, at) => (
                <tr key={at}>
                  <th
                    scope="row"
                    className="py-1.5 pr-3 text-left font-normal"
                    style={{ paddingLeft: `${depth * 0.9}rem` }}
                  >
                    {block.type === "repeat" ? <b className="type-figure">{`${times} ×`}</b> : labelOf(block)}
                  </th>
                  {athletes.map(({ id, pacing }) => (
                    <td key={id} className="type-figure py-1.5 pl-3 text-right font-normal whitespace-nowrap">
                      {block.type === "step" ? (
                        <Range step={resolveWorkout([block], pacing)[0]} units={units} />
                      ) : null}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            {athletes.length > 1 ? (
              <tfoot className="border-t border-line-strong">
                <tr>
                  <th scope="row" className="type-label py-1.5 pr-3 text-left text-ink-soft">
                    Adds up to
                  </th>
                  {athletes.map(({ id, pacing }) => (
                    <td key={id} className="type-figure py-1.5 pl-3 text-right align-top">
                      {sumsOf(resolveWorkout(blocks, pacing), pacing, units).map((sum) => (
                        <span key={sum} className="block">
                          {sum}
                        </span>
                      ))}
                    </td>
                  ))}
                </tr>
              </tfoot>
            ) : null}
          </table>
        </section>
      ) : null}
      {free.length > 0 && athletes.length < MOST ? (
        <div className="mt-2 max-w-64">
          <NativeSelect
            label={athletes.length > 0 ? "Beside" : "In the paces of"}
            value=""
            options={[
              { value: "", label: "Choose an athlete" },
              ...free.map(({ athleteId, name }) => ({ value: athleteId, label: name })),
            ]}
            onChange={(event) => setOthers([...others, event.target.value])}
          />
        </div>
      ) : null}
    </div>
  );
}

type Row = { block: Block; depth: number; times: number };

function flat(blocks: readonly Block[], depth = 0): Row[] {
  return blocks.flatMap((block) =>
    block.type === "step"
      ? [{ block, depth, times: 1 }]
      : [{ block, depth, times: block.times }, ...flat(block.steps, depth + 1)],
  );
}

function labelOf(block: Block): string {
  const [step] = resolveWorkout([block]);
  return step ? formatStepLabel(step) : "";
}

/** The pace range; else the heart rate, else how hard it should feel. */
function Range({ step, units }: { step: ResolvedStep | undefined; units: UnitSystem }) {
  if (!step) return null;
  const hr =
    step.hrHighBpm == null || step.hrLowBpm == null
      ? null
      : `${Math.round(step.hrLowBpm)}–${Math.round(step.hrHighBpm)} bpm`;
  const pace = paceRangeOf(step, units);
  const said = pace ?? hr ?? effortOf(step);
  if (said === null) {
    return <span className="text-ink-soft">{step.target ? "not known" : "–"}</span>;
  }
  return (
    <>
      {said}
      {pace && hr ? <span className="block text-xs text-ink-soft">{hr}</span> : null}
    </>
  );
}
