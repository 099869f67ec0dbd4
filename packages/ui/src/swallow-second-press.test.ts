import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { swallowSecondPress } from "./swallow-second-press.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page that counts what reaches it; the first press was at 100, 200 when its clock stood at 0. */
function pageAfter(msSinceFirst: number) {
  const target = new EventTarget();
  swallowSecondPress({ x: 100, y: 200, at: 0 }, { target, now: () => msSinceFirst });
  const reached: string[] = [];
  for (const kind of ["pointerdown", "click"]) {
    target.addEventListener(kind, ({ type }) => reached.push(type));
  }
  const send = (type: string, x: number, y: number, detail = 1) =>
    target.dispatchEvent(Object.assign(new Event(type), { clientX: x, clientY: y, detail }));
  const press = (x: number, y: number) => {
    send("pointerdown", x, y);
    send("click", x, y);
  };
  return { press, send, reached };
}

test("the second half of a double tap does not reach what lay under the window that the first half closed", () => {
  const { press, reached } = pageAfter(200);
  vi.advanceTimersByTime(299);
  press(110, 195);
  expect(reached).toEqual([]);
});

test("a press elsewhere, a later one, and a key go through", () => {
  const { press, send, reached } = pageAfter(200);
  press(100, 300);
  send("click", 100, 200, 0);
  expect(reached).toEqual(["pointerdown", "click", "click"]);
  vi.advanceTimersByTime(301);
  press(100, 200);
  expect(reached).toHaveLength(5);
});

test("whoever has pressed elsewhere since is not in the middle of a double tap", () => {
  const { press, reached } = pageAfter(100);
  press(100, 300);
  press(100, 200);
  expect(reached).toEqual(["pointerdown", "click", "pointerdown", "click"]);
});

test("a second tap that began in time is swallowed to its end", () => {
  const { send, reached } = pageAfter(200);
  vi.advanceTimersByTime(299);
  send("pointerdown", 100, 200);
  vi.advanceTimersByTime(200);
  send("click", 100, 200);
  expect(reached).toEqual([]);
});

test("what closed long after its last press swallows nothing", () => {
  const { press, reached } = pageAfter(500);
  press(100, 200);
  expect(reached).toEqual(["pointerdown", "click"]);
});
