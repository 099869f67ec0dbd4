import type { FileWarning } from "../activity-file.ts";
import type { FitMessage } from "./messages.ts";
import { MESG } from "./profile.ts";
import { numberOf, timeOf } from "./values.ts";

/** Longer than this on the wall clock and far longer than the timer: the device was left on. */
const LEFT_ON_S = 36 * 3_600;
const DAY_S = 86_400;
const TIMER_EVENT = 0;
const EVENT_START = 0;

/** Seconds between the timer's stops and starts, for a file that lost its summary. */
export function pausedS(messages: readonly FitMessage[], start: number, spanS: number): number {
  let paused = 0;
  let stoppedAt: number | null = null;
  for (const event of messages) {
    if (event.num !== MESG.event || numberOf(event, 0) !== TIMER_EVENT) continue;
    const at = (timeOf(event, 253) ?? Number.NaN) - start;
    if (!(at >= 0 && at <= spanS)) continue;
    if (numberOf(event, 1) === EVENT_START) {
      if (stoppedAt !== null) paused += Math.max(0, at - stoppedAt);
      stoppedAt = null;
    } else stoppedAt ??= at;
  }
  return paused;
}

/** What a device writes that did not count: a session of no time is none. */
export function told(value: number | null): number | null {
  return value === 0 ? null : value;
}

/** The timer as the device says it; rebuilt where it is missing or longer than the wall clock allows. */
export function soundTimer(
  timerS: number | null,
  { elapsedS, spanS }: { elapsedS: number | null; spanS: number | null },
  warnings: FileWarning[],
) {
  if (timerS === null) return told(elapsedS) ?? spanS ?? elapsedS;
  if (spanS !== null && spanS > 0 && timerS > spanS * 4 + DAY_S) {
    warnings.push({
      code: "timer-longer-than-records",
      text: `the timer says ${Math.round(timerS / 3_600)} h but the records span ${Math.round(spanS)} s; these are used`,
    });
    return spanS;
  }
  if (elapsedS !== null && timerS > elapsedS * 1.5 + 60 && (spanS === null || timerS > spanS * 1.5 + 60)) {
    const seconds = Math.round(elapsedS);
    warnings.push({
      code: "timer-longer-than-elapsed",
      text: `the timer says ${Math.round(timerS)} s but only ${seconds} s passed; ${seconds} s are used`,
    });
    return elapsedS;
  }
  return timerS;
}

/** Start to stop; for a device that was left on for days the span of its records, or null, and a warning. */
export function soundElapsed(
  elapsedS: number | null,
  { timerS, spanS }: { timerS: number | null; spanS: number | null },
  warnings: FileWarning[],
): number | null {
  if (elapsedS === null || timerS === null) return elapsedS;
  if (isLeftOn(elapsedS, timerS)) {
    const recordedS =
      spanS !== null && spanS > 0 && !isLeftOn(spanS, timerS) ? Math.max(spanS, timerS) : null;
    const used = recordedS === null ? "only the timer is used" : "the span of its records is used";
    warnings.push({
      code: "wall-clock",
      text: `the wall clock says ${Math.round(elapsedS / 3_600)} h between start and stop, the timer ${Math.round(timerS / 60)} min; ${used}`,
    });
    return recordedS;
  }
  return Math.max(elapsedS, timerS);
}

function isLeftOn(elapsedS: number, timerS: number): boolean {
  return elapsedS < 0 || (elapsedS > LEFT_ON_S && elapsedS > 4 * timerS);
}
