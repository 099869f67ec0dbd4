import { daysBetween, type IsoDate } from "@repo/core/calendar";
import type { ProgressVerdict } from "@repo/core/progress";
import type { RecoveryState } from "@repo/core/recovery";
import type { Race } from "@repo/core/season";
import type { Warning } from "@repo/core/warnings";
import type { AthleteWeek } from "./athlete-week.ts";
import { planKept, type ReportDay } from "./planned-days.ts";
import { fact, type ReportFact, rounded } from "./report-fact.ts";

type Trend = Pick<ProgressVerdict, "state" | "changePct" | "interval" | "n" | "windowDays">;

/** What the digest is made from: one athlete as the last night left them. */
export type DigestAthlete = {
  athleteId: string;
  name: string;
  warnings: readonly Warning[];
  progress: Trend;
  recovery: RecoveryState;
  form: number | null;
  week: AthleteWeek | null;
  /** The day before the digest; null where it was not looked at. */
  yesterday: ReportDay | null;
  /** The last day with any entry; null for never. */
  lastEntryOn: IsoDate | null;
  races: readonly Race[];
};

type Who = { athleteId: string; name: string };

export type DigestEntry = Who & {
  /** Higher needs the coach sooner; made of the warnings alone. */
  urgency: number;
  warnings: readonly Warning[];
  /** Opened since the last digest. */
  isNew: boolean;
  facts: ReportFact[];
};

/** Yesterday done against planned; a day with neither is left out. */
export type DigestYesterday = Who & { day: ReportDay; planned: number; done: number; missed: number };

/** A trend as far as it can be told, with what it rests on. */
export type DigestTrend = Who & Trend;

/** Who needs the coach, in order and why; yesterday; trends; races; who is silent; how many are fine. */
export type CoachDigest = {
  date: IsoDate;
  needYou: DigestEntry[];
  yesterday: DigestYesterday[];
  /** Trends that say something: up, level or down. */
  trends: DigestTrend[];
  races: (Who & { race: Race; days: number })[];
  /** Nothing was heard of them for days; null: never. */
  silent: (Who & { days: number | null })[];
  fine: number;
  athletes: number;
};

const WEIGHT = { error: 100, warn: 30, info: 8 } as const;
const NEW_WEIGHT = 5;
const NEW_DAYS = 1;
const RACE_DAYS = 21;
const SILENT_DAYS = 5;
const TIRED_FORM = -25;
const SAYS_SOMETHING: readonly string[] = ["improving", "plateau", "possible-plateau", "declining"];

/** The coach's digest of a day as facts, most urgent athlete first; equal urgency in the order of names. */
export function coachDigest(athletes: readonly DigestAthlete[], date: IsoDate): CoachDigest {
  const sorted = [...athletes].sort(byName);
  const needYou = sorted
    .filter((athlete) => athlete.warnings.length > 0)
    .map((athlete) => entryOf(athlete, date))
    .sort((a, b) => b.urgency - a.urgency || byName(a, b));
  return {
    date,
    needYou,
    yesterday: sorted.flatMap(yesterdayOf),
    trends: sorted.flatMap(trendOf),
    races: sorted
      .flatMap((athlete) =>
        athlete.races.map((race) => ({ ...whoOf(athlete), race, days: daysBetween(date, race.date) })),
      )
      .filter(({ days }) => days >= 0 && days <= RACE_DAYS)
      .sort((a, b) => a.days - b.days || byName(a, b)),
    silent: sorted.flatMap((athlete) => silentOf(athlete, date)),
    fine: athletes.length - needYou.length,
    athletes: athletes.length,
  };
}

function whoOf({ athleteId, name }: Who): Who {
  return { athleteId, name };
}

function byName(a: Who, b: Who): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.athleteId < b.athleteId ? -1 : 1;
}

function entryOf(athlete: DigestAthlete, date: IsoDate): DigestEntry {
  const { warnings } = athlete;
  const isNew = warnings.some((warning) => daysBetween(warning.since, date) <= NEW_DAYS);
  const weight = warnings.reduce((sum, warning) => sum + WEIGHT[warning.severity], 0);
  return {
    ...whoOf(athlete),
    urgency: weight + (isNew ? NEW_WEIGHT : 0),
    warnings,
    isNew,
    facts: factsOf(athlete),
  };
}

function yesterdayOf(athlete: DigestAthlete): DigestYesterday[] {
  const day = athlete.yesterday;
  if (!day || day.entries.length === 0) return [];
  const { planned, done, missed } = planKept([day]);
  return [{ ...whoOf(athlete), day, planned, done, missed }];
}

function trendOf(athlete: DigestAthlete): DigestTrend[] {
  const { state, changePct, interval, n, windowDays } = athlete.progress;
  if (!SAYS_SOMETHING.includes(state) || changePct === null) return [];
  const [low, high] = interval ?? [null, null];
  const shown =
    low === null || high === null ? null : ([rounded(low, 1), rounded(high, 1)] as [number, number]);
  return [{ ...whoOf(athlete), state, changePct: rounded(changePct, 1), interval: shown, n, windowDays }];
}

function silentOf(athlete: DigestAthlete, date: IsoDate): (Who & { days: number | null })[] {
  const days = athlete.lastEntryOn === null ? null : daysBetween(athlete.lastEntryOn, date);
  return days === null || days >= SILENT_DAYS ? [{ ...whoOf(athlete), days }] : [];
}

function factsOf({ week, recovery, form }: DigestAthlete): ReportFact[] {
  const facts = [...(week?.facts ?? [])];
  if (recovery === "rest") facts.push(fact("recovery-rest"));
  if (recovery === "caution") facts.push(fact("recovery-caution"));
  if (form !== null && form <= TIRED_FORM) facts.push(fact("form-low", { form: Math.round(form) }));
  return facts;
}
