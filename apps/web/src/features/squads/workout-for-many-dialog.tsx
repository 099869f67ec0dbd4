"use client";

import { addDays } from "@repo/core/calendar";
import { DatePicker } from "@repo/ui/date-picker";
import { useState } from "react";
import { dayName } from "#components/day-words.ts";
import { WorkoutBuilder } from "#features/builder/workout-builder.tsx";
import { NEW_DRAFT } from "#features/builder/workout-draft.ts";
import { GivenResults } from "#features/coach-calendar/given-results.tsx";
import { useGiving } from "#features/coach-calendar/use-giving.ts";
import { newClientId } from "#trpc/new-client-id.ts";

type Props = {
  athletes: readonly { athleteId: string; name: string }[];
  today: string;
  onClose: () => void;
};

/** One workout on one day for many athletes, each in their own paces; says what came of each. */
export function WorkoutForManyDialog({ athletes, today, onClose }: Props) {
  const [date, setDate] = useState(addDays(today, 1));
  const giving = useGiving();
  const count = `${athletes.length} ${athletes.length === 1 ? "athlete" : "athletes"}`;
  if (giving.results)
    return <GivenResults title={`For ${count}, ${dayName(date)}`} {...{ giving, onClose }} />;
  return (
    <WorkoutBuilder
      title={`A workout for ${count}`}
      first={NEW_DRAFT}
      athlete={null}
      place={null}
      isNew
      isPending={giving.isBusy}
      head={<DatePicker label="Day" value={date} onChange={(day) => day && setDate(day)} />}
      saveWord={`Give it to ${count}`}
      onSave={({ coachNote: _, ...draft }) =>
        void giving.give(athletes, {
          kind: "add",
          opsFor: () => [{ op: "add", id: newClientId(), date, ...draft }],
        })
      }
      onClose={onClose}
    />
  );
}
