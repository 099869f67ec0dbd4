/** How the articles describe an effort in breath and words (M1–M5, M8). */
export type TalkTest =
  | "could-sing"
  | "full-sentences"
  | "short-sentences"
  | "phrases"
  | "single-words"
  | "no-words";

/** One of the articles' six zones. */
export type ArticleZone = {
  zone: 1 | 2 | 3 | 4 | 5 | 6;
  name: string;
  talkTest: TalkTest;
  rpeLow: number;
  rpeHigh: number;
  /** Share of maximum heart rate where the article prints one; null where it does not. */
  hrMaxLow: number | null;
  hrMaxHigh: number | null;
  /** What it is run for: a reason code. */
  use: "recovery" | "easy" | "steady" | "threshold" | "intervals" | "sprint";
  source: readonly string[];
};

/**
 * The articles' six zones with talk test and RPE (M1–M5, M8, M9, M11). Heart rates only as printed: 60–70 % of maximum
 * for zones 1–2, 90–100 % for zone 5; zone 6 has none, because heart rate lags behind a sprint. RPE between the printed
 * ones (7 for tempo, 8–9 for hard repetitions, 10 all out) is ours.
 */
export const ARTICLE_ZONES: readonly ArticleZone[] = [
  zone(1, "Recovery", "could-sing", [1, 3], [0.6, 0.7], "recovery", ["M1", "M8", "M9"]),
  zone(2, "Easy", "full-sentences", [3, 4], [0.6, 0.7], "easy", ["M1", "M8"]),
  zone(3, "Steady", "short-sentences", [5, 6], null, "steady", ["M2"]),
  zone(4, "Threshold", "phrases", [7, 7], null, "threshold", ["M3", "M29"]),
  zone(5, "Intervals", "single-words", [8, 9], [0.9, 1], "intervals", ["M4", "M11"]),
  zone(6, "Sprint", "no-words", [10, 10], null, "sprint", ["M5", "M61"]),
];

function zone(
  number: ArticleZone["zone"],
  name: string,
  talkTest: TalkTest,
  rpe: readonly [number, number],
  hrMax: readonly [number, number] | null,
  use: ArticleZone["use"],
  source: readonly string[],
): ArticleZone {
  return {
    zone: number,
    name,
    talkTest,
    rpeLow: rpe[0],
    rpeHigh: rpe[1],
    hrMaxLow: hrMax?.[0] ?? null,
    hrMaxHigh: hrMax?.[1] ?? null,
    use,
    source,
  };
}

/** The article zone of a perceived exertion of 0–10 (M1–M5, M9); null outside that scale. */
export function articleZoneOfRpe(rpe: number): ArticleZone | null {
  if (!(rpe >= 0 && rpe <= 10)) return null;
  const limits = [2.5, 4.5, 6.5, 7.5, 9.5];
  const index = limits.findIndex((limit) => rpe < limit);
  return ARTICLE_ZONES[index === -1 ? 5 : index] ?? null;
}
