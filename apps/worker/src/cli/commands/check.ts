import { checkSeason, proveFixes, readTexts } from "@repo/core/rules";
import { readSeason } from "@repo/core/season";
import { onlyPositional, readArguments } from "../arguments.ts";
import { type Command, EXIT } from "../command.ts";
import { readJson } from "../input-file.ts";

/** `mesocycle check SEASON.json`: the findings for a season somebody else wrote or changed. */
export const check: Command = {
  help: `mesocycle check SEASON.json
  SEASON.json  a mesocycle/season, version 1; - reads standard input
Prints the findings as a JSON array: rule, severity, title, dates, evidence, fix, source. A text that cannot be read
is one of them (text-unreadable), and so are steps that are not those of their text (steps-differ).
Exit codes: 0 checked (also with findings), 2 the season cannot be used (each fault with its path).`,
  async run(args, io) {
    const { positionals } = readArguments(args, {});
    const { season, findings } = readTexts(
      readSeason(await readJson(onlyPositional(positionals, "SEASON.json"))),
    );
    const checked = proveFixes(season, checkSeason(season));
    io.out(`${JSON.stringify([...findings, ...checked], null, 2)}\n`);
    for (const { title } of findings) io.err(`${title}\n`);
    return EXIT.ok;
  },
};
