import { cutbackRhythm } from "./cutback-rhythm.ts";
import { dayMinutes } from "./day-minutes.ts";
import { easyShare } from "./easy-share.ts";
import { fantasyPace } from "./fantasy-pace.ts";
import { frequencyJump } from "./frequency-jump.ts";
import { hardDaysApart } from "./hard-days-apart.ts";
import { hardInBase } from "./hard-in-base.ts";
import { hardInRecovery } from "./hard-in-recovery.ts";
import { hardSessionsAWeek } from "./hard-sessions-a-week.ts";
import { highMileage } from "./high-mileage.ts";
import { injuryGate } from "./injury-gate.ts";
import { levelGate } from "./level-gate.ts";
import { longRunJump } from "./long-run-jump.ts";
import { longRunMissing } from "./long-run-missing.ts";
import { longRunShare } from "./long-run-share.ts";
import { oneVariable } from "./one-variable.ts";
import { peakCount } from "./peak-count.ts";
import { peakLength } from "./peak-length.ts";
import { phaseLength } from "./phase-length.ts";
import { phaseOrder } from "./phase-order.ts";
import { raceDensity } from "./race-density.ts";
import { raceWithoutBase } from "./race-without-base.ts";
import { recoveryBlockMissing } from "./recovery-block-missing.ts";
import type { Rule } from "./rule.ts";
import { sessionSpike } from "./session-spike.ts";
import { sevenDayReadiness } from "./seven-day-readiness.ts";
import { smallStuffDose } from "./small-stuff-dose.ts";
import { specificity } from "./specificity.ts";
import { sprintFreshness } from "./sprint-freshness.ts";
import { staleWorkout } from "./stale-workout.ts";
import { strengthAdjacency } from "./strength-adjacency.ts";
import { taperShape } from "./taper-shape.ts";
import { unavailableDay } from "./unavailable-day.ts";
import { warmUpMissing } from "./warm-up-missing.ts";
import { weeklyRamp } from "./weekly-ramp.ts";

/** Every rule, in the order in which findings of one day are shown. */
export const RULES: readonly Rule[] = [
  unavailableDay,
  dayMinutes,
  injuryGate,
  levelGate,
  hardDaysApart,
  recoveryBlockMissing,
  hardInRecovery,
  sprintFreshness,
  strengthAdjacency,
  sessionSpike,
  longRunJump,
  longRunShare,
  longRunMissing,
  weeklyRamp,
  highMileage,
  frequencyJump,
  sevenDayReadiness,
  hardSessionsAWeek,
  easyShare,
  cutbackRhythm,
  hardInBase,
  warmUpMissing,
  oneVariable,
  staleWorkout,
  smallStuffDose,
  phaseLength,
  phaseOrder,
  peakLength,
  peakCount,
  taperShape,
  specificity,
  raceWithoutBase,
  raceDensity,
  fantasyPace,
];
