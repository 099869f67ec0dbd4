import type { UnitSystem } from "@repo/core/units";
import { Explain } from "@repo/ui/explain";
import { Section } from "@repo/ui/section";
import { sourceWords } from "#words/sources.ts";
import { repFixWords, repPatternWords, wordOf } from "#words/training.ts";
import type { ActivityData } from "./activity-view.tsx";
import { LapsTable } from "./laps-table.tsx";

type Reps = NonNullable<ActivityData["reps"]>;

/** The repetitions, how even they were, and what to change next time. */
export function RepsRead({ reps, units, isPlanned }: { reps: Reps; units: UnitSystem; isPlanned: boolean }) {
  const { reading, list, fromLaps } = reps;
  return (
    <Section
      title={
        reading
          ? `${reading.reps} repetitions: ${wordOf(repPatternWords, reading.pattern).toLowerCase()}`
          : "Repetitions"
      }
      note={fromLaps ? "from the laps" : "found in the recording"}
    >
      {reading ? <p className="mb-3">{wordOf(repFixWords, reading.fix)}</p> : null}
      {reading?.readyForStrongFiveK.known && reading.readyForStrongFiveK.value ? (
        <p className="mb-3 border-l-2 border-track pl-3">
          Ten or more even 400s at your 5 km pace: ready for a strong 5 km, as the articles have it.
        </p>
      ) : null}
      {isPlanned && !fromLaps ? (
        <p className="mb-3 text-sm text-ink-soft">
          They are not held against the plan: a recording tells to a few seconds and a few percent where a
          repetition began and how fast it was, which is as wide as the range that was asked for. With a press
          of the lap button at each of them it would be.
        </p>
      ) : null}
      <LapsTable rows={list.map((rep) => ({ ...rep, kind: null }))} units={units} caption="Repetitions" />
      {reading ? (
        <Explain
          rows={[
            { label: "Spread of the paces", value: reading.spreadPct.toFixed(1), unit: "%" },
            {
              label: "First one faster than those after it",
              value: reading.firstExcessPct.toFixed(1),
              unit: "%",
            },
            { label: "Last third slower than the first", value: reading.fadePct.toFixed(1), unit: "%" },
            { label: "Fades from repetition", value: reading.fadesFromRep ?? "none" },
          ]}
          sources={[{ label: sourceWords(["M35", "M37", "M97"]) }]}
        >
          Repetitions of about the same length are compared by pace. Rests and the odd one out are left aside.
        </Explain>
      ) : null}
    </Section>
  );
}
