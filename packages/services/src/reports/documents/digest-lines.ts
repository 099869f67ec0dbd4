import { inUnits, type UnitSystem } from "@repo/core/units";
import type { DigestContent } from "../digest-content.ts";
import { longDay } from "./reader-words.ts";

/** More is not read in a morning. */
const MOST_TRENDS = 10;

/** A morning on which nobody needs the coach still says what was done. */
export function quietLine({ needs, athletes, yesterday }: DigestContent): string | null {
  if (needs.length > 0 || athletes === 0) return null;
  const sum = (of: (row: (typeof yesterday)[number]) => number) =>
    yesterday.reduce((total, row) => total + of(row), 0);
  const [planned, done, missed] = [
    sum((row) => row.planned),
    sum((row) => row.done),
    sum((row) => row.missed),
  ];
  const ran = yesterday.filter((row) => row.planned === 0).length;
  const sentences = [
    planned === 0
      ? "Nothing was planned for yesterday."
      : done === planned
        ? `${planned === 1 ? "The one workout" : `All ${planned} workouts`} planned for yesterday ${planned === 1 ? "was" : "were"} done.`
        : `Of ${planned} workouts planned for yesterday ${done} ${done === 1 ? "was" : "were"} done${missed > 0 ? ` and ${missed} not logged` : ""}.`,
    ...(ran > 0 ? [`${ran} ${ran === 1 ? "athlete" : "athletes"} trained without a plan.`] : []),
  ];
  return sentences.join(" ");
}

/** Today's hard sessions by name, the rest by number; on a day without any plan, when it goes on. */
export function comingLines({ coming, date, athletes }: DigestContent, units: UnitSystem): string[] {
  if (coming === undefined || athletes === 0) return [];
  if (coming === null) return ["Nothing is planned for today or the seven days after it."];
  if (coming.date !== date) {
    const count = coming.athletes.length;
    const who = count === 1 ? coming.athletes[0]?.name : `${count} athletes`;
    return [`Nobody has a workout planned today. Next: ${longDay(coming.date)}, ${who}.`];
  }
  const hard = coming.athletes.flatMap(({ name, workouts }) => {
    const titles = workouts.filter((workout) => workout.hard).map(({ title }) => inUnits(title, units));
    return titles.length === 0 ? [] : [`${name}: ${titles.join("; ")}`];
  });
  const easy = coming.athletes.length - hard.length;
  const others = `${easy} ${easy === 1 ? "athlete has" : "athletes have"} nothing hard planned`;
  return [
    ...(hard.length === 0 ? ["No hard session is planned."] : hard),
    ...(easy > 0 ? [hard.length === 0 ? `${others}.` : `${others} beside these.`] : []),
  ];
}

/** The largest trends, declines first, each with its interval and what it rests on; and how many are left out. */
export function trendLines({ trends = [] }: DigestContent) {
  const largest = [...trends]
    .sort((a, b) => Math.abs(b.changePct) - Math.abs(a.changePct))
    .slice(0, MOST_TRENDS);
  const lines = trends
    .filter((trend) => largest.includes(trend))
    .map(({ athleteId, name, changePct, interval: [low, high], n }) => ({
      athleteId,
      name,
      change: percent(changePct),
      between: `${percent(low)} and ${percent(high)}`,
      efforts: n,
    }));
  const left = trends.length - lines.length;
  const note = left === 0 ? null : `${left} more ${left === 1 ? "is" : "are"} smaller than these.`;
  return { lines, note };
}

function percent(value: number): string {
  const sign = value > 0 ? "+" : value < 0 ? "−" : "";
  // In a narrow column it breaks between the numbers, not within them.
  return `${sign}${Math.abs(value).toFixed(1)}\u00a0%`;
}
