import { type FileSession, readActivityFile } from "@repo/services/files";
import { onlyPositional, readArguments } from "../arguments.ts";
import { type Command, EXIT } from "../command.ts";
import { readInput } from "../input-file.ts";

/** `mesocycle activity FILE`: one activity file in, summary and laps out. */
export const activity: Command = {
  help: `mesocycle activity FILE
  FILE  a .fit, .tcx or .gpx file, also .gz; - reads standard input
Prints JSON: sport, startTime, timeZone, distanceM, timerS, elapsedS, movingS, elevationGainM, avgHr, maxHr, laps,
records (how many), device, warnings; and sessions, one each, for a file that holds several (a triathlon's legs,
chained files). Sums and time-weighted means stand at the top. null means not recorded.
Exit codes: 0 read (warnings say what was wrong), 2 not an activity file.`,
  async run(args, io) {
    const { positionals } = readArguments(args, {});
    const file = readActivityFile(await readInput(onlyPositional(positionals, "FILE")));
    const answer = {
      ...summarise(file.sessions),
      device: file.device,
      warnings: file.warnings,
      sessions: file.sessions.map((session) => summarise([session])),
    };
    io.out(`${JSON.stringify(answer, null, 2)}\n`);
    return EXIT.ok;
  },
};

function summarise(sessions: readonly FileSession[]) {
  const sports = new Set(sessions.map((session) => session.sport));
  const laps = sessions.flatMap((session) => session.laps);
  return {
    sport: sports.size === 1 ? sessions[0]?.sport : "other",
    startTime: sessions[0]?.startTime ?? null,
    timeZone: sessions[0]?.timeZone ?? null,
    distanceM: rounded(
      sum(sessions, (session) => session.distanceM),
      2,
    ),
    timerS: rounded(
      sum(sessions, (session) => session.timerS),
      3,
    ),
    elapsedS: rounded(
      sum(sessions, (session) => session.elapsedS),
      3,
    ),
    movingS: rounded(
      sum(sessions, (session) => session.movingS),
      3,
    ),
    elevationGainM: rounded(
      sum(sessions, (session) => session.elevationGainM),
      1,
    ),
    avgHr: rounded(meanHr(sessions), 1),
    maxHr: maximum(sessions.map((session) => session.maxHr)),
    laps: laps.map((lap, index) => ({ index: index + 1, ...lap })),
    records: sessions.reduce((total, session) => total + session.records, 0),
  };
}

/** The sum of what is recorded; null when no session records it. */
function sum(sessions: readonly FileSession[], of: (session: FileSession) => number | null): number | null {
  const values = sessions.map(of).filter((value): value is number => value !== null);
  return values.length === 0 ? null : values.reduce((a, b) => a + b, 0);
}

function meanHr(sessions: readonly FileSession[]): number | null {
  let [beats, seconds] = [0, 0];
  for (const { avgHr, timerS } of sessions) {
    if (avgHr === null || timerS === null) continue;
    beats += avgHr * timerS;
    seconds += timerS;
  }
  return seconds > 0 ? beats / seconds : null;
}

function maximum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value): value is number => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function rounded(value: number | null, digits: number): number | null {
  return value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits;
}
