import type { Finding, Fix } from "@repo/core/season";
import { formatExercises, strengthSession } from "@repo/core/strength";
import type { Block } from "@repo/core/workouts";
import { easyInstead, replaceWith } from "./legal-day.ts";
import { startDay } from "./longest-run.ts";
import { defineRule, found, limitOf, type Rule, row } from "./rule.ts";
import type { Entry, RuleContext, WeekView } from "./rule-context.ts";
import { isBuilding } from "./volume.ts";
import { traitsOf } from "./week-traits.ts";

/** Strides, hill sprints and strength at the phase's dose (M16, M18, M91, M125). */
export const smallStuffDose: Rule = defineRule({
  id: "small-stuff-dose",
  checks: "Base, build and speed weeks hold something fast and short; base and build weeks hold strength.",
  severity: "info",
  limits: {
    strideWeeks: { value: 2, unit: "weeks in a row without", source: "M18" },
    strengthWeeks: { value: 3, unit: "weeks in a row without", source: "M91" },
    stridesAWeek: { value: 3, unit: "times a week", source: "M18" },
  },
  source: ["M16", "M18", "M91", "M125"],
  reach: "season",
  check(context, from, to) {
    return [
      ...fastAndShort(context, from, to),
      ...strength(context, from, to),
      ...tooMany(context, from, to),
    ];
  },
});

function trains(week: WeekView): boolean {
  return isBuilding(week) && week.runs >= 3;
}

function fastAndShort(context: RuleContext, from: number, to: number): Finding[] {
  const limit = limitOf(context, smallStuffDose, "strideWeeks");
  const findings: Finding[] = [];
  let without = 0;
  for (let index = 0; index <= to; index++) {
    const week = context.week(index);
    if (!week) continue;
    without = trains(week) && !traitsOf(week).fast ? without + 1 : 0;
    if (without < limit) continue;
    if (index >= from) {
      findings.push(
        found(smallStuffDose, {
          title: `${without} weeks in a row up to ${week.start} hold nothing fast: no strides, hills or sprints.`,
          dates: [week.start],
          evidence: [row("Weeks without fast running", without, "weeks", limit - 1)],
          fix: addStrides(context, week),
        }),
      );
    }
    without = 0;
  }
  return findings;
}

function addStrides(context: RuleContext, week: WeekView): Fix | null {
  const easy = week.entries.find((entry) => entry.run && !entry.hard && !entry.long && (entry.km ?? 0) >= 1);
  if (!easy || easy.km === null) return { kind: "advice", code: "add-strides" };
  const blocks: Block[] = [
    {
      type: "step",
      kind: "steady",
      length: { kind: "distance", distanceM: Math.round(easy.km * 10) * 100 },
      target: { kind: "effort", effort: "easy" },
    },
    {
      type: "repeat",
      times: 4,
      steps: [
        {
          type: "step",
          kind: "work",
          length: { kind: "time", durationS: 20 },
          target: { kind: "effort", effort: "stride" },
        },
        {
          type: "step",
          kind: "recovery",
          length: { kind: "time", durationS: 60 },
          target: { kind: "effort", effort: "walk" },
        },
      ],
    },
  ];
  const km = Math.round(easy.km * 10) / 10;
  return replaceWith(context, easy, {
    kind: "strides",
    hard: false,
    title: `Easy ${km} km + 4 strides`,
    blocks,
  });
}

function strength(context: RuleContext, from: number, to: number): Finding[] {
  // Nobody is reminded of strength who asked for none, nor in a season that says nothing of it.
  const wished = context.request?.strengthPerWeek ?? 0;
  if (wished === 0) return [];
  const limit = limitOf(context, smallStuffDose, "strengthWeeks");
  const findings: Finding[] = [];
  let without = 0;
  for (let index = 0; index <= to; index++) {
    const week = context.week(index);
    if (!week) continue;
    const due = (week.phase === "base" || week.phase === "build") && week.entries.length > 0;
    without = due && !traitsOf(week).strength ? without + 1 : 0;
    if (without < limit) continue;
    if (index >= from) {
      findings.push(
        found(smallStuffDose, {
          title: `${without} weeks in a row up to ${week.start} hold no strength.`,
          dates: [week.start],
          evidence: [
            row("Weeks without strength", without, "weeks", limit - 1),
            row("Strength asked for", wished, "a week"),
          ],
          fix: addStrength(context, week) ?? { kind: "advice", code: "add-strength" },
        }),
      );
    }
    without = 0;
  }
  return findings;
}

function tooMany(context: RuleContext, from: number, to: number): Finding[] {
  const limit = limitOf(context, smallStuffDose, "stridesAWeek");
  const findings: Finding[] = [];
  for (let index = from; index <= to; index++) {
    const week = context.week(index);
    const strides = week ? traitsOf(week).strides : [];
    if (!week || strides.length <= limit) continue;
    findings.push(
      found(smallStuffDose, {
        title: `Strides on ${strides.length} days of the week of ${week.start}; ${limit} are enough.`,
        dates: [week.start],
        evidence: [row("Days with strides", strides.length, "a week", limit)],
        fix: easeStrides(context, strides),
      }),
    );
  }
  return findings;
}

/** The shortest of the days with strides as plain easy running. */
function easeStrides(context: RuleContext, strides: readonly Entry[]): Fix | null {
  const plain = strides.filter((entry) => !entry.hard).sort((a, b) => (a.km ?? 0) - (b.km ?? 0))[0];
  return plain ? easyInstead(context, plain) : null;
}

/** A light session at home on a day that bears it: none that is demanding, and none before one. */
function addStrength(context: RuleContext, week: WeekView): Fix | null {
  const session = strengthSession({
    phase: week.phase,
    level: context.request?.level ?? "beginner",
    place: "home",
    load: "light",
  });
  const demanding = (day: number) => context.day(day).some((entry) => entry.hard || entry.long);
  const open = [0, 1, 2, 3, 4, 5, 6]
    .map((at) => week.monday + at)
    .filter((day) => !context.unavailable(day) && day >= startDay(context))
    .find((day) => !demanding(day) && !demanding(day + 1));
  if (!session || open === undefined) return null;
  return {
    kind: "add",
    date: context.dateOf(open),
    workout: session.id,
    workoutKind: "strength",
    hard: false,
    title: session.title,
    text: formatExercises(session.sets),
  };
}
