"use client";

import { ribbonSvg } from "@repo/ui/charts";
import { InlineChart } from "@repo/ui/inline-chart";
import { Link } from "#components/link.tsx";
import { useUnits } from "#components/units.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { outlineWords, ribbonOf } from "./cycle-data.ts";

type Outline = Pick<
  RouterOutputs["cycles"]["list"]["classic"][number],
  "weeks" | "level" | "runsPerWeek" | "races"
>;
type Props = { href: string; name: string; detail: string; cycle: Outline };

/** A cycle in a list: its name, what it asks for, and its weeks as bars. */
export function CycleRow({ href, name, detail, cycle }: Props) {
  const units = useUnits();
  return (
    <li className="relative grid items-center gap-x-8 gap-y-2 py-4 hover:bg-sunken/40 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <div>
        <h3 className="type-lead">
          <Link href={href} className="after:absolute after:inset-0">
            {name}
          </Link>
        </h3>
        <p className="type-narrow text-sm text-ink-soft">{outlineWords(cycle, units)}</p>
        <p className="type-narrow text-xs text-ink-soft">{detail}</p>
      </div>
      <InlineChart svg={ribbonSvg(ribbonOf(cycle, units), { width: 640, height: 44, fluid: "grow" })} />
    </li>
  );
}
