import { between, row, type TrainingLog } from "@repo/core/progress";
import type { WarningRule } from "./warning-context.ts";

/** Results from which a distance may name the verdict. */
const MIN_RACES = 3;

/** Where so little training is known that no cause can be named. */
const LOG_TRAINING = {
  code: "log-training",
  text: "Too few runs are logged to tell why: log what is run between the results, then test again.",
};

/** Performance stands still or falls: with the likeliest cause and its remedy. */
export const plateau: WarningRule = {
  kind: "plateau",
  judge({ progress, log, day }) {
    const { state, since, changePct, interval, causes } = progress;
    if (!progress.firm) return null;
    if (state !== "plateau" && state !== "possible-plateau" && state !== "declining") return null;
    const cause = causes[0];
    const change = Math.round((changePct ?? 0) * 10) / 10;
    const [low, high] = interval ?? [0, 0];
    const evidence = [
      row("change of speed in 12 weeks", changePct, "%", 2),
      row("90 % interval", `${low.toFixed(1)} to ${high.toFixed(1)}`, "%"),
      row("results, workouts and weeks compared", progress.n, "points"),
    ];
    if (since) evidence.push(row("level since", since, null));
    const raced = racedKm(log, day - progress.windowDays, day);
    if (raced !== null) evidence.push(row("distance raced", raced, "km"));
    for (const each of causes.slice(0, 3))
      evidence.push(row(`cause: ${inWords(each.cause)}`, Math.round(each.strength * 100), "%"));
    // What speaks for the likeliest one, first of all.
    evidence.push(...(cause?.evidence.slice(0, 1) ?? []));
    const { code, text } = cause?.remedy ?? LOG_TRAINING;
    const verdict = {
      plateau: "No progress",
      "possible-plateau": "Probably no progress",
      declining: progress.series.some((each) => each.kind === "results")
        ? "Results are falling"
        : "Getting slower",
    };
    return {
      severity: state === "possible-plateau" ? "info" : "warn",
      title: `${progress.reason === "small-decline" ? verdict.plateau : verdict[state]}: ${change > 0 ? "+" : change < 0 ? "−" : ""}${Math.abs(change)} % of speed in 12 weeks${cause ? `, likeliest cause: ${inWords(cause.cause)}` : ""}`,
      cause: cause?.cause ?? null,
      evidence,
      remedy: { code, text, retestDays: 42 },
    };
  },
  source: ["M123", "sen-1968", "hopkins-hewson-2001"],
};

/** Kilometres of every result of the window where all were the same distance; null where they were not. */
function racedKm(log: TrainingLog, from: number, to: number): number | null {
  const raced = between(log.results, from, to).map(({ result }) => Math.round(result.distanceM / 100) / 10);
  const [first] = raced;
  return first !== undefined && raced.length >= MIN_RACES && raced.every((km) => km === first) ? first : null;
}

function inWords(cause: string): string {
  return cause.replaceAll("-", " ");
}
