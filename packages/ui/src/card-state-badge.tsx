import { CardStateMark } from "./card-state-mark.tsx";
import type { CardState } from "./charts/data-shapes.ts";
import { STATE_WORDS } from "./charts/state-marks.ts";
import { joinClasses } from "./join-classes.ts";

const LOOKS: Record<CardState, string> = {
  planned: "border-state-planned bg-state-planned-soft text-state-planned-text",
  done: "border-state-done bg-state-done-soft text-state-done-text",
  off: "border-state-off bg-state-off-soft text-state-off-text",
  "far-off": "border-state-far-off bg-state-far-off-soft text-state-far-off-text",
  missed: "border-state-missed bg-state-missed-soft text-state-missed-text",
  adapted: "border-state-adapted bg-state-adapted-soft text-state-adapted-text",
  excused: "border-dashed border-state-excused bg-state-excused-soft text-state-excused-text hatched",
  unplanned: "border-state-unplanned bg-state-unplanned-soft text-state-unplanned-text",
};

/** How a card stands: colour, sign and word, so that no one needs the colour. */
export function CardStateBadge({
  state,
  word,
  className,
}: {
  state: CardState;
  word?: string;
  className?: string;
}) {
  return (
    <span
      className={joinClasses(
        "type-narrow inline-flex items-center gap-1.5 rounded-sm border px-1.5 py-0.5 text-xs font-semibold whitespace-nowrap",
        LOOKS[state],
        className,
      )}
    >
      <CardStateMark state={state} />
      {word ?? STATE_WORDS[state]}
    </span>
  );
}
