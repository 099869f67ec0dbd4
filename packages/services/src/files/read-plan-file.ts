import { MAX_PLAN_CHARS, type PublishedPlan } from "@repo/core/cycles";
import { AppError } from "@repo/core/errors";
import { z } from "zod";
import { readTable } from "./table.ts";

const MOST_WEEKS = 156;
const WEEK_DAYS = 7;

type Entry = { text: string; length: number | null };
type Read = { name: string; units: string; event: string | null; weeks: Entry[][] };

const Name = z.string().trim().min(1).max(300);
const Text = z.string().max(4_000);
const Length = z
  .union([z.number().min(0).max(250), z.array(z.number().min(0).max(250)).min(1).max(10)])
  .nullish();

/** Weeks of days, as calendar-hack publishes plans. */
const Scheduled = z.object({
  name: Name,
  units: z.string().max(40),
  type: z.string().max(200).nullish(),
  schedule: z.array(
    z.object({
      workouts: z.array(z.object({ title: Text, description: Text.nullish(), distance: Length })),
    }),
  ),
});
/** Days in a row from a Monday, as time-to-run writes them. */
const InARow = z.object({
  title: Name,
  units: z.string().max(40),
  raceType: z.string().max(200).nullish(),
  workouts: z.array(z.object({ description: Text, totalDistance: Length })),
});

/**
 * Reads a published training plan: JSON of weeks and days (`schedule`), JSON of days in a row (`workouts`), or a CSV
 * table of days in a row (`title,raceType,units`, then `description,totalDistance`).
 *
 * @throws {AppError} INVALID with a sentence that names the fault and the fix
 */
export function readPlanFile(content: string): PublishedPlan {
  if (content.length > MAX_PLAN_CHARS) {
    throw refused(
      `This is longer than ${MAX_PLAN_CHARS / 1_000} thousand characters, which no plan is. Bring in one plan at a time.`,
    );
  }
  const text = content.replace(/^\uFEFF/, "").trim();
  if (!text) throw refused("There is nothing in it. Choose the file of a plan, or paste its text.");
  const read = /^[{[]/.test(text) ? fromJson(text) : fromTable(text);
  const unit = unitOf(read.units);
  if (read.weeks.length === 0) throw refused("This plan has no weeks. Choose a plan with at least one day.");
  if (read.weeks.length > MOST_WEEKS) {
    throw refused(`This plan has ${read.weeks.length} weeks; at most ${MOST_WEEKS} can be kept. Split it.`);
  }
  const long = read.weeks.findIndex((days) => days.length > WEEK_DAYS);
  if (long >= 0) {
    throw refused(
      `Week ${long + 1} has ${read.weeks[long]?.length} days. Give each week seven, and put two sessions of a day into one.`,
    );
  }
  return {
    name: read.name,
    unit,
    event: read.event,
    weeks: read.weeks.length,
    days: read.weeks.flatMap((days, week) => days.map((entry, day) => ({ week, day, ...entry }))),
  };
}

function fromJson(text: string): Read {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refused(
      "This is no readable JSON: it is cut off or a sign is missing. Export or copy the whole plan again.",
    );
  }
  const isScheduled = typeof value === "object" && value !== null && "schedule" in value;
  if (isScheduled) {
    const { name, units, type, schedule } = shaped(Scheduled, value);
    const weeks = schedule.map(({ workouts }) =>
      workouts.map(({ title, description, distance }) => ({
        text: wordsOf(title, description ?? ""),
        length: lengthOf(distance),
      })),
    );
    return { name, units, event: type ?? null, weeks };
  }
  const { title, units, raceType, workouts } = shaped(InARow, value);
  const days = workouts.map((day) => ({ text: day.description, length: lengthOf(day.totalDistance) }));
  return { name: title, units, event: raceType ?? null, weeks: inWeeks(days) };
}

function shaped<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [fault] = parsed.error.issues;
  const place = fault?.path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("");
  throw refused(
    `This JSON is no training plan that can be read: ${place ? `at “${place.replace(/^\./, "")}”` : "at its top"}, ${fault?.message ?? "it is not as expected"}. Expected a name, units and weeks under “schedule”, or a title, units and days under “workouts”.`,
  );
}

/** The description repeats the title where it says more. */
function wordsOf(title: string, description: string): string {
  const said = (text: string) => text.replaceAll(/\s+/g, " ").trim();
  if (!said(description)) return title;
  return said(description).startsWith(said(title)) || said(title).startsWith(said(description).slice(0, 8))
    ? description
    : `${title}\n${description}`;
}

/** Of several lengths the longest; no length and nought are one: not stated. */
function lengthOf(length: number | number[] | null | undefined): number | null {
  return (Array.isArray(length) ? Math.max(...length) : length) || null;
}

function fromTable(text: string): Read {
  const rows = readTable(new TextEncoder().encode(text)).filter(
    ([first = "", ...others]) => !first.startsWith("//") && [first, ...others].some((cell) => cell !== ""),
  );
  const [head, facts, columns, ...days] = rows;
  if (head?.[0]?.toLowerCase() !== "title" || columns?.[0]?.toLowerCase() !== "description") {
    throw refused(
      "This is neither a plan in JSON nor a table that can be read. A table begins with “title,raceType,units”, the plan's own below, then “description,totalDistance” and a line for each day.",
    );
  }
  const at = columns.findIndex((cell) => /^totalDistance$/i.test(cell));
  const entries = days.map((cells, index): Entry => {
    const said = cells[at] ?? "";
    const length = said === "" ? 0 : Number(said);
    if (!(length >= 0 && length <= 250)) {
      throw refused(
        `Day ${index + 1} of the table: “${said.slice(0, 40)}” is no distance. Write a number from 0 to 250.`,
      );
    }
    return { text: (cells[0] ?? "").slice(0, 4_000), length: length || null };
  });
  return {
    name: facts?.[0]?.slice(0, 300) || "Plan",
    event: facts?.[1] || null,
    units: facts?.findLast((cell) => cell !== "") ?? "",
    weeks: inWeeks(entries),
  };
}

function inWeeks(days: readonly Entry[]): Entry[][] {
  return Array.from({ length: Math.ceil(days.length / WEEK_DAYS) }, (_none, week) =>
    days.slice(week * WEEK_DAYS, (week + 1) * WEEK_DAYS),
  );
}

function unitOf(units: string): "mi" | "km" {
  if (/^mi(?:les?)?$/i.test(units.trim())) return "mi";
  if (/^(?:km|kilomet(?:er|re)s?)$/i.test(units.trim())) return "km";
  throw refused(`The unit “${units.slice(0, 40)}” is not known. Write “mi” or “km” for the plan's units.`);
}

function refused(sentence: string): AppError {
  return new AppError("INVALID", sentence, { field: "text" });
}
