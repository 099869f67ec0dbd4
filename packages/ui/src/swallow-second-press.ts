/** Two presses belong to one double tap when the second begins within this time of the first … */
const DOUBLE_TAP_MS = 500;
/** … and this close to it: a finger does not find the same point twice. */
const NEAR_PX = 40;
const KINDS = [
  "pointerdown",
  "mousedown",
  "touchstart",
  "pointerup",
  "mouseup",
  "touchend",
  "click",
  "dblclick",
] as const;

/** Where a press began, in pixels of the window, and when, in milliseconds of the page's clock. */
export type Press = { x: number; y: number; at: number };

/**
 * Keeps the second half of a double tap from what lies under a window that the first half closed. A press elsewhere
 * goes through and ends it, and so do a later one and a key.
 *
 * @param first the last press within what has just gone
 */
export function swallowSecondPress(
  first: Press,
  { target = window, now = () => performance.now() }: { target?: EventTarget; now?: () => number } = {},
): void {
  const left = first.at + DOUBLE_TAP_MS - now();
  if (left <= 0) return;
  let timer: ReturnType<typeof setTimeout>;
  const end = () => {
    for (const kind of KINDS) target.removeEventListener(kind, swallow, { capture: true });
  };
  const swallow = (event: Event) => {
    if (!isNear(event, first)) {
      // Whoever presses elsewhere first is not in the middle of a double tap.
      if (event.type === "pointerdown") end();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type !== "pointerdown") return;
    // What began in time ends in time, however long the finger stays.
    clearTimeout(timer);
    timer = setTimeout(end, DOUBLE_TAP_MS);
  };
  for (const kind of KINDS) target.addEventListener(kind, swallow, { capture: true, passive: false });
  timer = setTimeout(end, left);
}

function isNear(event: Event, { x, y }: Press): boolean {
  const touched = (event as Partial<TouchEvent>).changedTouches?.[0];
  const { clientX, clientY, detail } = (touched ?? event) as Partial<MouseEvent>;
  // A click by a key, or by a program that reads the page aloud, has no place.
  if (clientX === undefined || clientY === undefined || (event.type === "click" && detail === 0))
    return false;
  return Math.hypot(clientX - x, clientY - y) <= NEAR_PX;
}
