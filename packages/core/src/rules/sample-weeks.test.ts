import { describe, expect, test } from "vitest";
import { checkSeason } from "./index.ts";
import { FIVE_DAYS, SEVEN_DAYS, seasonOf, THREE_DAYS } from "./sample-weeks.ts";

describe("the articles' own sample weeks have known answers", () => {
  test("the 3-day week is clean of every warning", () => {
    expect(
      checkSeason(seasonOf([THREE_DAYS])).filter(
        (finding) => finding.severity !== "info" && finding.rule !== "phase-length",
      ),
    ).toEqual([]);
  });

  test("the 5-day week warns that 25 % is not easy, and is not blocked", () => {
    const findings = checkSeason(seasonOf([FIVE_DAYS]));
    const share = findings.find((finding) => finding.rule === "easy-share");
    expect(share?.severity).toBe("warn");
    expect(share?.evidence[0]?.value).toBeCloseTo(25, 0);
    expect(findings.filter((finding) => finding.severity === "error")).toEqual([]);
  });

  test("the 7-day week warns of its 63 miles, and is not blocked", () => {
    const findings = checkSeason(seasonOf([SEVEN_DAYS]));
    const mileage = findings.find((finding) => finding.rule === "high-mileage");
    expect(mileage?.severity).toBe("warn");
    expect((mileage?.evidence[0]?.value as number) / 1.609344).toBeCloseTo(63, 0);
    expect(findings.filter((finding) => finding.severity === "error")).toEqual([]);
  });
});
