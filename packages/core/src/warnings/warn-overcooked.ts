import { row, strainSignals } from "@repo/core/progress";
import type { WarningRule } from "./warning-context.ts";

const BEFORE_DAYS = 3;

/** More training than usual and a body that says so; two signs of the body where the load is a single one. */
export const overcooked: WarningRule = {
  kind: "overcooked",
  judge({ log, day, strain, load, quiet }) {
    if (quiet) return null;
    const now = readStrain(strain);
    const before = readStrain(strainSignals(log, day - BEFORE_DAYS));
    if (!now.loaded || now.body < 1 || now.body + now.asked < 3 || before.body < 1) return null;
    const evidence = strain.filter((signal) => signal.adverse).map((signal) => signal.evidence);
    if (load?.form != null) evidence.push(row("form", load.form, "au"));
    return {
      severity: now.body >= 2 ? "error" : "warn",
      title: "Training has grown and recovery does not keep up",
      evidence,
      remedy: {
        code: "cutback-week-now",
        text: "Cut the coming week by 30 %, take a second rest day and leave out the hard sessions; see a doctor if three easy weeks do not help.",
        retestDays: 21,
      },
    };
  },
  source: ["M116", "M119", "M123", "meeusen-2013"],
  covers: ["under-recovery", "resting-hr-high", "hrv-out-of-band", "short-sleep", "monotony", "no-cutback"],
};

function readStrain(signals: readonly { side: "body" | "load"; adverse: boolean }[]) {
  const adverse = signals.filter((signal) => signal.adverse);
  const asked = adverse.filter((signal) => signal.side === "load").length;
  return { body: adverse.length - asked, asked, loaded: asked > 0 };
}
