import { dateOf, row } from "@repo/core/progress";
import type { WarningRule } from "./warning-context.ts";

const NEEDS_FRESH: readonly string[] = ["sprints", "plyometrics"];
const HARD_RPE = 7;

/** Sprints or jumps planned for today or tomorrow on legs that worked hard the day before. */
export const sprintNotFresh: WarningRule = {
  kind: "sprint-not-fresh",
  judge({ log, day }) {
    const due = log.planned.find((workout) => NEEDS_FRESH.includes(workout.kind) && workout.day - day === 1);
    if (!due) return null;
    const hard = log.sessions.find(
      (session) =>
        session.day === day &&
        (session.kind === "quality" || session.kind === "race" || (session.activity.rpe ?? 0) >= HARD_RPE),
    );
    if (!hard) return null;
    return {
      severity: "warn",
      title: `${due.title} tomorrow after a hard day`,
      evidence: [
        row("hard session", hard.activity.title ?? hard.kind, null),
        row("planned", due.title, null, dateOf(due.day)),
      ],
      remedy: {
        code: "move-hard-session",
        text: "Move it by a day: sprints and jumps belong on fresh legs.",
        retestDays: 1,
      },
    };
  },
  source: ["M64", "M97"],
};
