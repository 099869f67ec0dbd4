import { formatDuration, formatPace, type UnitSystem } from "@repo/core/units";
import type { EvidenceRow } from "@repo/ui/evidence-list";
import { Explain } from "@repo/ui/explain";
import { Section } from "@repo/ui/section";
import { loadMethodWords, wordOf } from "#words/training.ts";
import type { ActivityData } from "./activity-view.tsx";

type Part = { code: string; value: number | string | null; unit: string | null };

/** How the session's load was made: the method, what went in, and what was left out and why. */
export function LoadMade({ activity, units }: { activity: ActivityData; units: UnitSystem }) {
  const { load, madeOf, day } = activity;
  const method = day.activities[0]?.method ?? null;
  if (load === null || !madeOf) return null;
  const { inputs, leftOut } = madeOf.parts as { inputs: Part[]; leftOut: Part[] };
  return (
    <Section title={`Load ${Math.round(load)}`} note={wordOf(loadMethodWords, method)}>
      <Explain
        open
        rows={[
          ...inputs.map((part) => rowOf(part, units)),
          ...leftOut.map((part) => {
            const { label, value, unit } = rowOf(part, units);
            const words = `Left out: ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
            return { label: words, value: value ?? "not recorded", unit };
          }),
        ]}
        sources={[{ label: "docs/science.md, Load" }]}
      >
        100 is an hour at threshold. The best record that is there decides: pace against threshold, then heart
        rate, then effort and time, then time alone.
      </Explain>
    </Section>
  );
}

/** A code and its number as people read them: speeds as paces, seconds as a time. */
function rowOf({ code, value, unit }: Part, units: UnitSystem): EvidenceRow {
  const words = code.replaceAll("-", " ").replace(/\brpe\b/, "RPE");
  const label = words.charAt(0).toUpperCase() + words.slice(1);
  if (typeof value !== "number") return { label, value, unit };
  if (unit === "m/s")
    return { label: label.replace("speed", "pace"), value: formatPace(1_000 / value, units) };
  if (unit === "s") return { label, value: formatDuration(value) };
  return { label, value: Math.round(value * 100) / 100, unit };
}
