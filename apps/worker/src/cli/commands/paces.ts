import { describePaces } from "@repo/core/zones";
import { readArguments } from "../arguments.ts";
import { type Command, EXIT, UsageError } from "../command.ts";

/** `mesocycle paces`: the score of a result, and what follows from it. */
export const paces: Command = {
  help: `mesocycle paces --result METRES:SECONDS | --score SCORE
  --result 5000:1262  a race or time trial; seconds may also be written 21:02 or 1:31:35
  --score 47.2        a Daniels-Gilbert score
Prints JSON: score, from, equivalents, trainingPaces, zones. null means that it cannot be known.
Exit codes: 0 answered, 64 wrong words.`,
  async run(args, io) {
    const { values, positionals } = readArguments(args, {
      result: { type: "string" },
      score: { type: "string" },
    });
    if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" was not expected`);
    if ((values.result === undefined) === (values.score === undefined)) {
      throw new UsageError("give either --result METRES:SECONDS or --score SCORE");
    }
    const from =
      values.result === undefined ? { score: readScore(values.score ?? "") } : readResult(values.result);
    io.out(`${JSON.stringify(describePaces(from), null, 2)}\n`);
    return EXIT.ok;
  },
};

function readScore(text: string): number {
  const score = Number(text);
  if (text.trim() === "" || !Number.isFinite(score)) throw new UsageError(`--score "${text}" is no number`);
  return score;
}

function readResult(text: string): { distanceM: number; timeS: number } {
  const match = /^(\d+(?:\.\d+)?):(?:(?:(\d+):)?(\d{1,2}):)?(\d+(?:\.\d+)?)$/.exec(text.trim());
  if (!match)
    throw new UsageError(`--result "${text}" is not METRES:SECONDS, such as 5000:1262 or 5000:21:02`);
  const [, metres, hours = "0", minutes = "0", seconds] = match;
  return { distanceM: Number(metres), timeS: Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds) };
}
