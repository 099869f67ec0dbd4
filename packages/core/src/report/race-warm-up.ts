import { type EventClass, eventOf } from "@repo/core/season";

/** What comes before the start; the session is one of the strength library. */
export type RaceWarmUp = {
  easyMin: number;
  session: "activation" | "jog-and-stretch";
  strides: number;
  source: string[];
};

/** The shorter the race, the longer the warm-up: activation and strides are the articles' (M99, M100), the doses ours. */
const WARM_UPS: Readonly<Record<EventClass, Omit<RaceWarmUp, "source">>> = {
  mile: { easyMin: 15, session: "activation", strides: 5 },
  "5k": { easyMin: 15, session: "activation", strides: 4 },
  "10k": { easyMin: 12, session: "activation", strides: 4 },
  hm: { easyMin: 8, session: "activation", strides: 3 },
  marathon: { easyMin: 5, session: "jog-and-stretch", strides: 0 },
  ultra: { easyMin: 0, session: "jog-and-stretch", strides: 0 },
};

/** The warm-up of a race of a distance in metres. */
export function raceWarmUp(distanceM: number): RaceWarmUp {
  return { ...WARM_UPS[eventOf(distanceM)], source: ["M99", "M100"] };
}
