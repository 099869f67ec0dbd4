import { formatTarget } from "./format-target.ts";
import { formatLength } from "./length-text.ts";
import type { Step, StepKind, Target } from "./schema.ts";
import { defaultKindOf, isEasyTarget } from "./target-text.ts";

/** A step in its canonical spelling, which `readStep` reads back to the very same step. */
export function formatStep(step: Step): string {
  const length = formatLength(step.length);
  const [prefix, words] = wordsFor(step.kind, step.target);
  const end = step.targetEnd ? `> ${formatTarget(step.targetEnd)}` : "";
  const note = step.note === null || step.note === undefined ? "" : `"${escapeNote(step.note)}"`;
  return [prefix, length, words, end, note].filter((part) => part !== "").join(" ");
}

function wordsFor(kind: StepKind, target: Target | null): [prefix: string, words: string] {
  const text = target ? formatTarget(target) : "";
  if (kind === "warmup") return ["", text ? `warm-up ${text}` : "warm-up"];
  if (kind === "cooldown") return ["", text ? `cool-down ${text}` : "cool-down"];
  if (target === null) {
    return ["", { work: "work", recovery: "recovery", rest: "rest", steady: "run" }[kind]];
  }
  if (defaultKindOf(target) === kind) return ["", text];
  if (kind === "recovery" && target.kind !== "effort") {
    return ["", `${isEasyTarget(target) ? "jog" : "float"} ${text}`];
  }
  return [`${kind}:`, text];
}

/** A note as it stands between quotes. */
function escapeNote(note: string): string {
  return note.replace(/[\\"\n\r]/g, (sign) => ({ "\n": "\\n", "\r": "\\r" })[sign] ?? `\\${sign}`);
}

/** The note that {@link escapeNote} wrote. */
export function unescapeNote(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, sign: string) => ({ n: "\n", r: "\r" })[sign] ?? sign);
}
