import { expect, test } from "vitest";
import { askedFirst } from "./hats.ts";

const [club, school] = [
  { orgId: "a", name: "Club", role: "coach" },
  { orgId: "b", name: "School", role: "assistant" },
];

test("the organisation that is asked for comes first, and an unknown one changes nothing", () => {
  const both = [club, school].flatMap((each) => each ?? []);
  expect(askedFirst(both, "b").map(({ name }) => name)).toEqual(["School", "Club"]);
  expect(askedFirst(both, "a")).toEqual(both);
  expect(askedFirst(both, "elsewhere")).toEqual(both);
  expect(askedFirst(both, undefined)).toEqual(both);
  expect(askedFirst(both, ["b", "a"])).toEqual(both);
});
