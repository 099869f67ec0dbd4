import { AppError } from "@repo/core/errors";
import { describeEfforts, parseResult, SCORE_MAX, SCORE_MIN } from "@repo/core/paces";
import { describePaces, estimateMaxHr } from "@repo/core/zones";
import { numberOption, readArguments } from "../arguments.ts";
import { type Command, EXIT, UsageError } from "../command.ts";

const OPTIONS = {
  result: { type: "string", multiple: true },
  score: { type: "string" },
  "max-hr": { type: "string" },
  "resting-hr": { type: "string" },
  "threshold-hr": { type: "string" },
  age: { type: "string" },
  "top-speed": { type: "string" },
  goal: { type: "string" },
} as const;

const SCORES = { low: SCORE_MIN, high: SCORE_MAX };

/** `mesocycle paces`: the score of a result, and what follows from it. */
export const paces: Command = {
  help: `mesocycle paces --result DISTANCE:TIME [--result ...] | --score SCORE
  --result 5000:1262   a race or time trial: 5000, 5k, 3.1mi, mile, half or marathon; 1262, 21:02 or 3:10:49.
                       The first gives the score; two or more also give critical speed and an own exponent
  --score 47.2         a Daniels-Gilbert score
  --max-hr, --resting-hr, --threshold-hr BPM   also zones of heart rate, each scheme by itself
  --age YEARS          also an estimate of the maximum heart rate, with its error
  --top-speed M/S      also the speed reserve, and the share of it that races use
  --goal 5k:20:00      also how far a goal lies from today: paces stay those of today
Prints JSON: score, from, equivalents, trainingPaces, zones. null or notKnown means that it cannot be known.
Exit codes: 0 answered, 2 a value that cannot be used (what was found, what was expected), 64 wrong words.`,
  async run(args, io) {
    const { values, positionals } = readArguments(args, OPTIONS);
    if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" was not expected`);
    if ((values.result === undefined) === (values.score === undefined)) {
      throw new UsageError("give either --result DISTANCE:TIME or --score SCORE");
    }
    const efforts = (values.result ?? []).map(parseResult);
    const from = efforts[0] ?? { score: numberOption("--score", values.score, SCORES) ?? Number.NaN };
    const described = describePaces(from, heartOf(values));
    const answer = {
      ...described,
      ...describeEfforts({
        score: described.score,
        efforts,
        topSpeedMps: numberOption("--top-speed", values["top-speed"], { low: 2, high: 12.5 }),
        goal: values.goal === undefined ? null : parseResult(values.goal),
      }),
      ...maxHrByAge(numberOption("--age", values.age, { low: 10, high: 90 })),
    };
    io.out(`${JSON.stringify(answer, null, 2)}\n`);
    if (efforts[0] && !isInRange(efforts[0])) io.err(`${OUT_OF_RANGE}\n`);
    return EXIT.ok;
  },
};

/** What the equations were made for (daniels-2014): metres, and seconds. */
const RANGE = { metres: [1_500, 42_195], seconds: [210, 21_600] } as const;
const OUT_OF_RANGE =
  "The result lies outside 1500 m to the marathon or 3.5 min to 6 h, for which the equations were made: the score is a guess.";

function isInRange({ distanceM, timeS }: { distanceM: number; timeS: number }): boolean {
  const lies = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high;
  return lies(distanceM, RANGE.metres) && lies(timeS, RANGE.seconds);
}

function heartOf(values: Partial<Record<"max-hr" | "resting-hr" | "threshold-hr", string>>) {
  const maxHr = numberOption("--max-hr", values["max-hr"], { low: 100, high: 240 });
  const restingHr = numberOption("--resting-hr", values["resting-hr"], { low: 25, high: 120 });
  const thresholdHr = numberOption("--threshold-hr", values["threshold-hr"], { low: 80, high: 230 });
  for (const [name, value] of Object.entries({ "resting-hr": restingHr, "threshold-hr": thresholdHr })) {
    if (maxHr === null || value === null || value < maxHr) continue;
    throw new AppError("INVALID", `--${name}: found ${value}, expected less than the maximum ${maxHr}.`);
  }
  return { maxHr, restingHr, thresholdHr };
}

function maxHrByAge(age: number | null) {
  if (age === null) return {};
  const estimate = estimateMaxHr(age);
  return { maxHrEstimate: estimate.known ? estimate.value : { notKnown: estimate.reason } };
}
