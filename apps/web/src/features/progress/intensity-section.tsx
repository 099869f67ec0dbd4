import { EvidenceList } from "@repo/ui/evidence-list";
import { Explain } from "@repo/ui/explain";
import { Section } from "@repo/ui/section";
import { sourceWords } from "#words/sources.ts";
import type { ProgressData } from "./progress-view.tsx";

type Zones = { z1: number; z2: number; z3: number };
type Shares = {
  share: Zones | null;
  sessions: Zones;
  easySessionShare: number | null;
  measuredRuns: number;
  unmeasuredRuns: number;
};
type Intensity = { windowDays: number; byHeartRate: Shares; byPace: Shares };

const PARTS = [
  { key: "z1", name: "Easy", fill: "bg-phase-base" },
  { key: "z2", name: "Medium", fill: "bg-phase-build" },
  { key: "z3", name: "Hard", fill: "bg-phase-speed" },
] as const;

/** Where the running lay against how it was meant: two different pictures, never mixed. */
export function IntensitySection({ progress }: { progress: ProgressData }) {
  const intensity = (progress.assessment?.intensity ?? null) as Intensity | null;
  const byHeart = intensity?.byHeartRate.share ?? null;
  const measured = byHeart ?? intensity?.byPace.share ?? null;
  const basis = byHeart ? intensity?.byHeartRate : intensity?.byPace;
  if (!intensity || !basis || basis.measuredRuns + basis.unmeasuredRuns === 0) return null;
  const meant = shareOf(basis.sessions);
  const easy = basis.easySessionShare;
  return (
    <Section title="Intensity" note={`last ${intensity.windowDays} days`}>
      <p className="mb-4 max-w-prose">
        {easy === null
          ? "How many of your runs were meant to be easy cannot be told yet."
          : `${Math.round(easy * 100)} % of your runs were meant to be easy; the articles advise about 80 %.`}
      </p>
      <div className="grid max-w-2xl gap-4">
        {meant ? <Bar label="As meant, by sessions" share={meant} /> : null}
        {measured ? (
          <Bar label={`As run, by time (${byHeart ? "heart rate" : "pace"})`} share={measured} />
        ) : null}
      </div>
      <Explain
        sources={[{ label: "Seiler 2010" }, { label: "Treff 2019" }, { label: sourceWords(["M6"]) }]}
        rows={[
          { label: "Runs measured", value: basis.measuredRuns },
          { label: "Runs that could not be measured", value: basis.unmeasuredRuns },
        ]}
      >
        An interval session is one session of five and a tenth of the time, so the two bars differ. Medium
        lies between the two thresholds.
      </Explain>
    </Section>
  );
}

function Bar({ label, share }: { label: string; share: Zones }) {
  return (
    <div>
      <p className="type-label mb-1 text-ink-soft">{label}</p>
      <div aria-hidden="true" className="flex h-5 gap-px overflow-hidden rounded-sm">
        {PARTS.map(({ key, fill }) => (
          <span key={key} className={fill} style={{ width: `${share[key] * 100}%` }} />
        ))}
      </div>
      <EvidenceList
        className="mt-1 border-b-0"
        rows={PARTS.map(({ key, name }) => ({ label: name, value: Math.round(share[key] * 100), unit: "%" }))}
      />
    </div>
  );
}

function shareOf({ z1, z2, z3 }: Zones): Zones | null {
  const all = z1 + z2 + z3;
  return all > 0 ? { z1: z1 / all, z2: z2 / all, z3: z3 / all } : null;
}
