import { type CauseRule, graded, row } from "./cause-window.ts";
import { firstAt } from "./training-log.ts";

const MIN_RUNS = 12;

/** No session faster than steady for two months: the stimulus for speed is missing (M15, M138). */
export const noSpeedWork: CauseRule = {
  cause: "no-speed-work",
  read(window) {
    if (window.runs.length < MIN_RUNS) return null;
    const weeks = window.weeks.length;
    const perWeek = window.quality.length / weeks;
    const before = window.log.sessions.slice(0, firstAt(window.log.sessions, window.from));
    const known = before.some((session) => session.kind === "quality");
    const told = window.runs.filter((session) =>
      /easy|long|recovery|jog/i.test(session.activity.title ?? ""),
    ).length;
    const telling = known || told > window.runs.length / 2;
    const evidence = [
      row("hard sessions in 8 weeks", window.quality.length, "sessions", Math.round(weeks / 2)),
      row("runs in 8 weeks", window.runs.length, "runs"),
    ];
    // Untitled runs without laps or effort may hide the hard ones.
    return { strength: graded(perWeek, 0.4, 0.1) * (telling ? 0.95 : 0.3), evidence };
  },
  remedy: {
    code: "add-speed",
    text: "Add one faster session a week: strides first, then short repetitions, after an easy day.",
    weeks: 6,
  },
  source: ["M15", "M32", "M138"],
};
