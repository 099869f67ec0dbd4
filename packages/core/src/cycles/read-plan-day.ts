import { METRES_PER_MILE } from "@repo/core/units";
import { ASIDE, aroundPart, easyRun, languageOf, spellOut, wordsAsRun } from "./plan-text.ts";
import { isPlainRun, isRaceDay, kindOfWords, restOfWords } from "./plan-words.ts";
import type { PlanDay, PlanRemark } from "./published-plan.ts";
import type { CycleRace, CycleWorkout } from "./schema.ts";

type Given = {
  unit: "mi" | "km";
  race: CycleRace | null;
  /** Pace of the race the plan leads to, in the workout language; null: not known. */
  racePace: string | null;
  say: (remark: Omit<PlanRemark, "places">) => void;
};

/** Metres by which words and figure may differ before it is said: our own number. */
const DIFFERENCE_M = 1_000;

/** What one day of a published plan asks for: nothing on a rest day. */
export function readPlanDay(
  { day, text: raw, length }: PlanDay,
  { unit, race, racePace, say }: Given,
): CycleWorkout[] {
  const own = { day, workout: null, hard: false, text: "", durationS: null, load: null, distanceM: null };
  const spelt = spellOut(raw, unit);
  const title = titleOf(spelt.text);
  const lengthM = length ? length * (unit === "mi" ? METRES_PER_MILE : 1_000) : null;
  if (!title && lengthM === null) return [];
  const rest = lengthM === null ? restOfWords(spelt.text) : null;
  if (rest === "rest") return [];
  if (rest) {
    if (/\bor\b/i.test(raw)) {
      say({
        kind: "assumed",
        text: raw,
        note: `A choice: planned as ${rest === "cross" ? "cross-training" : rest}.`,
      });
    }
    return [{ ...own, kind: rest, title }];
  }
  if (race) {
    if (lengthM !== null && lengthM - race.distanceM > DIFFERENCE_M) {
      const note = `The week counts ${length} ${unit} for the day, the race is ${race.distanceM / 1_000} km of it.`;
      say({ kind: "assumed", text: raw, note });
    }
    return [{ ...own, kind: "race", hard: true, title: race.name ?? title, distanceM: race.distanceM }];
  }
  if (lengthM !== null && spelt.statedM !== null && Math.abs(spelt.statedM - lengthM) > DIFFERENCE_M) {
    const note = `The figure beside it says ${length} ${unit}, the words say otherwise. The week counts the figure; change it if the words are right.`;
    say({ kind: "not-understood", text: raw, note });
  }
  const guess = isRaceDay(raw) ? { kind: "race-pace" as const, hard: true } : kindOfWords(spelt.text);
  const run = { ...own, ...guess, title: title || "Run" };
  if (lengthM !== null && isPlainRun(spelt.text)) {
    return [{ ...run, text: easyRun(lengthM, unit, guess.kind === "recovery" ? "recovery" : "easy") }];
  }
  const isBarePace = racePace !== null && lengthM !== null && /^[\d.]+ (?:mi|km) pace$/i.test(spelt.text);
  const read = isBarePace
    ? spelt.text.replace(/ (mi|km) pace$/i, `$1 ${racePace}`)
    : languageOf(spelt, lengthM);
  const around = read || lengthM === null ? null : aroundPart(spelt, lengthM, unit);
  const text = read ?? around;
  if (text) {
    const notes = [
      spelt.hasChoice ? "Of a length from–to the upper one was taken." : null,
      spelt.text.search(ASIDE) >= 0 ? "The words in brackets are left out of the steps." : null,
      isBarePace ? `“Pace” was taken as the pace of the race: ${racePace}.` : null,
      around ? "What is left of the length is run easily around it." : null,
      /^\d+ tempo$/i.test(raw.trim()) ? "The number was taken as minutes." : null,
      /\bwork\b/.test(text) ? "No pace is stated, so it has none." : null,
    ];
    for (const note of notes) if (note) say({ kind: "assumed", text: raw, note });
    return [{ ...run, text }];
  }
  if (lengthM === null) {
    say({ kind: "not-understood", text: raw, note: "Kept as a title, without length or load." });
    return [run];
  }
  say({
    kind: "not-understood",
    text: raw,
    note: `Kept as ${length} ${unit} with these words beside it, without paces.`,
  });
  return [{ ...run, text: wordsAsRun(spelt.text, lengthM, unit) }];
}

/** The line that says most, in few words: not the warm-up, not "consisting of". */
function titleOf(text: string): string {
  const lines = text.replace(/^[\d.]+ miles?[^\n]*consisting of:?\s*/i, "").split("\n");
  const line = lines.find((each) => !/\bwarm[- ]up\b|\beasy\b/i.test(each)) ?? lines[0] ?? "";
  return line.trim().replace(/[.,]$/, "").slice(0, 120);
}
