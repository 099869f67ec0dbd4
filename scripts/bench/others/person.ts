// Who the athletes of the other simulation are: how they train, what they write down, and what befalls them.
import type { Prng } from "../../../packages/core/src/simulation/index.ts";

export type Person = {
  /** Minutes of running in a usual week. */
  minutes: number;
  runs: number;
  qualityDays: number[];
  longDay: number;
  strength: number;
  skips: number;
  sex: "female" | "male" | null;
  restingHr: number;
  maxHr: number;
  /** Exponent of time over distance: some lose more over long distances. */
  exponent: number;
  raceEveryDays: number;
  allOut: number;
  recording: {
    hr: number;
    rpe: number;
    titles: "telling" | "device" | "none";
    laps: "kilometres" | "buttons" | "marked" | "none";
    mornings: number;
    items: ("sleep" | "pulse" | "hrv" | "feel" | "legs")[];
    resultsAs: "results" | "titles" | "none";
    thresholds: boolean;
  };
};

/** Draws a person. What a cause can only be told from is forced on by `needs`. */
export function newPerson(random: Prng, needs: Partial<Person["recording"]>): Person {
  const runs = random.integer(3, 6);
  const first = random.pick([1, 2] as const);
  const mornings = random.pick([0, 0, 0.2, 0.5, 0.85] as const);
  const all = ["sleep", "pulse", "hrv", "feel", "legs"] as const;
  return {
    minutes: runs * random.between(38, 62),
    runs,
    qualityDays: runs >= 5 && random.chance(0.6) ? [first, first + 3] : [first],
    longDay: random.pick([5, 6, 6] as const),
    strength: random.pick([0, 1, 2] as const),
    skips: random.between(0.03, 0.16),
    sex: random.pick(["female", "male", null] as const),
    restingHr: random.integer(44, 64),
    maxHr: random.integer(170, 200),
    exponent: random.between(1.04, 1.1),
    raceEveryDays: random.pick([14, 21, 30, 45] as const),
    allOut: random.between(0.7, 1),
    recording: {
      hr: random.pick([0, 0.7, 0.95, 1] as const),
      rpe: random.pick([0, 0.4, 0.9] as const),
      titles: random.pick(["telling", "telling", "device", "none"] as const),
      laps: random.pick(["kilometres", "buttons", "marked", "none"] as const),
      mornings,
      items: mornings > 0 ? all.filter(() => random.chance(0.65)) : [],
      resultsAs: random.pick(["results", "results", "titles", "none"] as const),
      thresholds: random.chance(0.6),
      ...needs,
    },
  };
}

/** How a session is called by those who name their sessions, and by a device. */
export function titleOf(random: Prng, person: Person, told: string): string | null {
  const { titles } = person.recording;
  if (titles === "none") return null;
  return titles === "telling"
    ? told
    : random.pick(["Morning Run", "Lunch Run", "Evening Run", "Oslo Running"] as const);
}
