import { expect, test } from "vitest";
import { changeLedger, specOfWorkout } from "./index.ts";

const intervals = (text: string) => {
  const spec = specOfWorkout({ kind: "intervals", hard: true, title: "Intervals", text });
  if (!spec) throw new RangeError("expected something hard");
  return spec;
};
const changes = (before: string, now: string) =>
  Object.fromEntries(
    changeLedger(intervals(before), intervals(now)).lines.map(({ variable, change }) => [variable, change]),
  );

test("each of the four variables is held against the last time (M44)", () => {
  const base = "5 x 1000m @5k, 90s jog";
  expect(changes(base, base)).toEqual({ repetitions: "same", length: "same", pace: "same", rest: "same" });
  expect(changes(base, "6 x 1000m @5k, 90s jog")).toMatchObject({
    repetitions: "harder",
    pace: "same",
    rest: "same",
  });
  expect(changes(base, "5 x 1000m @5k-2, 90s jog")).toMatchObject({ pace: "harder", length: "same" });
  expect(changes(base, "5 x 1000m @10k, 90s jog")).toMatchObject({ pace: "easier" });
  expect(changes(base, "5 x 1200m @5k, 60s jog")).toMatchObject({ length: "harder", rest: "harder" });
  expect(changes(base, "5 x 3min @5k, 200m jog")).toMatchObject({ length: "other", rest: "other" });
});

test("two variables harder at once are counted, and the same is called the same", () => {
  const before = intervals("5 x 1000m @5k, 90s jog");
  expect(changeLedger(before, intervals("6 x 1000m @5k, 60s jog"))).toMatchObject({ harder: 2, same: false });
  expect(changeLedger(before, intervals("5 x 1000m @5k, 90s jog"))).toMatchObject({ harder: 0, same: true });
  expect(changeLedger(before, intervals("4 x 1000m @5k, 90s jog")).lines[0]).toMatchObject({
    before: 5,
    now: 4,
    change: "easier",
  });
});

test("an easy run and strength have nothing to hold against each other", () => {
  expect(specOfWorkout({ kind: "easy", hard: false, title: "Easy", text: "10km easy" })).toBeNull();
  expect(specOfWorkout({ kind: "strength", hard: false, title: "Gym", text: "Squat 3 x 6" })).toBeNull();
});
