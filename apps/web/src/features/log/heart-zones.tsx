import { formatDuration } from "@repo/core/units";
import { Section } from "@repo/ui/section";
import { Table, TableBody, TableCell, TableRow, TableRowHeader } from "@repo/ui/table";
import { schemeWords } from "#words/progress.ts";
import { wordOf } from "#words/training.ts";
import type { ActivityData } from "./activity-view.tsx";

type Zones = NonNullable<ActivityData["heartZones"]>;

/** Where the session's time was spent by heart rate, in one scheme; dropouts are left out and said. */
export function HeartZones({ zones }: { zones: Zones }) {
  const rows = [
    ...(zones.belowS > 0 ? [{ zone: "", name: "Below them all", durationS: zones.belowS }] : []),
    ...zones.zones.filter(({ durationS }) => durationS > 0),
  ];
  const wholeS = rows.reduce((sum, { durationS }) => sum + durationS, 0);
  return (
    <Section title="Heart-rate zones" note={wordOf(schemeWords, zones.scheme)}>
      <Table caption="Time in zones of heart rate">
        <TableBody>
          {rows.map(({ zone, name, durationS }) => (
            <TableRow key={zone}>
              <TableRowHeader>{`${zone} ${name}`.trim()}</TableRowHeader>
              <TableCell>
                <span className="type-figure">{formatDuration(durationS)}</span>
              </TableCell>
              <TableCell>{`${Math.round((100 * durationS) / wholeS)} %`}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {zones.coverage < 0.995 ? (
        <p className="mt-2 text-sm text-ink-soft">
          {`${Math.round(100 * (1 - zones.coverage))} % of the session has no usable heart rate and is left out.`}
        </p>
      ) : null}
    </Section>
  );
}
