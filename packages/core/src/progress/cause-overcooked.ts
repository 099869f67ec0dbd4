import type { CauseRule } from "./cause-window.ts";
import { type StrainSignal, strainSignals, strainSince } from "./strain-signals.ts";

/** Strength by number of adverse signs of the body, without and with more training asked than usual. */
const WITHOUT_LOAD = [0, 0.2, 0.45, 0.65, 0.75] as const;
const WITH_LOAD = [0.1, 0.5, 0.78, 0.95, 1] as const;

/** The worst of the last four weeks counts: once a plateau can be seen, the usual days already contain the strain. */
const LOOKS_DAYS_AGO = [0, 14, 28] as const;
const LASTING_DAYS = 28;

/** More asked than is recovered from: load up or rest gone, and the body says so (M116, M119, M123). */
export const overcooked: CauseRule = {
  cause: "overcooked",
  read(window) {
    const looks = LOOKS_DAYS_AGO.map((ago) => strainSignals(window.log, window.to - ago));
    // What has lasted for months is usual by now: it shows against the days before performance stopped.
    if (window.onset !== null && window.to - window.onset > LASTING_DAYS)
      looks.push(strainSince(window.log, window.to, window.onset));
    const signals = looks.reduce((worst, look) => (strengthOf(look) > strengthOf(worst) ? look : worst));
    if (signals.length === 0) return null;
    const adverse = signals.filter((signal) => signal.adverse);
    // What speaks against it belongs beside what speaks for it.
    const evidence = [...adverse, ...signals.filter((signal) => !signal.adverse)].map(
      (signal) => signal.evidence,
    );
    return { strength: strengthOf(signals), evidence: evidence.slice(0, 6) };
  },
  remedy: {
    code: "cutback-week-now",
    text: "Cut the coming week by 30 %, take a second rest day and no hard session; see a doctor if three easy weeks do not help.",
    weeks: 3,
  },
  source: ["M116", "M119", "M123", "meeusen-2013"],
};

function strengthOf(signals: readonly StrainSignal[]): number {
  const adverse = signals.filter((signal) => signal.adverse);
  const body = Math.min(4, adverse.filter((signal) => signal.side === "body").length);
  return (adverse.some((signal) => signal.side === "load") ? WITH_LOAD : WITHOUT_LOAD)[body] ?? 0;
}
