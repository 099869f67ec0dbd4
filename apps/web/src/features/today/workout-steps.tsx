import type { RouterOutputs } from "#trpc/root.ts";
import { WorkoutLines } from "./workout-lines.tsx";

type Workout = Pick<RouterOutputs["today"]["get"]["workouts"][number], "lines" | "text" | "durationS">;
type Props = { workout: Workout; asksConditions?: boolean };

/** What to do: step by step in the athlete's own ranges, or as the coach wrote it. */
export function WorkoutSteps({ workout, asksConditions = false }: Props) {
  return workout.lines.length > 0 ? (
    <WorkoutLines lines={workout.lines} durationS={workout.durationS} isPast={!asksConditions} />
  ) : (
    <PlainText text={workout.text} />
  );
}

/** A strength session or a note, as it was written. */
function PlainText({ text }: { text: string | null }) {
  if (!text) return null;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return (
    <ul className="divide-y divide-line">
      {lines.map((line, index) => (
        <li key={`${index}-${line}`} className="py-2">
          {line}
        </li>
      ))}
    </ul>
  );
}
