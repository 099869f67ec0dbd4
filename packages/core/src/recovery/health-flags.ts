import type { CheckIn } from "@repo/core/wellness";
import { type DayIndex, readingsBetween } from "./day-index.ts";
import { type RecoverySignal, row, signal } from "./signal.ts";

/** What a free text says about health: matters a clinician decides, so they are only ever passed on, never scored. */
export type HealthWords = {
  readonly ill: boolean;
  /** Where it hurts; `unnamed` when no place is said; null when nothing hurts. */
  readonly painSite: string | null;
  /** Words after which nobody should run before a clinician has looked: chest pain, fainting, a stress fracture. */
  readonly urgent: boolean;
  /** Missed periods and the like: a sign of too little energy that only a clinician can judge. */
  readonly energy: boolean;
};

const ILL = /\b(sick|ill|flu|fever|feverish|infection|covid|bronchitis|tonsillitis|vomit\w*|stomach bug)\b/;
const URGENT =
  /\b(chest pain|pain in (?:my |the )?chest|palpitations?|faint(?:ed|ing)?|passed out|stress fracture|bone pain|night pain|limp(?:ed|ing)?)\b/;
const ENERGY =
  /\b(?:missed|lost|skipped|absent|no)\s+(?:my\s+|another\s+)?(?:period|cycle|menstruation)s?\b|\bamenorrh\w*/;
const HURTS =
  /\b(?:pain|painful|injur\w*|hurt(?:s|ing)?|tendon\w*|tendin\w*|strain(?:ed)?|sprain(?:ed)?|stress fracture|shin splints?|plantar\w*)\b/;
const SITES =
  /\b(knees?|calf|calves|achilles|shins?|foot|feet|heel|hips?|hamstrings?|groin|ankles?|quads?|glutes?|back|itb|it band|toes?|metatarsal)\b/;
/** "No pain", "pain free", "without pain": the opposite of a report. */
const DENIED =
  /\b(?:no|without|zero|free of|not)\s+(?:more\s+|any\s+)?(?:\w+\s+)?(?:pain|injur\w*|hurt\w*)|\bpain[- ]?free\b|\b(?:not|no longer)\s+(?:sick|ill)\b/g;

/** Reads illness and pain out of a note. A site alone ("knee drills") is no pain; it needs a word that hurts. */
export function readHealthWords(note: string | null | undefined): HealthWords {
  const text = (note ?? "").toLowerCase().replace(DENIED, " ");
  const painSite = HURTS.test(text) ? (SITES.exec(text)?.[1] ?? "unnamed") : null;
  return { ill: ILL.test(text), painSite, urgent: URGENT.test(text), energy: ENERGY.test(text) };
}

export type HealthFlag = "ill" | "pain" | "mild-pain" | "urgent" | "energy";

/** A matter of health in a check-in. `stated`: answered by the athlete; otherwise only read out of a note. */
export type HealthReport = {
  readonly flag: HealthFlag;
  readonly detail: string | null;
  readonly level: number | null;
  readonly stated: boolean;
};

/** Pain from this level on changes how one runs; below it, it is watched. [house] */
const PAIN_LIMIT = 4;

/** The health flags of one check-in: its own answers, then its note. An answer overrules the note. */
export function healthFlagsOf(checkIn: CheckIn): HealthReport[] {
  const { ill, painSite, urgent, energy } = readHealthWords(checkIn.notes);
  const { pain } = checkIn;
  const reports: HealthReport[] = [];
  const add = (flag: HealthFlag, stated: boolean, more: { detail?: string; level?: number } = {}) =>
    reports.push({ flag, stated, detail: more.detail ?? null, level: more.level ?? null });
  if (checkIn.ill === true || (ill && checkIn.ill !== false)) add("ill", checkIn.ill === true);
  if (pain && pain.level > 0) {
    add(pain.level >= PAIN_LIMIT ? "pain" : "mild-pain", true, { detail: pain.site, level: pain.level });
  } else if (painSite && !pain) add("mild-pain", false, { detail: painSite });
  if (urgent) add("urgent", false);
  if (energy) add("energy", false);
  return reports;
}

/** Days a report of illness or pain stands when nothing newer was said. */
const STANDS_DAYS = 2;

/**
 * Illness and pain as signals. Stated illness, pain from 4 of 10 on and urgent words are reasons to rest and to ask a
 * clinician; what is only read out of a note is shown and decides nothing. A newer check-in without them ends them.
 */
export function healthSignals(index: DayIndex, today: number): { signals: RecoverySignal[]; red: boolean } {
  for (let day = today; day > today - STANDS_DAYS; day -= 1) {
    const checkIn = index.checkIns.get(day);
    if (!checkIn) continue;
    const reports = healthFlagsOf(checkIn);
    return { signals: reports.map((report) => healthSignal(report, checkIn)), red: reports.some(isRed) };
  }
  return { signals: [], red: false };
}

function isRed({ flag, stated }: HealthReport): boolean {
  return flag === "urgent" || flag === "pain" || (flag === "ill" && stated);
}

const SIGNAL_OF: Readonly<Record<HealthFlag, string>> = {
  ill: "illness",
  pain: "pain",
  "mild-pain": "pain",
  urgent: "urgent-symptom",
  energy: "under-fuelled",
};

function healthSignal({ flag, detail, level, stated }: HealthReport, checkIn: CheckIn): RecoverySignal {
  const source = stated ? "reported on" : "read in the note of";
  const evidence = [row(source, checkIn.date)];
  if (detail !== null) evidence.push(row(`pain: ${detail}`, level, "of 10", PAIN_LIMIT));
  return signal(SIGNAL_OF[flag], "adverse", evidence);
}

/** Separate spells of illness in the days [from, to]: days of one week belong to one spell. */
export function illSpells(index: DayIndex, range: { from: number; to: number }): number {
  const days = readingsBetween(index, range, (checkIn) =>
    healthFlagsOf(checkIn).some(({ flag }) => flag === "ill") ? 1 : null,
  ).map((reading) => reading.day);
  return days.filter((day, position) => position === 0 || day - (days[position - 1] as number) > 7).length;
}
