import type { WorkoutKind } from "@repo/core/workouts";

type Guess = { kind: WorkoutKind; hard: boolean };

/** First match wins: what is most particular comes first. */
const KINDS: readonly (readonly [RegExp, WorkoutKind, boolean])[] = [
  [
    /\bdress rehearsal\b|\b(?:marathon|race)[- ]pace\b|\b(?:mp|hmp?)\b|\bsimulation\b|\bpace$/i,
    "race-pace",
    true,
  ],
  [
    /vo.?.?max\b|\d+ ?[x×] ?\d[\d,]*(?: ?k| ?m)?\b(?!.*strides)|\b(?:3|5|10)k pace\b|\bintervals?\b/i,
    "intervals",
    true,
  ],
  [/\blt\b|\blactate\b|\btempo\b|\bthreshold\b|\bhmp\b/i, "threshold", true],
  [/\bhills?\b|\buphill\b/i, "hills", true],
  [/\+ speed\b|\bstrides\b/i, "strides", false],
  [/^recovery\b/i, "recovery", false],
  [/^long run\b/i, "long", false],
];

/** A race whose length a word tells; metres. */
const RACES: readonly (readonly [RegExp, number])[] = [
  [/\bhalf[- ]marathon\b/i, 21_097.5],
  [/\bmarathon\b/i, 42_195],
  [/\b(?:one )?mile\b/i, 1_609.344],
];

const PACES: ReadonlyMap<number, string> = new Map([
  [5_000, "@5k"],
  [10_000, "@10k"],
  [21_097.5, "@hm"],
  [42_195, "@mp"],
]);

/** What a run is for, by its words. What its first word names counts before what is mentioned in it. */
export function kindOfWords(text: string): Guess {
  if (/^(?:lt|lactate|threshold)\b/i.test(text)) return { kind: "threshold", hard: true };
  if (/^vo.?.?max/i.test(text)) return { kind: "intervals", hard: true };
  if (/^speed\b/i.test(text)) return { kind: "repetitions", hard: true };
  if (/\+ speed\b/i.test(text) && !/^race pace/i.test(text)) return { kind: "strides", hard: false };
  const found = KINDS.find(([pattern]) => pattern.test(text));
  return found ? { kind: found[1], hard: found[2] } : { kind: "easy", hard: false };
}

/** A day without running: rest, or something else than running. */
export function restOfWords(text: string): "rest" | "cross" | "strength" | null {
  if (/^(?:complete )?(?:rest|off)\b/i.test(text)) return "rest";
  if (/^cross\b|^cross[- ]?train/i.test(text)) return "cross";
  if (/^(?:strength|gym|weights)\b/i.test(text)) return "strength";
  return null;
}

/** Whether a day is a race: not a run at race pace, and not a rehearsal of one. */
export function isRaceDay(text: string): boolean {
  if (/^race day\b|^plan ends\b|\btime trial\b/i.test(text)) return true;
  if (/\bpace\b|\beffort\b|\bsimulation\b|\brehearsal\b/i.test(text)) return false;
  return /\brace\b|^(?:goal )?(?:half[- ])?marathon\b/i.test(text);
}

/** How long a race is by its words, metres: the shorter one where two are on offer; null: they do not say. */
export function raceLengthM(text: string): number | null {
  const named = /(?:^|[^\d.])(\d{1,3}(?:\.\d+)?) ?k\b/i.exec(text);
  if (named) return Number(named[1]) * 1_000;
  return RACES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** Words that say no more than "run easily". */
const PLAIN =
  /^(?:general aerobic|gen-aerobic|aerobic|easy|endurance|recovery|(?:med(?:ium)?-)?long|run|jog|miles?|mi|km|[\d.–-]|\s)*$/i;

/** Whether a text holds nothing beyond a length and words for easy running. */
export function isPlainRun(text: string): boolean {
  return PLAIN.test(text);
}

/** The pace of the race a plan leads to, as the workout language names it; null: none of them. */
export function paceOfEvent(event: string | null): string | null {
  const metres = event ? raceLengthM(event) : null;
  return metres === null ? null : (PACES.get(metres) ?? null);
}
