import type { CheckIn } from "@repo/core/wellness";
import { type DayIndex, readingsBetween } from "./day-index.ts";
import { type RecoverySignal, row, signal } from "./signal.ts";

/** What a free text says about health: matters a clinician decides, so they are only ever passed on, never scored. */
export type HealthWords = { readonly ill: boolean; readonly painSite: string | null };

const ILL = /\b(sick|ill|flu|fever|feverish|infection|covid|bronchitis|tonsillitis|vomit\w*|stomach bug)\b/;
const HURTS =
  /\b(?:pain|painful|injur\w*|hurt(?:s|ing)?|tendon\w*|tendin\w*|strain(?:ed)?|sprain(?:ed)?|sharp|stress fracture|shin splints?|plantar\w*)\b/;
const SITES =
  /\b(knees?|calf|calves|achilles|shins?|foot|feet|heel|hips?|hamstrings?|groin|ankles?|quads?|glutes?|back|itb|it band|toes?|metatarsal)\b/;
/** "No pain", "pain free", "without pain": the opposite of a report. */
const DENIED =
  /\b(?:no|without|zero|free of|not)\s+(?:more\s+|any\s+)?(?:\w+\s+)?(?:pain|injur\w*|hurt\w*)|\bpain[- ]?free\b|\b(?:not|no longer)\s+(?:sick|ill)\b/g;

/** Reads illness and pain out of a note. A site alone ("knee drills") is no pain; it needs a word that hurts. */
export function readHealthWords(note: string | null | undefined): HealthWords {
  const text = (note ?? "").toLowerCase().replace(DENIED, " ");
  if (text.trim() === "") return { ill: false, painSite: null };
  const hurts = HURTS.test(text);
  return { ill: ILL.test(text), painSite: hurts ? (SITES.exec(text)?.[1] ?? "unnamed") : null };
}

export type HealthFlag = "ill" | "pain" | "mild-pain";

/** Pain from this level on changes how one runs; below it, it is watched. [house] */
const PAIN_LIMIT = 4;

/** The health flags of one check-in: its own fields, then its note. */
export function healthFlagsOf(
  checkIn: CheckIn,
): { flag: HealthFlag; detail: string | null; level: number | null }[] {
  const words = readHealthWords(checkIn.notes);
  const flags: { flag: HealthFlag; detail: string | null; level: number | null }[] = [];
  if (checkIn.ill === true || (words.ill && checkIn.ill !== false))
    flags.push({ flag: "ill", detail: null, level: null });
  const { pain } = checkIn;
  if (pain && pain.level > 0) {
    const flag = pain.level >= PAIN_LIMIT ? "pain" : "mild-pain";
    flags.push({ flag, detail: pain.site, level: pain.level });
  } else if (words.painSite) flags.push({ flag: "mild-pain", detail: words.painSite, level: null });
  return flags;
}

/** Days a report of illness or pain stands when nothing newer was said. */
const STANDS_DAYS = 2;

/**
 * Illness and pain as signals. Illness, and pain from 4 of 10 on, are reasons to rest and to ask a clinician; a newer
 * check-in without them ends them.
 */
export function healthSignals(index: DayIndex, today: number): { signals: RecoverySignal[]; red: boolean } {
  for (let day = today; day > today - STANDS_DAYS; day -= 1) {
    const checkIn = index.checkIns.get(day);
    if (!checkIn) continue;
    const flags = healthFlagsOf(checkIn);
    const signals = flags.map(({ flag, detail, level }) =>
      signal(flag === "ill" ? "illness" : "pain", "adverse", [
        flag === "ill"
          ? row("reported ill", checkIn.date)
          : row(`pain: ${detail}`, level, "of 10", PAIN_LIMIT),
      ]),
    );
    return { signals, red: flags.some(({ flag }) => flag !== "mild-pain") };
  }
  return { signals: [], red: false };
}

/** Separate spells of illness in the days [from, to]: days of one week belong to one spell. */
export function illSpells(index: DayIndex, range: { from: number; to: number }): number {
  const days = readingsBetween(index, range, (checkIn) =>
    healthFlagsOf(checkIn).some(({ flag }) => flag === "ill") ? 1 : null,
  ).map((reading) => reading.day);
  return days.filter((day, position) => position === 0 || day - (days[position - 1] as number) > 7).length;
}
