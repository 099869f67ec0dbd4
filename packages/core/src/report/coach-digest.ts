import { daysBetween, type IsoDate } from "@repo/core/calendar";
import type { ProgressVerdict } from "@repo/core/progress";
import { type Named, type OrderedWarning, orderOfNeed } from "./order-of-need.ts";
import { rounded } from "./report-fact.ts";

/** Where an athlete is going, as the night judged it. */
export type Trend = Pick<ProgressVerdict, "state" | "changePct" | "interval" | "n" | "windowDays">;

type Who = Named & { athleteId: string };

/** What the digest is made from: one athlete as the last night left them. */
export type DigestAthlete<W extends OrderedWarning = OrderedWarning> = Who & {
  /** Gravest first. */
  warnings: readonly W[];
  /** Null before the first judgement. */
  progress: Trend | null;
  /** The last day with a session or a check-in; null for never. */
  lastEntryOn: IsoDate | null;
};

/** A trend as far as it can be told, with what it rests on: percent of speed in 12 weeks and its 90 % interval. */
export type DigestTrend = Who &
  Pick<Trend, "state" | "n" | "windowDays"> & {
    changePct: number;
    interval: [number, number];
  };

/** Who needs the coach, in order; who is worth a look; trends; who is silent. */
export type CoachDigest<A extends DigestAthlete> = {
  needs: A[];
  notes: A[];
  trends: DigestTrend[];
  /** Nothing was heard of them for whole days (null: never), and no warning says so. */
  silent: (Who & { days: number | null })[];
};

const SILENT_AFTER_DAYS = 5;
/** What is not in this list says nothing of where somebody is going. */
const TELLING: readonly string[] = ["improving", "plateau", "possible-plateau", "declining"];

/** The coach's digest of a morning as facts. Declines come before standstills, and those before progress. */
export function coachDigest<A extends DigestAthlete>(athletes: readonly A[], date: IsoDate): CoachDigest<A> {
  const { needs, notes } = orderOfNeed(athletes);
  return {
    needs,
    notes,
    trends: athletes.flatMap(trendOf).sort((a, b) => a.changePct - b.changePct || byName(a, b)),
    silent: athletes.flatMap((athlete) => silenceOf(athlete, date)).sort(byName),
  };
}

function trendOf({ athleteId, name, progress }: DigestAthlete): DigestTrend[] {
  if (!progress || !TELLING.includes(progress.state)) return [];
  const { state, changePct, interval, n, windowDays } = progress;
  if (changePct === null || interval === null) return [];
  const [low, high] = interval;
  return [
    {
      athleteId,
      name,
      state,
      changePct: rounded(changePct, 1),
      interval: [rounded(low, 1), rounded(high, 1)],
      n,
      windowDays,
    },
  ];
}

function silenceOf({ athleteId, name, warnings, lastEntryOn }: DigestAthlete, date: IsoDate) {
  if (warnings.some(({ kind }) => kind === "no-data")) return [];
  // Days that are over, as the warning counts them: this morning's has only begun.
  const days = lastEntryOn === null ? null : daysBetween(lastEntryOn, date) - 1;
  return days === null || days >= SILENT_AFTER_DAYS ? [{ athleteId, name, days }] : [];
}

function byName(a: Who, b: Who): number {
  return a.name.localeCompare(b.name) || a.athleteId.localeCompare(b.athleteId);
}
