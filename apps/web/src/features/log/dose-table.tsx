import { Section } from "@repo/ui/section";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@repo/ui/table";
import type { ActivityData } from "./activity-view.tsx";

type Row = ActivityData["dose"][number];

/** Exercises as they were done, beside the dose where there was one. */
export function DoseTable({ rows }: { rows: Row[] }) {
  const hasDose = rows.some(({ meant }) => meant !== null);
  return (
    <Section title={titleOf(rows, hasDose)}>
      <Table caption="Exercises">
        <TableHead>
          <TableRow>
            <TableHeader>Exercise</TableHeader>
            {hasDose ? <TableHeader>Meant</TableHeader> : null}
            <TableHeader>Done</TableHeader>
            <TableHeader numeric>Weight, kg</TableHeader>
            <TableHeader numeric>RPE</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, index) => (
            <TableRow key={`${index}-${row.exercise}`}>
              <TableCell>{row.exercise}</TableCell>
              {hasDose ? <TableCell>{row.meant ?? "not planned"}</TableCell> : null}
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

/** The verdict first: how much of the dose was done. */
function titleOf(rows: readonly Row[], hasDose: boolean): string {
  if (!hasDose) return "Exercises";
  const planned = rows.filter(({ meant }) => meant !== null);
  const whole = planned.filter(({ share }) => share !== null && share >= 1).length;
  if (whole === planned.length) return "The whole dose was done";
  return `${whole} of ${planned.length} exercises at their whole dose`;
}
