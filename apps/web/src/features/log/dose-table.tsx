import { CardStateBadge } from "@repo/ui/card-state-badge";
import { Section } from "@repo/ui/section";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@repo/ui/table";
import { cardStateOf } from "#components/card-state.ts";
import type { ActivityData } from "./activity-view.tsx";

type Row = ActivityData["dose"][number];

/** Exercises as they were done, beside the dose where there was one. */
export function DoseTable({ activity: { dose: rows, workout } }: { activity: ActivityData }) {
  const isMeant = hasDose(rows);
  return (
    <Section
      title={titleOf(rows)}
      note={workout && isMeant ? <CardStateBadge state={cardStateOf(workout)} /> : undefined}
    >
      <Table caption="Exercises">
        <TableHead>
          <TableRow>
            <TableHeader>Exercise</TableHeader>
            {isMeant ? <TableHeader>Meant</TableHeader> : null}
            <TableHeader>Done</TableHeader>
            <TableHeader numeric>Weight, kg</TableHeader>
            <TableHeader numeric>RPE</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, index) => (
            <TableRow key={`${index}-${row.exercise}`}>
              <TableCell>{row.exercise}</TableCell>
              {isMeant ? <TableCell>{row.meant ?? "not planned"}</TableCell> : null}
              <TableCell>{row.done ?? "not done"}</TableCell>
              <TableCell numeric>{row.weightKg ?? "–"}</TableCell>
              <TableCell numeric>{row.rpe ?? "–"}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}

/** Whether a plan had said what to do. */
export function hasDose(rows: readonly Row[]): boolean {
  return rows.some(({ meant }) => meant !== null);
}

/** The verdict first: how much of the dose was done. */
function titleOf(rows: readonly Row[]): string {
  if (!hasDose(rows)) return "Exercises";
  const planned = rows.filter(({ meant }) => meant !== null);
  const whole = planned.filter(({ share }) => share !== null && share >= 1).length;
  if (whole === planned.length) return "The whole dose was done";
  return `${whole} of ${planned.length} exercises at their whole dose`;
}
