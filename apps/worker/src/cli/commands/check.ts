import { checkSeason, proveFixes } from "@repo/core/rules";
import { readSeason } from "@repo/core/season";
import { onlyPositional, readArguments } from "../arguments.ts";
import { type Command, EXIT } from "../command.ts";
import { readJson } from "../input-file.ts";

/** `mesocycle check SEASON.json`: the findings for a season somebody else wrote or changed. */
export const check: Command = {
  help: `mesocycle check SEASON.json
  SEASON.json  a mesocycle/season, version 1; - reads standard input
Prints the findings as a JSON array: rule, severity, title, dates, evidence, fix, source.
Exit codes: 0 checked (also with findings), 2 the season cannot be used (each fault with its path).`,
  async run(args, io) {
    const { positionals } = readArguments(args, {});
    const season = readSeason(await readJson(onlyPositional(positionals, "SEASON.json")));
    io.out(`${JSON.stringify(proveFixes(season, checkSeason(season)), null, 2)}\n`);
    return EXIT.ok;
  },
};
