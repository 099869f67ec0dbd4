import type { Sport } from "@repo/core/activities";

const NAMED: readonly [RegExp, Sport][] = [
  [/track cycl|cycle ?ride/, "ride"],
  [
    /\b(virtual|trail|indoor|track|street|treadmill)? ?run|running|jog|treadmill|\btrack|\blauf|trailrun/,
    "run",
  ],
  [
    /laufen|laufband|course(?! cycliste)|løp|løb|löpning|corrida|correr|carrera|corsa|hardlopen|juoksu|bieg|бег|ランニング|跑步/,
    "run",
  ],
  [
    /\brid(e|ing)\b|cycl|cykl|cykel|sykl|wielren|kolarstwo|pyöräily|велос|bik(e|ing)|\brad|velo|vélo|ciclis|fietsen|sykkel|spinning/,
    "ride",
  ],
  [/swim|schwimm|nage|natation|natac|nuoto|zwemmen|svøm|simning|simma|pływanie|uinti/, "swim"],
  [/hik|wander|vandr|rand(o|onn)|senderismo|escursion/, "hike"],
  [/walk|gehen|spazier|marche|caminata|camminata|wandelen|promenad|gåtur|gående|gång\b|kävely|marsz/, "walk"],
  [/strength|weight|\bgym|kraft|styrk|muscul|fuerza|pesi\b/, "strength"],
  [/yoga|pilates|mobility|stretch|flexib/, "mobility"],
];

/** The sport that a person's word for it means, in the languages that exports are written in; null for none of ours. */
export function sportNamed(word: string): Sport | null {
  const plain = word
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replaceAll("_", " ");
  return NAMED.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}
