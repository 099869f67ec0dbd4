"use client";

import { useState } from "react";
import { Button } from "./button.tsx";
import { Calendar, type CalendarProps } from "./calendar.tsx";
import { Dialog } from "./dialog.tsx";

export type MoveToDialogProps = Pick<
  CalendarProps,
  "min" | "max" | "isDayUnavailable" | "markOf" | "firstDayOfWeek"
> & {
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  /** What is moved: "Tempo 3 × 10 min". */
  name: string;
  from: string;
  onMove: (day: string) => void;
  /** What the choice would break or needs; shown before it is saved. */
  noteOf?: (day: string) => string | null;
  words?: { title?: string; move?: string; cancel?: string };
};

/** The way to move a workout without dragging. */
export function MoveToDialog({
  isOpen,
  onOpenChange,
  name,
  from,
  onMove,
  noteOf,
  words,
  ...calendar
}: MoveToDialogProps) {
  const [day, setDay] = useState(from);
  const note = noteOf?.(day) ?? null;
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      size="sm"
      title={words?.title ?? `Move ${name} to…`}
      actions={(close) => (
        <>
          <Button onPress={close}>{words?.cancel ?? "Cancel"}</Button>
          <Button
            variant="solid"
            isDisabled={day === from}
            onPress={() => {
              onMove(day);
              close();
            }}
          >
            {words?.move ?? "Move"}
          </Button>
        </>
      )}
    >
      <div className="flex flex-col items-center">
        <Calendar
          {...calendar}
          label={words?.title ?? `Move ${name} to`}
          value={day}
          onChange={setDay}
          autoFocus
        />
      </div>
      <p aria-live="polite" className="mt-2 min-h-5 text-sm text-attention-text">
        {note}
      </p>
    </Dialog>
  );
}
