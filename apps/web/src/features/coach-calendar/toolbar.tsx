"use client";

import { Button } from "@repo/ui/button";
import { Checkbox } from "@repo/ui/checkbox";
import { IconButton } from "@repo/ui/icon-button";
import { Menu } from "@repo/ui/menu";
import { Keyboard, Settings2, Undo2 } from "lucide-react";
import type { CalendarActions } from "./calendar-actions.ts";
import type { CalendarHead, WeekStart } from "./calendar-data.ts";
import { clearOps, shiftOps } from "./plan-ops.ts";
import type { CalendarEdits } from "./use-calendar-edits.ts";
import type { Selecting } from "./use-selection.ts";

export type Panel = "check" | "library";
type Props = {
  head: CalendarHead;
  edits: CalendarEdits;
  starts: WeekStart;
  setStarts: (start: WeekStart) => void;
  drafts: boolean;
  setDrafts: (drafts: boolean) => void;
  panel: Panel | null;
  setPanel: (panel: Panel | null) => void;
  goTo: (date: string) => void;
  onGoTo: () => void;
  onKeys: () => void;
  toLookAt: number;
};

/** Where to, what beside the weeks, and the way back. */
export function Toolbar(props: Props) {
  const {
    head,
    edits,
    starts,
    setStarts,
    drafts,
    setDrafts,
    panel,
    setPanel,
    goTo,
    onGoTo,
    onKeys,
    toLookAt,
  } = props;
  const hasDrafts = head.seasons.some(({ status }) => status === "draft");
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <Button onPress={() => goTo(head.today)}>Today</Button>
      <Button onPress={onGoTo}>Go to…</Button>
      {hasDrafts ? (
        <Checkbox label="Drafts" checked={drafts} onChange={(event) => setDrafts(event.target.checked)} />
      ) : null}
      <span className="flex-1" />
      {head.lastEdit && head.mayPlan ? (
        <Button onPress={edits.undo} aria-label={`Undo: ${head.lastEdit.summary}`}>
          <Undo2 aria-hidden="true" className="size-4" />
          Undo
        </Button>
      ) : null}
      {head.mayPlan ? (
        <Button
          aria-pressed={panel === "library"}
          onPress={() => setPanel(panel === "library" ? null : "library")}
        >
          Library
        </Button>
      ) : null}
      <Button aria-pressed={panel === "check"} onPress={() => setPanel(panel === "check" ? null : "check")}>
        {toLookAt > 0 ? `Plan check, ${toLookAt}` : "Plan check"}
      </Button>
      <Menu
        label="View"
        trigger={
          <IconButton label="View">
            <Settings2 aria-hidden="true" />
          </IconButton>
        }
        items={[
          {
            id: "mon",
            label: `${starts === "mon" ? "✓ " : ""}Weeks begin on Monday`,
            onAction: () => setStarts("mon"),
          },
          {
            id: "sun",
            label: `${starts === "sun" ? "✓ " : ""}Weeks begin on Sunday`,
            onAction: () => setStarts("sun"),
          },
        ]}
      />
      <IconButton label="Keys" shortcut="?" onPress={onKeys} className="max-md:hidden">
        <Keyboard aria-hidden="true" />
      </IconButton>
    </div>
  );
}

type BarProps = { selection: Selecting; actions: CalendarActions; edits: CalendarEdits };

/** What may be done with all that is chosen. */
export function SelectionBar({ selection, actions, edits }: BarProps) {
  const { range, picked } = selection;
  if (picked.size === 0 && (range === null || range.from === range.to)) return null;
  const { workouts, from, days } = selection.chosen();
  const n = workouts.length;
  const what = `${n} ${n === 1 ? "workout" : "workouts"}${range ? ` on ${days} days` : ""}`;
  const none = n === 0;
  const asked = { workouts, from };
  return (
    <section
      aria-label="Chosen"
      className="fixed inset-x-2 top-2 z-30 mx-auto flex w-fit max-w-full flex-wrap items-center gap-1.5 rounded-lg border border-line bg-raised px-3 py-2 shadow-raised"
    >
      <p className="mr-2 text-sm font-semibold" aria-live="polite">
        {what}
      </p>
      <Button size="sm" isDisabled={none} onPress={() => actions.copy(workouts, false)}>
        Copy
      </Button>
      <Button size="sm" isDisabled={none} onPress={() => actions.copy(workouts, true)}>
        Cut
      </Button>
      <Button size="sm" isDisabled={!actions.canPaste()} onPress={() => actions.paste(from)}>
        Paste here
      </Button>
      <Button size="sm" isDisabled={none} onPress={() => actions.ask({ kind: "move", ...asked })}>
        Move to…
      </Button>
      <Button
        size="sm"
        isDisabled={none}
        onPress={() => edits.change("shift", shiftOps(workouts, 7), `${what} a week later`)}
      >
        A week later
      </Button>
      <Button size="sm" isDisabled={none} onPress={() => actions.ask({ kind: "repeat", ...asked, days })}>
        Repeat…
      </Button>
      <Button size="sm" isDisabled={none} onPress={() => actions.ask({ kind: "send", ...asked })}>
        To another athlete…
      </Button>
      {range ? (
        <Button size="sm" onPress={() => actions.ask({ kind: "mark", ...range, band: null })}>
          Mark days…
        </Button>
      ) : null}
      <Button
        size="sm"
        isDisabled={none}
        onPress={() => edits.change("clear", clearOps(workouts), `${what} taken off the plan`)}
      >
        Clear
      </Button>
      <Button size="sm" variant="quiet" onPress={selection.clear}>
        Let go
      </Button>
    </section>
  );
}
