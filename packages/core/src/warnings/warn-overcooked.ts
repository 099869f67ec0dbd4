import { row, type StrainSignal, strainSignals } from "@repo/core/progress";
import type { WarningRule } from "./warning-context.ts";

const BEFORE_DAYS = 3;
const MUCH_MORE = 1.25;
/** Signs of the body that can be read, from which on their silence says something. [house] */
const HEARD = 3;

/** More training than usual and a body that says so; two signs of the body where the load is a single one. */
export const overcooked: WarningRule = {
  kind: "overcooked",
  judge({ log, day, strain, load, quiet }) {
    if (quiet) return null;
    const now = readStrain(strain);
    const before = readStrain(strainSignals(log, day - BEFORE_DAYS));
    // Without check-ins the body is hardly heard: one sign of it, or rest days gone as well, must do.
    const needed = strain.some((signal) => signal.signal === "wellness") ? 3 : 2;
    const shown = now.loaded && now.body >= 1 && now.body + now.asked >= needed && before.body >= 1;
    // A body that is heard and says nothing is coping: load alone is told only where it is hardly heard.
    const heard = strain.filter((signal) => signal.side === "body").length >= HEARD;
    const copes = heard && now.body === 0;
    const asked = !copes && now.asked >= 2 && before.asked >= 2 && now.ratio >= MUCH_MORE;
    if (!shown && !asked) return null;
    const evidence = strain.filter((signal) => signal.adverse).map((signal) => signal.evidence);
    if (load?.form != null) evidence.push(row("form", load.form, "au"));
    return {
      severity: now.body >= 2 ? "error" : now.body >= 1 ? "warn" : "info",
      title: shown
        ? "Training has grown and recovery does not keep up"
        : "Much more training than usual and fewer days of rest",
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

function readStrain(signals: readonly StrainSignal[]) {
  const adverse = signals.filter((signal) => signal.adverse);
  const asked = adverse.filter((signal) => signal.side === "load").length;
  const ratio = Number(signals.find((signal) => signal.signal === "load")?.evidence.value ?? 0);
  return { body: adverse.length - asked, asked, loaded: asked > 0, ratio };
}
