import type { Progress } from "@repo/core/assessment";
import { dayLabel } from "@repo/ui/charts";
import { progressWords } from "#words/progress.ts";
import { wordOf } from "#words/training.ts";
import type { ProgressData } from "./progress-view.tsx";

export type Verdict = { title: string; sentence: string; progress: Progress | null };

/** The night's verdict in words, with its interval, or why there is none yet. */
export function verdictOf({ assessment, standing }: Pick<ProgressData, "assessment" | "standing">): Verdict {
  const progress = (assessment?.progress ?? null) as Progress | null;
  if (!progress) {
    const sentence = standing.lastActivityOn
      ? "The first night has not been judged yet; that takes a minute."
      : "Log a session or import what you have: everything here is made from it.";
    return { title: "Progress", sentence, progress: null };
  }
  return { title: wordOf(progressWords, progress.state), sentence: sentenceOf(progress), progress };
}

function sentenceOf({ changePct, interval, windowDays, n, since, state }: Progress): string {
  if (changePct === null && n === 0) {
    return "It takes races, time trials or the same kind of run again and again; none is there lately.";
  }
  if (changePct === null || interval === null) {
    return `It takes races, time trials or the same kind of run again and again; ${n} ${n === 1 ? "is" : "are"} there in ${windowDays} days.`;
  }
  const from =
    since && (state === "plateau" || state === "declining")
      ? ` Since about ${dayLabel(since, undefined, true)}.`
      : "";
  return `Speed ${signed(changePct)} % in 12 weeks, with 90 % certainty between ${signed(interval[0])} and ${signed(interval[1])} %, from ${n} efforts in ${windowDays} days.${from}`;
}

function signed(value: number): string {
  const text = Math.abs(value).toFixed(1);
  return value < 0 ? `−${text}` : `+${text}`;
}
