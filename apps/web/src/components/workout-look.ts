import type { CardState, Phase } from "@repo/ui/charts";

type Edge = Phase | "rest" | "strength";

const EDGES: Readonly<Record<string, Edge>> = {
  easy: "base",
  recovery: "recovery",
  long: "base",
  threshold: "build",
  progression: "build",
  "race-pace": "build",
  fartlek: "speed",
  intervals: "speed",
  repetitions: "speed",
  hills: "peak",
  sprints: "peak",
  strides: "base",
  race: "race",
  strength: "strength",
  plyometrics: "strength",
  drills: "strength",
  mobility: "strength",
  cross: "strength",
  rest: "rest",
};

/** The colour of a workout's edge: what the day is for. */
export function edgeOf(kind: string): Edge {
  return EDGES[kind] ?? "free";
}

type Standing = { date: string; kind: string; status: string; grade: string | null };

/** How a planned workout stands on a day. */
export function cardStateOf({ date, kind, status, grade }: Standing, today: string): CardState {
  if (status === "missed") return "missed";
  if (status === "excused") return "excused";
  if (status === "changed") return "adapted";
  if (status === "done") {
    if (grade === "far-off") return "far-off";
    return grade === "short" || grade === "long" ? "off" : "done";
  }
  return date < today && kind !== "rest" ? "missed" : "planned";
}
