import { skipWords, wordOf } from "#words/training.ts";
import type { TodayData } from "./today-view.tsx";

const RACE_WEEK_DAYS = 6;
/** From here on pain is said before the workout: running through it is a decision, not a habit. */
const MUCH_PAIN = 4;

/** What the day is before any workout: ill, in pain, away, the race or its week; null on an ordinary day. */
export function circumstanceOf(today: TodayData): { title: string | null; text: string } | null {
  return unwell(today) ?? excused(today) ?? racing(today);
}

function unwell({ checkIn, workouts }: TodayData) {
  const { ill, pain } = checkIn.today ?? {};
  const open = workouts.some(({ status, kind }) => status === "planned" && kind !== "rest");
  if (ill) {
    const planned = open
      ? "What was planned is below for reference. Log it as “Couldn't”, and it is excused."
      : "Nothing else is asked of you.";
    return { title: "Ill today: rest comes first", text: `You said so this morning. ${planned}` };
  }
  if (!pain || pain.level < MUCH_PAIN) return null;
  return {
    title: null,
    text: `Pain this morning: ${pain.site}, ${pain.level} of 10. If it changes how you run, do not run on it; log the workout as “Couldn't” and it is excused.`,
  };
}

function excused({ workouts }: TodayData) {
  const planned = workouts.filter(({ kind }) => kind !== "rest");
  const away = planned.filter(({ status }) => status === "excused");
  if (away.length === 0 || away.length < planned.length) return null;
  const [reason = ""] = (away[0]?.statusReason ?? "").split(": ");
  const word = wordOf(skipWords, reason);
  return {
    title: `Excused today: ${word.toLowerCase()}`,
    text: "Nothing is owed and nothing has to be made up. What you do all the same can be logged.",
  };
}

function racing({ races }: TodayData) {
  const race = races
    .filter(({ inDays }) => inDays >= 0 && inDays <= RACE_WEEK_DAYS)
    .sort((a, b) => a.inDays - b.inDays)[0];
  if (!race) return null;
  const name = race.name ?? "the race";
  if (race.inDays === 0)
    return {
      title: null,
      text: `Today is ${name}. The training is done; log the race when you have run it.`,
    };
  const when = race.inDays === 1 ? "tomorrow" : `in ${race.inDays} days`;
  return {
    title: null,
    text: `Race week: ${name} is ${when}. What is left is short on purpose; a missed workout is not made up now.`,
  };
}

/** The circumstance in a line above the workout. */
export function Circumstance({ today }: { today: TodayData }) {
  const circumstance = circumstanceOf(today);
  if (!circumstance) return null;
  return <p className="max-w-prose border-l-2 border-attention-fill pl-3">{circumstance.text}</p>;
}
