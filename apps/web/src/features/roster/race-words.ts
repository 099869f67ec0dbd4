import { daysBetween } from "@repo/core/calendar";

/** "Half marathon in 11 weeks", "City 10K, 9 days away"; null without a race. */
export function nextRaceWords(
  race: { on: string | null; name: string | null },
  today: string,
): string | null {
  if (race.on === null) return null;
  const days = daysBetween(today, race.on);
  const name = race.name ?? "Race";
  if (days === 0) return `${name} today`;
  if (days === 1) return `${name} tomorrow`;
  return days < 21 ? `${name}, ${days} days away` : `${name} in ${Math.round(days / 7)} weeks`;
}
