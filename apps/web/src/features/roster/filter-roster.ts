import { daysBetween } from "@repo/core/calendar";
import type { RouterOutputs } from "#trpc/root.ts";

type Roster = RouterOutputs["roster"]["list"];
type Row = Roster["onPlan"][number];

const SOON_DAYS = 21;
const QUIET_DAYS = 5;

type Choice = { value: string; label: string; who: string; has: (row: Row, today: string) => boolean };

const CHOICES: readonly Choice[] = [
  {
    value: "race-soon",
    label: "Race within three weeks",
    who: "racing within three weeks",
    has: ({ state }, today) => {
      const days = state?.nextRaceOn ? daysBetween(today, state.nextRaceOn) : null;
      return days !== null && days >= 0 && days <= SOON_DAYS;
    },
  },
  {
    value: "quiet",
    label: "Nothing logged for five days",
    who: "who logged nothing for five days",
    has: ({ state }, today) =>
      !state?.lastActivityOn || daysBetween(state.lastActivityOn, today) >= QUIET_DAYS,
  },
  {
    value: "no-season",
    label: "Without a season",
    who: "without a season",
    has: ({ state }) => !(state?.ribbonPhases ?? []).some((phase) => phase !== null),
  },
];
const RACE = "race:";

/** What a roster can be narrowed to: who has what ahead, and who trains for which race. */
export function rosterChoices(roster: Roster): { value: string; label: string }[] {
  const races = new Set(allRows(roster).flatMap(({ state }) => state?.nextRaceName ?? []));
  return [
    ...CHOICES.map(({ value, label }) => ({ value, label })),
    ...[...races].sort().map((name) => ({ value: `${RACE}${name}`, label: `Toward ${name}` })),
  ];
}

/** The athletes that a choice keeps, and how to call them; everybody for a choice that is none. */
export function filterRoster(
  roster: Roster,
  show: string | null,
  today: string,
): { roster: Roster; who: string | null } {
  const choice = CHOICES.find(({ value }) => value === show);
  const race = show?.startsWith(RACE) ? show.slice(RACE.length) : null;
  if (!choice && race === null) return { roster, who: null };
  const keeps = (row: Row) => choice?.has(row, today) ?? row.state?.nextRaceName === race;
  return {
    who: choice?.who ?? `toward ${race}`,
    roster: {
      needs: roster.needs.filter(({ row }) => keeps(row)),
      notes: roster.notes.filter(({ row }) => keeps(row)),
      onPlan: roster.onPlan.filter(keeps),
    },
  };
}

export function allRows({ needs, notes, onPlan }: Roster): Row[] {
  return [...needs.map(({ row }) => row), ...notes.map(({ row }) => row), ...onPlan];
}
