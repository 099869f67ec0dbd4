"use client";

import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import { dayName } from "#components/day-words.ts";

type Words = string | null | undefined;
type Props = {
  /** The first line of each is its title. */
  theirs: readonly Words[];
  mine: readonly Words[];
  onTheirs: () => void;
  onMine: () => void;
  /** Decides nothing; keeping theirs where left out. */
  onClose?: () => void;
};

/** Somebody else changed a workout meanwhile: both versions side by side, and the coach decides. */
export function ClashWindow({ theirs, mine, onTheirs, onMine, onClose = onTheirs }: Props) {
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title="Somebody else changed this workout"
      actions={
        <>
          <Button onPress={onTheirs}>Keep theirs</Button>
          <Button variant="solid" onPress={onMine}>
            Use mine
          </Button>
        </>
      }
    >
      <p className="mb-3 text-sm text-ink-soft">Nothing of yours was saved yet.</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Version title="As it is now" lines={theirs} />
        <Version title="Yours" lines={mine} />
      </div>
    </Dialog>
  );
}

/** What of a workout is told when two versions of it are compared. */
export function versionLines(workout: {
  title: string;
  date: string;
  text: string | null;
  coachNote?: string | null;
}): Words[] {
  const { title, date, text, coachNote } = workout;
  return [title, dayName(date), text, coachNote ? `“${coachNote}”` : null];
}

function Version({ title, lines }: { title: string; lines: readonly Words[] }) {
  const [first, ...rest] = lines.filter(Boolean);
  return (
    <section aria-label={title} className="border-l-2 border-line pl-3">
      <h3 className="type-label text-ink-soft">{title}</h3>
      <p className="font-semibold">{first}</p>
      {rest.map((line) => (
        <p key={line} className="text-sm whitespace-pre-line">
          {line}
        </p>
      ))}
    </section>
  );
}
