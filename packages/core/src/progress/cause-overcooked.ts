import type { CauseRule } from "./cause-window.ts";
import { strainSignals } from "./strain-signals.ts";

/** Strength by number of adverse signs of the body, without and with more training asked than usual. */
const WITHOUT_LOAD = [0, 0.2, 0.45, 0.65, 0.75] as const;
const WITH_LOAD = [0.1, 0.6, 0.85, 1, 1] as const;

/** More asked than is recovered from: load up or rest gone, and the body says so (M116, M119, M123). */
export const overcooked: CauseRule = {
  cause: "overcooked",
  read(window) {
    const signals = strainSignals(window.log, window.to);
    if (signals.length === 0) return null;
    const adverse = signals.filter((signal) => signal.adverse);
    const body = Math.min(4, adverse.filter((signal) => signal.side === "body").length);
    const loaded = adverse.some((signal) => signal.side === "load");
    const strength = (loaded ? WITH_LOAD : WITHOUT_LOAD)[body] ?? 0;
    // What speaks against it belongs beside what speaks for it.
    const evidence = [...adverse, ...signals.filter((signal) => !signal.adverse)].map(
      (signal) => signal.evidence,
    );
    return { strength, evidence: evidence.slice(0, 6) };
  },
  remedy: {
    code: "cutback-week-now",
    text: "Cut the coming week by 30 %, take a second rest day and no hard session; see a doctor if three easy weeks do not help.",
    weeks: 3,
  },
  source: ["M116", "M119", "M123", "meeusen-2013"],
};
