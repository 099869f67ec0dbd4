import { AppError } from "@repo/core/errors";
import { type Conditions, NO_PACING, pacingOfScore, SCORE_MAX, SCORE_MIN } from "@repo/core/paces";
import {
  adjustSteps,
  type Block,
  formatWorkout,
  parseWorkout,
  resolveWorkout,
  summariseSteps,
} from "@repo/core/workouts";
import { readWorkoutFile, writeFitWorkout, writeTcxWorkout, writeZwo } from "@repo/services/files";
import { numberOption, onlyPositional, readArguments } from "../arguments.ts";
import { type Command, type CommandIo, EXIT, UsageError } from "../command.ts";
import { readInput } from "../input-file.ts";

const FORMATS = ["json", "text", "fit", "tcx", "zwo"];

const OPTIONS = {
  file: { type: "string" },
  score: { type: "string" },
  to: { type: "string" },
  title: { type: "string" },
  temperature: { type: "string" },
  humidity: { type: "string" },
  altitude: { type: "string" },
  wind: { type: "string" },
  climb: { type: "string" },
} as const;

/** `mesocycle workout TEXT`: parses, resolves and exports a workout. */
export const workout: Command = {
  help: `mesocycle workout TEXT | --file FILE [--score SCORE] [--to json|text|fit|tcx|zwo] [--title TITLE]
  TEXT           a workout in the text language, such as "8 x 400m @5k, 200m jog"
  --file FILE    a workout of another program instead: FIT, TCX or ZWO, also .gz; - reads standard input.
                 What is no running (power, calories) is named on standard error and kept as a note
  --score 47.2   the athlete's Daniels-Gilbert score: resolves named paces to ranges in m/s
  --temperature °C, --humidity %, --altitude M, --wind M/S, --climb M/KM
                 the day: ranges in JSON become slower and wider, and slowing says why
  --to           json (default): text, blocks, steps, totals; text: the workout in its canonical form;
                 fit: a FIT workout file; tcx, zwo: a TCX or ZWO file. FIT is binary: send it to a file.
Exit codes: 0 done, 2 the text or a value cannot be read (line, what was found, what was expected), 64 wrong words.`,
  async run(args, io) {
    const { values, positionals } = readArguments(args, OPTIONS);
    const format = values.to ?? "json";
    if (!FORMATS.includes(format)) throw new UsageError(`--to "${format}" is none of ${FORMATS.join(", ")}`);
    const score = numberOption("--score", values.score, { low: SCORE_MIN, high: SCORE_MAX });
    const { blocks, title: named } =
      values.file === undefined
        ? fromText(onlyPositional(positionals, "TEXT"))
        : await fromFile(values.file, positionals, io);
    const pacing = score === null ? NO_PACING : pacingOfScore(score);
    const title = values.title ?? named ?? "Workout";
    if (format === "fit") io.outBytes(writeFitWorkout({ title, blocks, pacing, createdAt: io.now }));
    else if (format === "zwo" || format === "tcx") {
      const write = format === "zwo" ? writeZwo : writeTcxWorkout;
      io.out(write({ title, description: formatWorkout(blocks), blocks, pacing }));
    } else if (format === "text") io.out(`${formatWorkout(blocks)}\n`);
    else {
      const day = adjustSteps(resolveWorkout(blocks, pacing), conditionsOf(values));
      const { steps, slowing, advice } = day;
      io.out(
        `${JSON.stringify({ text: formatWorkout(blocks), blocks, steps, totals: summariseSteps(steps), slowing, advice }, null, 2)}\n`,
      );
    }
    return EXIT.ok;
  },
};

function conditionsOf(values: Partial<Record<string, string | boolean>>): Conditions {
  const of = (name: string, low: number, high: number) => {
    const text = values[name];
    return numberOption(`--${name}`, typeof text === "string" ? text : undefined, { low, high });
  };
  return {
    temperatureC: of("temperature", -40, 60),
    relativeHumidityPct: of("humidity", 0, 100),
    altitudeM: of("altitude", -400, 6_000),
    windMps: of("wind", 0, 40),
    climbMPerKm: of("climb", 0, 400),
  };
}

type Read = { blocks: Block[]; title: string | null };

function fromText(text: string): Read {
  const parsed = parseWorkout(text);
  if (parsed.ok) return { blocks: parsed.blocks, title: parsed.title ?? null };
  const lines = parsed.errors.map(
    (fault) => `line ${fault.line}, column ${fault.column}: found ${fault.found}, expected ${fault.expected}`,
  );
  throw new AppError("INVALID", `The workout cannot be read.\n${lines.join("\n")}`);
}

async function fromFile(path: string, positionals: readonly string[], io: CommandIo): Promise<Read> {
  if (positionals.length > 0) throw new UsageError("give either TEXT or --file FILE");
  const { blocks, title, warnings } = readWorkoutFile(await readInput(path));
  for (const warning of warnings) io.err(`${warning.text}\n`);
  return { blocks, title };
}
