"use client";

import { Section } from "@repo/ui/section";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@repo/ui/table";
import { Day } from "#components/day.tsx";
import { cycleWords, legsWords } from "#words/training.ts";
import type { Overview } from "./athlete-view.tsx";

/** The last two weeks of mornings, as far as they are shared. */
export function CheckIns({ athlete }: { athlete: Overview }) {
  const { shares, checkIns, name } = athlete;
  const wellness = shares.includes("wellness");
  const medical = shares.includes("medical");
  return (
    <Section title="Check-ins">
      {!wellness && !medical ? (
        <p className="text-sm text-ink-soft">{`${name} shares training with you, and not check-ins.`}</p>
      ) : checkIns.length === 0 ? (
        <p className="text-sm text-ink-soft">No check-in in the last 14 days.</p>
      ) : (
        <Table caption="Check-ins of the last 14 days">
          <TableHead>
            <TableRow>
              <TableHeader>Day</TableHeader>
              {wellness ? (
                <>
                  <TableHeader>Legs</TableHeader>
                  <TableHeader numeric>Sleep, h</TableHeader>
                  <TableHeader numeric>Soreness</TableHeader>
                  <TableHeader numeric>Stress</TableHeader>
                  <TableHeader numeric>Mood</TableHeader>
                  <TableHeader numeric>Resting HR</TableHeader>
                  <TableHeader numeric>HRV</TableHeader>
                </>
              ) : null}
              <TableHeader>Note</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {checkIns.map((row) => (
              <TableRow key={row.localDate}>
                <TableCell>
                  <Day iso={row.localDate} />
                </TableCell>
                {wellness ? (
                  <>
                    <TableCell>{row.legs ? legsWords[row.legs] : "–"}</TableCell>
                    <TableCell numeric>{row.sleepHours ?? "–"}</TableCell>
                    <TableCell numeric>{row.soreness ?? "–"}</TableCell>
                    <TableCell numeric>{row.stress ?? "–"}</TableCell>
                    <TableCell numeric>{row.mood ?? "–"}</TableCell>
                    <TableCell numeric>{row.restingHrBpm ?? "–"}</TableCell>
                    <TableCell numeric>{row.hrvRmssdMs ?? "–"}</TableCell>
                  </>
                ) : null}
                <TableCell>{noteOf(row)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
}

function noteOf(row: Overview["checkIns"][number]): string {
  const { ill, painSite, painLevel, cyclePhase, medicalNotes, notes } = row;
  const parts = [
    ill ? "Ill" : null,
    painSite ? `Pain: ${painSite} ${painLevel ?? ""}/10` : null,
    cyclePhase ? `Cycle: ${cycleWords[cyclePhase]}` : null,
    medicalNotes,
    notes,
  ];
  return parts.filter(Boolean).join(". ");
}
