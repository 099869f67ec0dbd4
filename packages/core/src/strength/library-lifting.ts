import { session } from "./library-entry.ts";
import type { StrengthSession } from "./schema.ts";

/** Strength and jumps (M90–M98). */
export const LIFTING: readonly StrengthSession[] = [
  session({
    id: "gym-heavy",
    title: "Gym day, heavy",
    kind: "strength",
    place: "gym",
    load: "heavy",
    level: "intermediate",
    purpose: "Few heavy repetitions, the last one tough but clean: more force at the same running.",
    restS: 150,
    perWeekLow: 1,
    perWeekHigh: 2,
    source: ["M90", "M91", "M92"],
    text: `Squat 3 x 6
Romanian deadlift 3 x 6
Dumbbell step-up 3 x 8/side
Walking lunge 2 x 10/side
Calf raise 3 x 10 "slow"
Row or pull-up 3 x 8
Plank 3 x 40s`,
  }),
  session({
    id: "gym-light",
    title: "Gym day, light",
    kind: "strength",
    place: "gym",
    load: "light",
    purpose: "The same lifts with light weights to learn the movements; not for muscle mass.",
    restS: 90,
    perWeekLow: 1,
    perWeekHigh: 2,
    source: ["M98", "M91"],
    text: `Deadlift 2 x 12-15
Squat 2 x 12-15
Step-up 2 x 12/side
Calf raise 2 x 15
Row 2 x 12-15
Push-up to squat 2 x 8
Plank 2 x 30s`,
  }),
  session({
    id: "home-day",
    title: "Home day",
    kind: "strength",
    place: "home",
    load: "light",
    purpose: "Body weight and a few jumps: the second session of the week, without a gym.",
    restS: 60,
    perWeekLow: 1,
    perWeekHigh: 2,
    source: ["M93", "M91"],
    text: `Split squat 2 x 10/side
Glute bridge 2 x 15
Calf raise on a step 2 x 12/side
Squat jump 2 x 10
Bound or skip 2 x 30m
Side plank 2 x 30s/side
Bird-dog 2 x 10/side`,
  }),
  session({
    id: "home-heavy",
    title: "Home day, one leg at a time",
    kind: "strength",
    place: "home",
    load: "heavy",
    level: "intermediate",
    purpose: "Without a barbell one leg carries the load; slow and few.",
    restS: 120,
    perWeekLow: 1,
    perWeekHigh: 2,
    source: ["M90", "M93", "M94"],
    ownNumbers: true,
    text: `Single-leg squat to a chair 3 x 6/side "slow"
Single-leg deadlift with a rucksack 3 x 8/side
Split squat, rear foot raised 3 x 8/side
Calf raise on a step 3 x 10/side "slow"
Single-leg glute bridge 3 x 8/side
Side plank 3 x 30s/side`,
  }),
  session({
    id: "posterior-core",
    title: "Back of the legs and core",
    kind: "strength",
    place: "gym",
    load: "heavy",
    level: "intermediate",
    purpose: "Glutes, hamstrings, calves and trunk: what pushes a stride.",
    restS: 120,
    perWeekLow: 1,
    perWeekHigh: 2,
    source: ["M94"],
    ownNumbers: true,
    text: `Deadlift 3 x 6
Hip thrust 3 x 8
Glute bridge 2 x 15
Single-leg deadlift 2 x 8/side
Calf raise 3 x 10 "slow"
Loaded carry 3 x 30m
Bird-dog 2 x 10/side`,
  }),
  session({
    id: "plyometrics",
    title: "Plyometrics",
    kind: "plyometrics",
    place: "home",
    load: "light",
    level: "intermediate",
    purpose: "Short and springy on fresh legs: quality, not quantity.",
    restS: 90,
    perWeekLow: 1,
    perWeekHigh: 2,
    fresh: true,
    source: ["M95"],
    text: `Squat jump 2 x 10
Bound 2 x 30m
Jump rope 3 x 30s
Medicine ball throw 2 x 8`,
  }),
  session({
    id: "jump-list",
    title: "Jump list",
    kind: "plyometrics",
    place: "home",
    load: "light",
    level: "intermediate",
    purpose: "Jumps of every kind in small sets, at most twice a week.",
    restS: 90,
    perWeekLow: 1,
    perWeekHigh: 2,
    fresh: true,
    source: ["M98", "M95"],
    text: `Box jump, one leg, four ways 2 x 4/side
Tuck jump 2 x 30s
Jump onto a box from sitting 2 x 6
Frog squat jump 2 x 8
Lunge jump 2 x 8/side
Push-up to squat 2 x 8`,
  }),
];
