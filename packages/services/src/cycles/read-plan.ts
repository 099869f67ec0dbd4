import { daysBetween, type IsoDate } from "@repo/core/calendar";
import { type Cycle, type PlanRemark, placeCycle, planAsCycle } from "@repo/core/cycles";
import { NO_PACING } from "@repo/core/paces";
import { checkSeason } from "@repo/core/rules";
import { readPlanFile } from "@repo/services/files";
import type { z } from "zod";
import type { ReadPlanInput } from "./cycle-inputs.ts";
import { type CycleOutline, outlineOf } from "./cycle-outline.ts";

/** A Monday to check the plan from; a cycle has no dates. */
const FIRST: IsoDate = "2024-01-01";
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const NAME_LENGTH = 120;

/** A plan that was brought in, before it is kept: what it holds, what the rules say, what was not understood. */
export type BroughtPlan = {
  name: string;
  outline: CycleOutline;
  /** Kilometres of the whole plan as its author states them; null: not stated. */
  km: number | null;
  content: Cycle;
  findings: { rule: string; severity: string; title: string; week: number | null }[];
  remarks: PlanRemark[];
};

/**
 * Reads a published plan from the text of its file. The rules judge it for an athlete of middling level without
 * a history, who runs what its first week asks for. Nothing is stored.
 *
 * @throws AppError INVALID with a sentence that names the fault and the fix
 */
export function readPlan({ text }: z.output<typeof ReadPlanInput>): BroughtPlan {
  const plan = readPlanFile(text);
  const { cycle, remarks } = planAsCycle(plan);
  const stated = cycle.weeks.flatMap(({ targetKm }) => (targetKm === null ? [] : [targetKm]));
  return {
    name: plan.name.slice(0, NAME_LENGTH),
    outline: outlineOf(cycle),
    km: stated.length === 0 ? null : Math.round(stated.reduce((sum, km) => sum + km, 0) * 10) / 10,
    content: cycle,
    findings: findingsOf(cycle),
    remarks,
  };
}

function findingsOf(cycle: Cycle): BroughtPlan["findings"] {
  const { season } = placeCycle(
    cycle,
    { kind: "start", date: FIRST },
    {
      pacing: NO_PACING,
      level: null,
      runsPerWeek: null,
      currentWeeklyKm: 0,
      longestRunLast30DaysKm: null,
      unavailable: [],
      blackout: [],
      injuryHistory: [],
    },
  );
  const [first] = season.weeks;
  const firstM = first?.workouts.reduce((sum, { distanceM }) => sum + (distanceM ?? 0), 0) ?? 0;
  const request = season.request && {
    ...season.request,
    currentWeeklyKm: first?.targetKm ?? firstM / 1_000,
  };
  return checkSeason({ ...season, request }, { today: FIRST, pacing: NO_PACING })
    .filter(({ severity }) => severity !== "info")
    .map(({ rule, severity, title, dates }) => ({
      rule,
      severity,
      title: title
        .replaceAll(/\bthe week of (\d{4}-\d{2}-\d{2})/g, (_all, date: IsoDate) => `week ${weekOf(date)}`)
        .replaceAll(/\d{4}-\d{2}-\d{2}/g, dayWords),
      week: dates[0] ? weekOf(dates[0]) : null,
    }));
}

function weekOf(date: IsoDate): number {
  return Math.floor(daysBetween(FIRST, date) / 7) + 1;
}

function dayWords(date: IsoDate): string {
  const day = ((daysBetween(FIRST, date) % 7) + 7) % 7;
  return `${DAYS[day]} of week ${weekOf(date)}`;
}
