import type { UnitSystem } from "@repo/core/units";
import { PacesSection } from "#components/paces-section.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { BandsSection } from "./bands-section.tsx";
import { IntensitySection } from "./intensity-section.tsx";
import { LoadSection } from "./load-section.tsx";
import { ResultsSection } from "./results-section.tsx";
import { VerdictSection } from "./verdict-section.tsx";

export type ProgressData = RouterOutputs["progress"]["get"];

/** Load, progress, intensity, recovery, results: each a sentence first, then its picture and numbers. */
export function ProgressView({ progress, units }: { progress: ProgressData; units: UnitSystem }) {
  return (
    <div className="divide-y divide-line">
      <VerdictSection progress={progress} />
      <LoadSection progress={progress} />
      <IntensitySection progress={progress} />
      <BandsSection progress={progress} />
      <PacesSection pacing={progress.pacing} scheme={progress.zoneScheme} />
      <ResultsSection progress={progress} units={units} />
    </div>
  );
}
