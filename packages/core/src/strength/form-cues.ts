/** A cue of running form: what to think of, and the numbers behind it. */
export type FormCue = {
  id: string;
  title: string;
  /** A number to check, where the article prints one. */
  value: { label: string; low: number | null; high: number | null; unit: string } | null;
  source: readonly string[];
};

/** The articles' cues of form (M82–M89). "Longer strides" (004) is read as pushing behind, never reaching in front. */
export const FORM_CUES: readonly FormCue[] = [
  cue("ankle-lean", "Lean from the ankles, not the waist", ["M82", "M84"], ["lean", null, 9, "degrees"]),
  cue("land-under-hips", "Land under the hips and stay light", ["M82", "M89"]),
  cue("push-behind", "Push behind, do not reach in front", ["M89"]),
  cue(
    "cadence",
    "Natural cadence; five percent more over a few weeks if it is low",
    ["M83"],
    ["cadence", 160, 210, "steps/min"],
  ),
  cue("arms", "Elbows at about a right angle, arms back", ["M84", "M89"], ["elbow angle", 90, 90, "degrees"]),
  cue("gaze", "Look about thirty metres ahead", ["M84"], ["gaze", 30, 30, "m"]),
  cue("loose", "Jaw and shoulders loose", ["M82", "M85"]),
  cue("reset", "When form goes: breathe out, shake the arms, drop the jaw, fast feet", ["M85"]),
  cue("breathing", "Breathe through nose and mouth, in for one or two steps and out for as many", ["M89"]),
  cue("one-cue", "One cue at a time, ten minutes, a few times a week; film from the side", ["M87"]),
  cue("shoes", "Very soft shoes can hide overstriding; change footwear slowly", ["M88"]),
];

function cue(
  id: string,
  title: string,
  source: readonly string[],
  value?: readonly [label: string, low: number | null, high: number | null, unit: string],
): FormCue {
  const [label, low, high, unit] = value ?? [];
  const shown = label && unit ? { label, low: low ?? null, high: high ?? null, unit } : null;
  return { id, title, value: shown, source };
}
