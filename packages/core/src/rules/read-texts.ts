import { type Finding, isRun, type PlannedWorkout, pacingOfRequest, type Season } from "@repo/core/season";
import { type Block, parseWorkout, type ResolvedStep, resolveWorkout } from "@repo/core/workouts";

/** A text that cannot be read or that says something else than its steps: what was looked at, and the finding. */
type Read = { workout: PlannedWorkout; finding: Finding | null };

/**
 * Reads the texts of a season's runs as they came from a file. A text that cannot be read is a finding with its place,
 * what was found and what was expected; a workout whose steps are not those of its text is checked by its text, since
 * steps are only what a text means for one athlete.
 */
export function readTexts(season: Season): { season: Season; findings: Finding[] } {
  const findings: Finding[] = [];
  const weeks = season.weeks.map((week, at) => ({
    ...week,
    workouts: week.workouts.map((workout, index) => {
      if (!workout.text?.trim() || !isRun(workout.kind)) return workout;
      const read = readText(workout, `weeks[${at}].workouts[${index}].text`, season);
      if (read.finding) findings.push(read.finding);
      return read.workout;
    }),
  }));
  return { season: findings.length > 0 ? { ...season, weeks } : season, findings };
}

function readText(workout: PlannedWorkout, path: string, season: Season): Read {
  const parsed = parseWorkout(workout.text ?? "");
  if (!parsed.ok) {
    const [fault] = parsed.errors;
    const place = `line ${fault?.line}, column ${fault?.column}`;
    return {
      workout,
      finding: noted(workout, {
        rule: "text-unreadable",
        severity: "warn",
        title: `The text of "${workout.title}" cannot be read: ${place}, found ${fault?.found}, expected ${fault?.expected}.`,
        evidence: [
          {
            label: path,
            value: `${place}: ${fault?.found ?? ""}`,
            unit: null,
            limit: fault?.expected ?? null,
          },
        ],
      }),
    };
  }
  const { steps } = workout;
  if (!steps || steps.length === 0 || isSame(steps, parsed.blocks)) return { workout, finding: null };
  const pacing = season.request ? pacingOfRequest(season.request) : undefined;
  return {
    workout: { ...workout, steps: resolveWorkout(parsed.blocks, pacing) },
    finding: noted(workout, {
      rule: "steps-differ",
      severity: "info",
      title: `The steps of "${workout.title}" are not those of its text; the text is what was checked.`,
      evidence: [{ label: path, value: workout.text ?? null, unit: null, limit: null }],
    }),
  };
}

function noted(
  { date }: PlannedWorkout,
  what: Pick<Finding, "rule" | "severity" | "title" | "evidence">,
): Finding {
  const fix = { kind: "advice" as const, code: "write-the-text-anew" };
  return { ...what, dates: [date], fix, source: ["contract"] };
}

/** Whether steps have the lengths that a text gives them, one by one. */
function isSame(steps: readonly ResolvedStep[], blocks: readonly Block[]): boolean {
  const written = resolveWorkout(blocks);
  return (
    written.length === steps.length &&
    written.every((step, at) => {
      const other = steps[at];
      return isNear(step.durationS, other?.durationS) && isNear(step.distanceM, other?.distanceM);
    })
  );
}

function isNear(a: number | null, b: number | null | undefined): boolean {
  if (a === null || b === null || b === undefined) return a === (b ?? null);
  return Math.abs(a - b) <= 1;
}
