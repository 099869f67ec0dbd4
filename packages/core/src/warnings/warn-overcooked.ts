import { askedBeyondUsual, bodySays, row, type TrainingLog } from "@repo/core/progress";
import type { WarningRule } from "./warning-context.ts";

/** What is to be seen must have been there this long. */
const LASTING_DAYS = 3;
/**
 * Limits in standard errors [house]: what was asked, what the body says, and both together. A body that is not heard
 * cannot speak: then what was asked must stand out by itself.
 */
const ASKED = 1.5;
const BODY = 0.5;
const TOGETHER = 3.3;
const ASKED_UNHEARD = 2.3;
/** More days without training in a fortnight than this are rest enough for anybody whose body is not heard. [house] */
const ENOUGH_REST = 4;
/** One sign alone is a thin voice: it holds back what stands out by itself only where it speaks for the athlete. [house] */
const AGAINST = 0;
const CLEAR_SIGNS = 2;
const UNIT = "standard errors";

/** More training than usual and a body that says so: many weak signs together, each against the athlete's own days. */
export const overcooked: WarningRule = {
  kind: "overcooked",
  judge({ log, day, strain, load, quiet }) {
    if (quiet || !isOverload(log, day) || !isOverload(log, day - LASTING_DAYS)) return null;
    const asked = askedBeyondUsual(log, day)?.beyond ?? 0;
    const body = bodySays(log, day);
    const heard = body.together !== null;
    const spoke = speaks(asked, body.together);
    const adverse = strain.filter((signal) => signal.adverse);
    const evidence = adverse.map((signal) => signal.evidence);
    evidence.push(row("training beyond the usual scatter", asked, UNIT, spoke ? ASKED : ASKED_UNHEARD));
    if (heard) {
      evidence.push(row(`signs of the body together (${body.heard})`, body.together, UNIT, BODY));
      evidence.push(row("both together", asked + (body.together ?? 0), UNIT, TOGETHER));
    }
    if (load?.form != null) evidence.push(row("form", load.form, "au"));
    const signs = adverse.filter((signal) => signal.side === "body").length;
    return {
      severity: signs >= CLEAR_SIGNS ? "error" : spoke ? "warn" : "info",
      title: spoke
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
  source: ["M77", "M116", "M119", "M123", "meeusen-2013", "saw-2016"],
  covers: ["under-recovery", "resting-hr-high", "hrv-out-of-band", "short-sleep", "monotony", "no-cutback"],
};

function isOverload(log: TrainingLog, day: number): boolean {
  const asked = askedBeyondUsual(log, day);
  if (asked === null || asked.beyond < ASKED) return false;
  const { together, heard } = bodySays(log, day);
  const alone = asked.beyond >= ASKED_UNHEARD && asked.restDays <= ENOUGH_REST;
  if (together === null) return alone;
  if (alone && heard === 1 && together > AGAINST) return true;
  return speaks(asked.beyond, together);
}

function speaks(asked: number, body: number | null): boolean {
  return body !== null && body >= BODY && asked + body >= TOGETHER;
}
