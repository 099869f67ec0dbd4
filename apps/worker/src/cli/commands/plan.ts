import { checkSeason, proveFixes } from "@repo/core/rules";
import { buildSeason, readSeasonRequest } from "@repo/core/season";
import { onlyPositional, readArguments } from "../arguments.ts";
import { type Command, EXIT } from "../command.ts";
import { readJson } from "../input-file.ts";

/** `mesocycle plan REQUEST.json`: a season request in, a season with its findings out. */
export const plan: Command = {
  help: `mesocycle plan REQUEST.json
  REQUEST.json  a mesocycle/season-request, version 1; - reads standard input
Prints a mesocycle/season: phases, weeks, workouts with their steps in m/s, findings, and notHonoured: what of the
request could not be met and why. The same request always gives the same season.
Exit codes: 0 built, 2 the request cannot be used (each fault with its path, what was found, what was expected).`,
  async run(args, io) {
    const { positionals } = readArguments(args, {});
    const request = readSeasonRequest(await readJson(onlyPositional(positionals, "REQUEST.json")));
    const season = buildSeason(request);
    io.out(`${JSON.stringify({ ...season, findings: proveFixes(season, checkSeason(season)) })}\n`);
    return EXIT.ok;
  },
};
