import { Explain } from "@repo/ui/explain";
import { Section } from "@repo/ui/section";
import { loadMethodWords, wordOf } from "#words/training.ts";
import type { ActivityData } from "./activity-view.tsx";

type Part = { code: string; value: number | string | null; unit: string | null };

/** How the session's load was made: the method, what went in, and what was left out and why. */
export function LoadMade({ activity }: { activity: ActivityData }) {
  const { load, madeOf, day } = activity;
  const method = day.activities[0]?.method ?? null;
  if (load === null || !madeOf) return null;
  const { inputs, leftOut } = madeOf.parts as { inputs: Part[]; leftOut: Part[] };
  return (
    <Section title={`Load ${Math.round(load)}`} note={wordOf(loadMethodWords, method)}>
      <Explain
        open
        rows={[
          ...inputs.map((part) => ({ label: labelOf(part), value: shown(part.value), unit: part.unit })),
          ...leftOut.map((part) => ({
            label: `Left out: ${labelOf(part).toLowerCase()}`,
            value: shown(part.value) ?? "not recorded",
            unit: part.unit,
          })),
        ]}
        sources={[{ label: "docs/science.md, Load" }]}
      >
        100 is an hour at threshold. The best record that is there decides: pace against threshold, then heart
        rate, then effort and time, then time alone.
      </Explain>
    </Section>
  );
}

function labelOf({ code }: Part): string {
  const words = code.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function shown(value: number | string | null): number | string | null {
  return typeof value === "number" ? Math.round(value * 100) / 100 : value;
}
