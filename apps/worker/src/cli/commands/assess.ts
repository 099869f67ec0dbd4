import { assess as assessHistory } from "@repo/core/assessment";
import { isIsoDate } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { readHistory } from "@repo/core/history";
import { onlyPositional, readArguments } from "../arguments.ts";
import { type Command, EXIT } from "../command.ts";
import { readJson } from "../input-file.ts";

/** `mesocycle assess FILE.json`: an athlete's history in, the assessment out. */
export const assess: Command = {
  help: `mesocycle assess FILE.json [--as-of DATE]
  FILE.json     a mesocycle/athlete-history, version 1; - reads standard input
  --as-of DATE  judge as of this day (YYYY-MM-DD) from that day and earlier alone; without it, as of the last entry
Prints JSON: asOf, days, intensity, recovery, progress (state, interval, causes), warnings. null means not known.
Exit codes: 0 assessed, 2 the file cannot be used (each fault with its path, what was found, what was expected).`,
  async run(args, io) {
    const { values, positionals } = readArguments(args, { "as-of": { type: "string" } });
    const asOf = values["as-of"];
    if (asOf !== undefined && !isIsoDate(asOf))
      throw new AppError(
        "INVALID",
        `--as-of: found ${JSON.stringify(asOf)}, expected a day written YYYY-MM-DD.`,
      );
    const history = readHistory(await readJson(onlyPositional(positionals, "FILE.json")));
    io.out(`${JSON.stringify(assessHistory(history, asOf))}\n`);
    return EXIT.ok;
  },
};
