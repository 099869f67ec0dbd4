"use client";

import { Disclosure } from "@repo/ui/disclosure";
import { shortDay } from "#components/day-words.ts";
import type { SeasonData } from "./use-plan-edits.ts";

/** The year's peaks as a ledger: which they are, what stands around each, and how many are left. */
export function PeakBudget({ season }: { season: SeasonData }) {
  const { allowed, used, peaks } = season.peaks;
  if (peaks.length === 0) return null;
  const left = allowed - used;
  const word = left < 0 ? `${-left} more than a year allows` : left === 0 ? "none left" : `${left} left`;
  return (
    <Disclosure open summary={`Peaks: ${used} of ${allowed} a year, ${word}`} className="mt-4">
      <table className="w-full text-sm">
        <thead>
          <tr className="type-label text-left text-ink-soft">
            <th scope="col" className="py-1 pr-2 font-medium">
              Peak
            </th>
            <th scope="col" className="px-2 text-right font-medium">
              Base before
            </th>
            <th scope="col" className="px-2 text-right font-medium">
              Weeks
            </th>
            <th scope="col" className="pl-2 text-right font-medium">
              Recovery
            </th>
          </tr>
        </thead>
        <tbody>
          {peaks.map((peak) => (
            <tr key={peak.start} className="border-t border-line align-top">
              <th scope="row" className="py-1.5 pr-2 text-left font-normal">
                <span className={peak.number > peak.of ? "font-semibold text-track-text" : ""}>
                  {`${peak.number} of ${peak.of}`}
                </span>
                <span className="type-narrow block text-xs text-ink-soft">
                  {peak.races
                    .map(
                      ({ name, date, distanceM }) =>
                        `${name ?? `${distanceM / 1_000} km`}, ${shortDay(date)}`,
                    )
                    .join("; ") || `from ${shortDay(peak.start)}`}
                  {peak.season === null ? null : `, in “${peak.season}”`}
                </span>
              </th>
              <td className="type-figure px-2 py-1.5 text-right">{peak.baseWeeks ?? "–"}</td>
              <td className="type-figure px-2 py-1.5 text-right">{peak.weeks ?? "–"}</td>
              <td
                className={`type-figure py-1.5 pl-2 text-right ${peak.recoveryWeeks === 0 ? "font-semibold text-track-text" : ""}`}
              >
                {peak.recoveryWeeks ?? "–"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1.5 text-xs text-ink-soft">
        One or two peaks a year, three where all goal races are short, whichever seasons they lie in; each
        followed by recovery. Source: M129, M131
      </p>
    </Disclosure>
  );
}
