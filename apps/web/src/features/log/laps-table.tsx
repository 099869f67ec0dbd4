import { formatDistance, formatDuration, formatPace, type UnitSystem } from "@repo/core/units";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@repo/ui/table";

type Row = {
  kind?: string | null;
  distanceM: number | null;
  durationS: number | null;
  avgHrBpm: number | null;
};

const KINDS: Readonly<Record<string, string>> = {
  warmup: "warm-up",
  work: "work",
  rest: "rest",
  cooldown: "cool-down",
};

/** Laps or splits, one a row; the faster a row, the longer its bar. */
export function LapsTable({
  rows,
  units,
  caption,
}: {
  rows: readonly Row[];
  units: UnitSystem;
  caption: string;
}) {
  const fastest = Math.max(...rows.map(speedOf));
  return (
    <Table caption={caption}>
      <TableHead>
        <TableRow>
          <TableHeader>No.</TableHeader>
          <TableHeader>Distance</TableHeader>
          <TableHeader>Time</TableHeader>
          <TableHeader>Pace</TableHeader>
          <TableHeader>HR</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row, index) => (
          <TableRow key={`${index}-${row.durationS}`}>
            <TableCell>
              <span className="type-figure">{index + 1}</span>
              {row.kind ? <span className="ml-2 text-xs text-ink-soft">{KINDS[row.kind]}</span> : null}
            </TableCell>
            <TableCell>{row.distanceM === null ? "–" : formatDistance(row.distanceM, units, 2)}</TableCell>
            <TableCell>{row.durationS === null ? "–" : formatDuration(row.durationS)}</TableCell>
            <TableCell>
              <span className="flex items-center gap-2">
                {speedOf(row) > 0 ? formatPace(1_000 / speedOf(row), units) : "–"}
                <span
                  aria-hidden="true"
                  className="hidden h-1.5 rounded-sm bg-fitness sm:block"
                  style={{ width: `${fastest > 0 ? (speedOf(row) / fastest) * 5 : 0}rem` }}
                />
              </span>
            </TableCell>
            <TableCell>{row.avgHrBpm === null ? "–" : Math.round(row.avgHrBpm)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function speedOf({ distanceM, durationS }: Row): number {
  return distanceM && durationS ? distanceM / durationS : 0;
}
