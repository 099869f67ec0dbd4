import type { UnitSystem } from "@repo/core/units";
import { shortDay } from "#components/day-words.ts";
import { distanceWords } from "#components/distance-words.ts";
import type { AthleteRow, Sort } from "./athlete-rows.ts";

type Column = {
  sort: Exclude<Sort, "name">;
  label: string;
  numeric?: boolean;
  textOf: (row: AthleteRow, units: UnitSystem) => string;
};

/** What can be shown of an athlete beside the name; in this order. */
export const COLUMNS: readonly Column[] = [
  { sort: "needs", label: "Open", numeric: true, textOf: ({ needs }) => (needs === 0 ? "" : String(needs)) },
  { sort: "form", label: "Form", numeric: true, textOf: ({ form }) => signed(form) },
  { sort: "fitness", label: "Fitness", numeric: true, textOf: ({ fitness }) => whole(fitness) },
  { sort: "fatigue", label: "Fatigue", numeric: true, textOf: ({ fatigue }) => whole(fatigue) },
  {
    sort: "weekKm",
    label: "Last 7 days",
    numeric: true,
    textOf: ({ weekKm }, units) => (weekKm === null ? "–" : distanceWords(weekKm, units)),
  },
  { sort: "lastOn", label: "Last logged", textOf: ({ lastOn }) => (lastOn ? shortDay(lastOn) : "–") },
  {
    sort: "raceOn",
    label: "Next race",
    textOf: ({ raceOn, raceName }) =>
      raceOn ? `${shortDay(raceOn)}${raceName ? `, ${raceName}` : ""}` : "–",
  },
  {
    sort: "squadNames",
    label: "Squads",
    textOf: ({ squadNames }) => squadNames ?? "–",
  },
];

/** Shown as long as nobody chooses: those that fit a laptop. */
export const FIRST_COLUMNS = ["needs", "form", "fitness", "weekKm", "lastOn", "raceOn"] as const;

function whole(value: number | null): string {
  return value === null ? "–" : String(Math.round(value));
}

function signed(value: number | null): string {
  if (value === null) return "–";
  const rounded = Math.round(value);
  return rounded < 0 ? `−${-rounded}` : rounded > 0 ? `+${rounded}` : "0";
}
