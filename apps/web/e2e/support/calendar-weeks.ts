import type { Page } from "@playwright/test";
import { ask } from "./ask.ts";

/** What the coach's calendar holds from a day on. */
export type Days = {
  from: string;
  workouts: { id: string; date: string; title: string; kind: string; version: number; comments: number }[];
};

type Span = { from: string; weeks?: number };

/** An athlete's calendar as the coach on `page` is told it, drafts left out. */
export async function daysOf(page: Page, athleteId: string, { from, weeks = 1 }: Span): Promise<Days> {
  const found = await ask<Days>(page, "coachCalendar.weeks", { athleteId, from, weeks, drafts: false });
  return { from: found.from, workouts: found.workouts };
}

/** The Monday of the first week, two from now on, with a workout nearly every day and a free one. */
export async function firstFullWeek(page: Page, athleteId: string): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const monday = later(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
  const from = later(monday, 14);
  const { workouts } = await daysOf(page, athleteId, { from, weeks: 8 });
  for (let start = from; start < later(from, 56); start = later(start, 7)) {
    const inWeek = workouts.filter(({ date }) => start <= date && date < later(start, 7));
    if (inWeek.length >= 5 && new Set(inWeek.map(({ date }) => date)).size < 7) return start;
  }
  return from;
}

export function later(date: string, by: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}
