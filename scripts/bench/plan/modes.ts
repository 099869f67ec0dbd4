import { checkSeason, recheck } from "../../../packages/core/src/rules/index.ts";
import { applyFix, buildSeason, type Season } from "../../../packages/core/src/season/index.ts";
import { TWO_YEARS, YEAR } from "./requests.ts";

/** What is measured, each in a process of its own. */
export const MODES = ["whole", "check", "checkLong", "cold", "again", "moved"] as const;
export type Mode = (typeof MODES)[number];

/** One mode: what a call needs beforehand, not counted, and the call. */
type Work = { prepare: () => unknown; call: (prepared: never) => unknown };

function work<T>(prepare: () => T, call: (prepared: T) => unknown): Work {
  return { prepare, call };
}

/** A workout of week 20 to the week's last day: a season nobody has looked at, that shares all other weeks. */
function moveOf(season: Season) {
  const week = season.weeks[20];
  const [first, last] = [week?.workouts[0], week?.workouts.at(-1)];
  if (!first?.id || !last) throw new Error("the season has no week 20 to move a workout in");
  const [id, from, to] = [first.id, first.date, last.date];
  return { days: [from, to], apply: () => applyFix(season, { kind: "move", id, from, to }) };
}

/** The work of a mode. */
export function workOf(mode: Mode): Work {
  const season = buildSeason(YEAR);
  const text = JSON.stringify(season);
  const found = checkSeason(season);
  const move = moveOf(season);
  const none = () => null;
  switch (mode) {
    case "whole":
      return work(none, () => checkSeason(buildSeason(YEAR)));
    case "check":
      return work(none, () => checkSeason(season));
    case "checkLong": {
      const long = buildSeason(TWO_YEARS);
      return work(none, () => checkSeason(long));
    }
    case "cold":
      return work(
        () => JSON.parse(text) as Season,
        (copy) => checkSeason(copy),
      );
    case "again":
      return work(move.apply, (moved) => recheck(moved, found, move.days));
    case "moved":
      return work(move.apply, (moved) => checkSeason(moved));
  }
}
