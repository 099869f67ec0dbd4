import { evidenceLine, typeset } from "@repo/core/report";
import type { Evidence } from "@repo/core/season";
import { inUnits, type UnitSystem } from "@repo/core/units";
import { readEvidence } from "./read-evidence.ts";
import { sayPlateau } from "./say-plateau.ts";
import { STORIES } from "./stories.ts";

/** A warning as a coach would say it: the thing first, then its numbers as sentences. */
export type WarningWords = {
  /** In the place of the kind's own badge, where the evidence tells more. */
  badge: string | null;
  title: string;
  story: string;
};

const ROWS = 4;

type Told = { kind: string; severity: string; title: string; evidence: unknown };

/** In the reader's units. Evidence without words of its own kind is shown as a line of numbers, never left out. */
export function sayWarning(warning: Told, units: UnitSystem = "metric"): WarningWords {
  const { badge, title, story } = wordsOf(warning);
  return { badge, title: inUnits(title, units), story: inUnits(story, units) };
}

function wordsOf(warning: Told): WarningWords {
  const { kind, title } = warning;
  const evidence = (Array.isArray(warning.evidence) ? warning.evidence : []) as Evidence[];
  const of = readEvidence(evidence);
  if (kind === "plateau") {
    const said = sayPlateau(of, warning.severity !== "info");
    if (said) return said;
  }
  const said = STORIES[kind]?.(of, title);
  if (said) return { badge: null, ...said };
  const line = evidenceLine(evidence, ROWS);
  return { badge: null, title: typeset(title), story: line ? `${line}.` : "" };
}
