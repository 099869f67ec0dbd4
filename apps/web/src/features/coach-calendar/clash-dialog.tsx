"use client";

import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import { dayName } from "#components/day-words.ts";
import type { Op } from "./calendar-data.ts";
import type { CalendarEdits, Clash } from "./use-calendar-edits.ts";

type Props = { clash: Clash; edits: CalendarEdits };

/** Somebody else changed a workout meanwhile: both versions side by side, and the coach decides. */
export function ClashDialog({ clash, edits }: Props) {
  const { current, sent } = clash;
  const mine = sent.ops.find(({ id }) => id === current.id);
  const close = () => {
    edits.settleClash();
    edits.refetch();
  };
  const useMine = () => {
    const ops = sent.ops.map(
      (op): Op => (op.id === current.id ? ({ ...op, version: current.version } as Op) : op),
    );
    edits.settleClash();
    edits.change(sent.kind, ops, sent.said);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={close}
      title="Somebody else changed this workout"
      actions={
        <>
          <Button onPress={close}>Keep theirs</Button>
          <Button variant="solid" onPress={useMine}>
            Use mine
          </Button>
        </>
      }
    >
      <p className="mb-3 text-sm text-ink-soft">Nothing of yours was saved yet.</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Version title="As it is now" lines={[current.title, dayName(current.date), current.text]} />
        <Version title="Yours" lines={linesOf(mine, current)} />
      </div>
    </Dialog>
  );
}

function Version({ title, lines }: { title: string; lines: readonly (string | null | undefined)[] }) {
  const [first, ...rest] = lines.filter(Boolean);
  return (
    <section className="border-l-2 border-line pl-3">
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

function linesOf(op: Op | undefined, current: Clash["current"]): (string | null | undefined)[] {
  if (op?.op === "move") return [current.title, dayName(op.to)];
  if (op?.op === "remove") return ["Taken off the plan"];
  if (op?.op === "edit") return [op.title ?? current.title, dayName(current.date), op.text ?? current.text];
  return [current.title];
}
