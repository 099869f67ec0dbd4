import type { CardState } from "./charts/data-shapes.ts";
import { STATE_MARKS } from "./charts/state-marks.ts";

/** The sign of a card's state; decoration beside its word. */
export function CardStateMark({ state, className = "size-3.5" }: { state: CardState; className?: string }) {
  const mark = STATE_MARKS[state];
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" className={className}>
      {mark.filled ? <path d={mark.filled} fill="currentColor" /> : null}
      <path
        d={mark.d}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
