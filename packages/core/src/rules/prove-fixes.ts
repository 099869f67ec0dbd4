import type { Finding, Season } from "@repo/core/season";
import { applyFix } from "@repo/core/season";
import { type CheckOptions, checkSeason } from "./check-season.ts";

/**
 * The findings of a season, each fix applied and the season checked again: one that leaves its finding, or brings an error
 * that was not there, is not offered. Its place takes the advice to rearrange the week by hand.
 */
export function proveFixes(
  season: Season,
  findings: readonly Finding[],
  options: CheckOptions = {},
): Finding[] {
  const errors = errorsByRule(findings);
  return findings.map((finding) => {
    const { fix } = finding;
    if (!fix || fix.kind === "advice") return finding;
    const after = checkSeason(applyFix(season, fix), options);
    const stays = after.some((each) => each.title === finding.title && each.dates[0] === finding.dates[0]);
    const breaks = [...errorsByRule(after)].some(([rule, count]) => count > (errors.get(rule) ?? 0));
    return stays || breaks ? { ...finding, fix: { kind: "advice", code: "rearrange-by-hand" } } : finding;
  });
}

/** How many findings of severity error each rule has. */
function errorsByRule(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, severity } of findings)
    if (severity === "error") counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}
