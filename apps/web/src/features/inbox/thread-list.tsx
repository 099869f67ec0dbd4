import { Day } from "#components/day.tsx";
import { shortDay } from "#components/day-words.ts";
import type { RouterOutputs } from "#trpc/root.ts";

export type Thread = RouterOutputs["inbox"]["list"][number];

/** A conversation's own name in an address: whose, and on which workout. */
export function keyOf({
  athleteId,
  plannedWorkoutId,
}: Pick<Thread, "athleteId" | "plannedWorkoutId">): string {
  return plannedWorkoutId ? `${athleteId}.${plannedWorkoutId}` : athleteId;
}

type Props = { threads: readonly Thread[]; openKey: string | null; onOpen: (key: string) => void };

/** The conversations, what is new first; the open one is marked. */
export function ThreadList({ threads, openKey, onOpen }: Props) {
  return (
    <ul aria-label="Conversations" className="divide-y divide-line border-y border-line">
      {threads.map((thread) => {
        const key = keyOf(thread);
        return (
          <li key={key}>
            <button
              type="button"
              data-thread={key}
              aria-current={key === openKey ? "true" : undefined}
              onClick={() => onOpen(key)}
              className="grid w-full grid-cols-[0.75rem_minmax(0,1fr)] gap-x-2 px-1 py-3 text-left hover:bg-sunken/60 aria-current:bg-sunken"
            >
              <span className="flex h-5 items-center">
                {thread.unread > 0 ? (
                  <span aria-hidden="true" className="size-2 rounded-full bg-track" />
                ) : null}
              </span>
              <span className="min-w-0">
                <span className="flex items-baseline justify-between gap-3">
                  <span className={thread.unread > 0 ? "type-lead" : "text-[0.9375rem]"}>
                    {thread.athleteName}
                    {thread.unread > 0 ? (
                      <span className="sr-only">{`, ${newWords(thread.unread)}`}</span>
                    ) : null}
                  </span>
                  <span className="type-narrow shrink-0 text-xs text-ink-soft">
                    <Day iso={thread.lastAt} />
                  </span>
                </span>
                <span className="type-narrow block truncate text-xs text-ink-soft">{subjectOf(thread)}</span>
                <span className="mt-0.5 block truncate text-sm text-ink-soft">
                  {thread.lastIsMine ? `You: ${thread.lastBody}` : thread.lastBody}
                </span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

export function subjectOf({ workoutTitle, workoutOn }: Thread): string {
  return workoutTitle && workoutOn ? `${workoutTitle}, ${shortDay(workoutOn)}` : "Beside the workouts";
}

function newWords(count: number): string {
  return count === 1 ? "one new word" : `${count} new words`;
}
