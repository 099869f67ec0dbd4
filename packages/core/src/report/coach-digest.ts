import { daysBetween, type IsoDate } from "@repo/core/calendar";
import type { ProgressState } from "@repo/core/progress";
import type { Race } from "@repo/core/season";
import type { Warning } from "@repo/core/warnings";
import type { AthleteWeek, ReportFact } from "./athlete-week.ts";

/** What the digest is made from: one athlete as the last night left them. */
export type DigestAthlete = {
  athleteId: string;
  name: string;
  warnings: readonly Warning[];
  progress: { state: ProgressState; changePct: number | null };
  recovery: "ready" | "caution" | "rest" | "unknown";
  form: number | null;
  week: AthleteWeek | null;
  races: readonly Race[];
};

export type DigestEntry = {
  athleteId: string;
  name: string;
  /** Higher needs the coach sooner; made of the warnings alone. */
  urgency: number;
  warnings: readonly Warning[];
  /** Opened since the last digest. */
  isNew: boolean;
  facts: ReportFact[];
};

/** Who needs the coach, in order and why; who got better; which races come; how many are fine. */
export type CoachDigest = {
  date: IsoDate;
  needYou: DigestEntry[];
  improving: { athleteId: string; name: string; changePct: number }[];
  races: { athleteId: string; name: string; race: Race; days: number }[];
  fine: number;
  athletes: number;
};

const WEIGHT = { error: 100, warn: 30, info: 8 } as const;
const NEW_DAYS = 1;
const RACE_DAYS = 21;
const TIRED_FORM = -25;

/** The coach's digest of a day as facts, most urgent athlete first; equal urgency in the order of names. */
export function coachDigest(athletes: readonly DigestAthlete[], date: IsoDate): CoachDigest {
  const needYou = athletes
    .filter((athlete) => athlete.warnings.length > 0)
    .map((athlete) => entryOf(athlete, date))
    .sort((a, b) => b.urgency - a.urgency || (a.name < b.name ? -1 : 1));
  const improving = athletes.flatMap(({ athleteId, name, progress }) =>
    progress.state === "improving" && progress.changePct !== null
      ? [{ athleteId, name, changePct: Math.round(progress.changePct * 10) / 10 }]
      : [],
  );
  const races = athletes
    .flatMap(({ athleteId, name, races: own }) =>
      own.map((race) => ({ athleteId, name, race, days: daysBetween(date, race.date) })),
    )
    .filter(({ days }) => days >= 0 && days <= RACE_DAYS)
    .sort((a, b) => a.days - b.days || (a.name < b.name ? -1 : 1));
  return {
    date,
    needYou,
    improving,
    races,
    fine: athletes.length - needYou.length,
    athletes: athletes.length,
  };
}

function entryOf(athlete: DigestAthlete, date: IsoDate): DigestEntry {
  const { athleteId, name, warnings } = athlete;
  const isNew = warnings.some((warning) => daysBetween(warning.since, date) <= NEW_DAYS);
  const weight = warnings.reduce((sum, warning) => sum + WEIGHT[warning.severity], 0);
  return { athleteId, name, urgency: weight + (isNew ? 5 : 0), warnings, isNew, facts: factsOf(athlete) };
}

function factsOf({ week, recovery, form }: DigestAthlete): ReportFact[] {
  const facts = [...(week?.facts ?? [])];
  if (recovery === "rest") facts.push({ code: "recovery-rest", values: {} });
  if (recovery === "caution") facts.push({ code: "recovery-caution", values: {} });
  if (form !== null && form <= TIRED_FORM)
    facts.push({ code: "form-low", values: { form: Math.round(form) } });
  return facts;
}
