import { AppError } from "@repo/core/errors";
import { NO_PACING, pacingOfScore, SCORE_MAX, SCORE_MIN } from "@repo/core/paces";
import { formatWorkout, parseWorkout, resolveWorkout, summariseSteps } from "@repo/core/workouts";
import { writeFitWorkout, writeZwo } from "@repo/services/files";
import { numberOption, onlyPositional, readArguments } from "../arguments.ts";
import { type Command, EXIT, UsageError } from "../command.ts";

const FORMATS = ["json", "text", "fit", "zwo"];

/** `mesocycle workout TEXT`: parses, resolves and exports a workout. */
export const workout: Command = {
  help: `mesocycle workout TEXT [--score SCORE] [--to json|text|fit|zwo] [--title TITLE]
  TEXT           a workout in the text language, such as "8 x 400m @5k, 200m jog"
  --score 47.2   the athlete's Daniels-Gilbert score: resolves named paces to ranges in m/s
  --to           json (default): text, blocks, steps, totals; text: the workout in its canonical form;
                 fit: a FIT workout file; zwo: a ZWO file. FIT is binary: send it to a file.
Exit codes: 0 done, 2 the text or a value cannot be read (line, what was found, what was expected), 64 wrong words.`,
  async run(args, io) {
    const options = { score: { type: "string" }, to: { type: "string" }, title: { type: "string" } } as const;
    const { values, positionals } = readArguments(args, options);
    const format = values.to ?? "json";
    if (!FORMATS.includes(format)) throw new UsageError(`--to "${format}" is none of ${FORMATS.join(", ")}`);
    const score = numberOption("--score", values.score, { low: SCORE_MIN, high: SCORE_MAX });
    const parsed = parseWorkout(onlyPositional(positionals, "TEXT"));
    if (!parsed.ok) {
      const lines = parsed.errors.map(
        (fault) =>
          `line ${fault.line}, column ${fault.column}: found ${fault.found}, expected ${fault.expected}`,
      );
      throw new AppError("INVALID", `The workout cannot be read.\n${lines.join("\n")}`);
    }
    const { blocks } = parsed;
    const pacing = score === null ? NO_PACING : pacingOfScore(score);
    const title = values.title ?? "Workout";
    if (format === "fit") io.outBytes(writeFitWorkout({ title, blocks, pacing, createdAt: io.now }));
    else if (format === "zwo")
      io.out(writeZwo({ title, description: formatWorkout(blocks), blocks, pacing }));
    else if (format === "text") io.out(`${formatWorkout(blocks)}\n`);
    else {
      const steps = resolveWorkout(blocks, pacing);
      io.out(
        `${JSON.stringify({ text: formatWorkout(blocks), blocks, steps, totals: summariseSteps(steps) }, null, 2)}\n`,
      );
    }
    return EXIT.ok;
  },
};
