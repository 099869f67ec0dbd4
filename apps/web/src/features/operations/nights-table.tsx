import { Section } from "@repo/ui/section";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@repo/ui/table";
import { Day } from "#components/day.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { spanText } from "./span-text.ts";

type Night = RouterOutputs["operations"]["get"]["nights"][number];

/** The last nights: how many athletes, and how long workers were at it. */
export function NightsTable({ nights }: { nights: readonly Night[] }) {
  return (
    <Section
      title="Last nights"
      note="A night begins at 04:00 where each athlete lives, so one lasts a day round the globe. Worked on is the time during which a worker was at it."
    >
      {nights.length === 0 ? (
        <p className="text-sm text-ink-soft">None yet. The first comes when an athlete has joined.</p>
      ) : (
        <Table caption="Last nights">
          <TableHead>
            <TableRow>
              <TableHeader>Night</TableHeader>
              <TableHeader numeric>Judged</TableHeader>
              <TableHeader numeric>Due</TableHeader>
              <TableHeader numeric>Failed</TableHeader>
              <TableHeader numeric>Worked on</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {nights.map((night) => (
              <TableRow key={night.date}>
                <TableRowHeader>
                  <Day iso={night.date} />
                </TableRowHeader>
                <TableCell numeric>{night.done}</TableCell>
                <TableCell numeric>{night.pending}</TableCell>
                <TableCell numeric>{night.failed}</TableCell>
                <TableCell numeric>{workText(night.tookS)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
}

function workText(seconds: number | null): string {
  if (seconds === null) return "–";
  return seconds < 1 ? "under 1 s" : spanText(seconds);
}
