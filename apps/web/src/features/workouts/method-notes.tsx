import { FORM_CUES } from "@repo/core/strength";
import { libraryWorkout, SPEED_BLOCK, WORKOUT_PRINCIPLES } from "@repo/core/workouts";
import { Disclosure } from "@repo/ui/disclosure";
import { Section } from "@repo/ui/section";
import { memo } from "react";
import { AdviceList } from "#components/advice.tsx";
import { sourceWords } from "#words/sources.ts";

/** What the articles say about giving workouts, beside the workouts themselves. */
export const MethodNotes = memo(function MethodNotes() {
  return (
    <Section title="How they are given">
      <AdviceList summary="Principles" pieces={WORKOUT_PRINCIPLES} />
      <AdviceList summary="Cues of form, one at a time" pieces={FORM_CUES} />
      <Disclosure summary={SPEED_BLOCK.title}>
        <ol className="max-w-prose space-y-1 border-l-2 border-line pl-4 text-sm">
          {Array.from({ length: SPEED_BLOCK.weeks }, (_, index) => (
            <li key={index + 1}>{`Week ${index + 1}: ${sessionsOf(index + 1)}`}</li>
          ))}
        </ol>
        <p className="mt-1 pl-4 text-xs text-ink-soft">{`${sourceWords(SPEED_BLOCK.source)}; which sessions they are is ours`}</p>
      </Disclosure>
    </Section>
  );
});

function sessionsOf(week: number): string {
  return SPEED_BLOCK.sessions
    .filter((session) => session.week === week)
    .map(({ workout, dose }) => libraryWorkout(workout)?.doses[dose]?.main.replaceAll("\n", ", ") ?? workout)
    .join("; ");
}
