import { expect, test } from "vitest";
import { followVersions, upToDate } from "./follow-versions.ts";

test("a change that waited behind our own change of the same workout goes out upon what that one made", () => {
  followVersions({ workouts: [{ id: "tempo", version: 4 }] });
  followVersions({ workouts: [{ id: "tempo", version: 5 }] });
  const op = { op: "move", id: "tempo", version: 3, to: "2026-12-04" };
  expect(upToDate({ athleteId: "a", ops: [op] })).toEqual({ athleteId: "a", ops: [{ ...op, version: 5 }] });
  expect(upToDate({ id: "tempo", version: 4, to: "2026-12-05" })).toMatchObject({ version: 5 });
});

test("what somebody else changed is not followed, so that it meets their version", () => {
  followVersions({ workouts: [{ id: "long", version: 8 }] });
  expect(upToDate({ id: "long", version: 6 })).toEqual({ id: "long", version: 6 });
  expect(upToDate({ id: "easy", version: 1 })).toEqual({ id: "easy", version: 1 });
});

test("a log has no versions and stays as it is", () => {
  followVersions(null);
  expect(upToDate({ mutationId: "m", distanceM: 8000 })).toEqual({ mutationId: "m", distanceM: 8000 });
});
