"use client";

import { formatPace, formatPaceRange, type UnitSystem } from "@repo/core/units";
import type { ZoneTable as Zones } from "@repo/core/zones";
import { Table, TableBody, TableCell, TableRow, TableRowHeader } from "@repo/ui/table";
import { useUnits } from "#components/units.tsx";
import { schemeWords } from "#words/progress.ts";
import { wordOf } from "#words/training.ts";

/** The zones of one scheme, from the easiest on. */
export function ZoneTable({ table }: { table: Zones }) {
  const units = useUnits();
  const title = wordOf(schemeWords, table.scheme);
  return (
    <div>
      <h3 className="type-lead mb-1">{table.estimated ? `${title}, first threshold estimated` : title}</h3>
      <Table caption={title}>
        <TableBody>
          {table.zones.map((zone) => (
            <TableRow key={zone.zone}>
              <TableRowHeader>{`${zone.zone} ${zone.name}`}</TableRowHeader>
              <TableCell>
                <span className="type-figure">{rangeOf(zone, table.unit, units)}</span>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function rangeOf(
  { low, high }: { low: number | null; high: number | null },
  unit: "bpm" | "s/km",
  units: UnitSystem,
): string {
  if (unit === "bpm") {
    if (low === null) return `below ${Math.round(high ?? 0)} bpm`;
    return high === null ? `from ${Math.round(low)} bpm` : `${Math.round(low)}–${Math.round(high)} bpm`;
  }
  if (low === null) return `faster than ${formatPace(high ?? Number.NaN, units)}`;
  return high === null ? `slower than ${formatPace(low, units)}` : formatPaceRange(low, high, units);
}
