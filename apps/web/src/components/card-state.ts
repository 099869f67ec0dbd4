import type { CardState } from "@repo/ui/charts";

const BY_GRADE: Readonly<Record<string, CardState>> = {
  short: "off",
  long: "off",
  "far-off": "far-off",
  adapted: "adapted",
  excused: "excused",
};

/** How the card of a planned workout looks: what the athlete said first, then how it was graded. */
export function cardStateOf(workout: { status: string; grade: string | null }, isPast = false): CardState {
  if (workout.status === "excused") return "excused";
  if (workout.status === "missed") return "missed";
  if (workout.status === "changed") return "adapted";
  if (workout.status === "planned") return isPast ? "missed" : "planned";
  return BY_GRADE[workout.grade ?? ""] ?? "done";
}
