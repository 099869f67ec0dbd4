import type { Activity } from "@repo/core/activities";
import { addDays } from "@repo/core/calendar";
import type { CheckIn } from "@repo/core/wellness";

/** Last day of the diaries that tests are built from. */
export const DIARY_END = "2026-06-30";

/** A repeatable wobble between −1 and 1, so that tests need no chance. */
export const wobble = (index: number, phase = 0) =>
  Math.sin(index * 1.7 + phase) * 0.6 + Math.sin(index * 0.61 + phase) * 0.4;

/** Sixty days of a steady athlete; `late` changes the last `lateDays` of them. */
export function steadyDiary(
  late: (checkIn: CheckIn, index: number) => Partial<CheckIn> = () => ({}),
  lateDays = 0,
): CheckIn[] {
  return Array.from({ length: 70 }, (_, index): CheckIn => {
    // The last days lie in the middle of what is usual.
    const swing = (phase = 0) => (index >= 66 ? 0 : wobble(index, phase));
    const usual: CheckIn = {
      date: addDays(DIARY_END, index - 69),
      sleepHours: 7.8 + 0.5 * swing(),
      sleepQuality: Math.round(4 + 0.6 * swing(1)),
      restingHr: 48 + 2 * swing(2),
      hrvRmssd: 65 * Math.exp(0.12 * swing(3)),
      fatigue: Math.round(2 + 0.8 * swing(4)),
      soreness: Math.round(2 + 0.8 * swing(5)),
      stress: Math.round(2 + 0.7 * swing(6)),
      mood: Math.round(4 + 0.6 * swing(7)),
      legs: swing(4) > 0.8 ? "heavy" : swing(4) < -0.3 ? "good" : "ok",
    };
    return index >= 70 - lateDays ? { ...usual, ...late(usual, index) } : usual;
  });
}

export function easyWeeks(hardDaysAgo: readonly number[] = []): Activity[] {
  return Array.from({ length: 60 }, (_, ago): Activity => {
    const hard = hardDaysAgo.includes(ago);
    return {
      id: `${ago}`,
      date: addDays(DIARY_END, -ago),
      sport: "run",
      title: hard ? "8 x 400 m" : "Easy run",
      durationS: 2700,
      distanceM: 8000,
      avgHr: 140,
    };
  });
}
