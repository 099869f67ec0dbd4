"use client";

import { ClashWindow, versionLines } from "#components/clash-window.tsx";
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
    <ClashWindow
      theirs={versionLines(current)}
      mine={linesOf(mine, current)}
      onTheirs={close}
      onMine={useMine}
    />
  );
}

function linesOf(op: Op | undefined, current: Clash["current"]): (string | null | undefined)[] {
  if (op?.op === "move") return versionLines({ ...current, date: op.to });
  if (op?.op === "remove") return ["Taken off the plan"];
  if (op?.op === "edit") {
    const { title = current.title, text = current.text, coachNote = current.coachNote } = op;
    return versionLines({ title, date: current.date, text, coachNote });
  }
  return [current.title];
}
