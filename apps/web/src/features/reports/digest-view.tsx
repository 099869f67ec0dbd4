import { evidenceLine } from "@repo/core/report";
import { comingLines, quietLine, sinceWords, trendLines } from "@repo/services/reports";
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
import { Distance } from "#components/distance.tsx";
import { Link } from "#components/link.tsx";
import { SeasonRibbon } from "#components/season-ribbon.tsx";
import { Told } from "#components/told.tsx";
import { WarningBadge } from "#components/warning-badge.tsx";
import type { RouterOutputs } from "#trpc/root.ts";

type Content = RouterOutputs["reports"]["get"]["content"];
type Athlete = Content["needs"][number];

/** A morning digest as a page: who needs the coach and why, yesterday, silence. The same content as its mail. */
export function DigestView({ content }: { content: Content }) {
  const quiet = quietLine(content);
  const coming = comingLines(content, "metric");
  return (
    <>
      {quiet ? <p className="type-lead py-2">{quiet}</p> : null}
      {content.needs.length > 0 ? (
        <ol aria-label="Athletes who need you">
          {content.needs.map((athlete) => (
            <AthletePart key={athlete.athleteId} athlete={athlete} today={content.date} />
          ))}
        </ol>
      ) : null}
      {content.notes.length > 0 ? (
        <Section title="Worth a look" note="Nothing must be done today">
          <ul className="divide-y divide-line border-y border-line">
            {content.notes.map((athlete) => (
              <NotePart key={athlete.athleteId} athlete={athlete} />
            ))}
          </ul>
        </Section>
      ) : null}
      {content.readings && content.readings.length > 0 ? <Readings rows={content.readings} /> : null}
      {content.yesterday.length > 0 ? <Yesterday rows={content.yesterday} /> : null}
      <Trends content={content} />
      {coming.length > 0 ? <Today lines={coming} /> : null}
      {content.silent.length > 0 ? <Silent rows={content.silent} /> : null}
    </>
  );
}

function AthletePart({ athlete, today }: { athlete: Athlete; today: string }) {
  const { ribbon } = athlete;
  return (
    <li className="grid gap-x-8 gap-y-3 border-b border-line py-5 md:grid-cols-[15rem_minmax(0,1fr)]">
      <div>
        <h2 className="type-lead">
          <Link href={`/athletes/${athlete.athleteId}`} className="hover:underline">
            {athlete.name}
          </Link>
        </h2>
        {ribbon ? (
          <SeasonRibbon
            season={ribbon}
            today={today}
            size={{ width: 240, height: 44 }}
            name={athlete.name}
            id={`ribbon-${athlete.athleteId}`}
          />
        ) : (
          <p className="text-sm text-ink-soft">No season yet</p>
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        {athlete.warnings.map((warning) => (
          <div key={warning.id}>
            <WarningBadge warning={warning} />
            <p className="mt-1.5 font-semibold">{warning.title}</p>
            <p className="max-w-prose text-sm text-ink-soft">
              {warning.story ?? `${evidenceLine(warning.evidence)}.`} {sinceWords(warning, today)}
            </p>
            {warning.remedy ? <p className="mt-1 max-w-prose text-sm">What helps: {warning.remedy}</p> : null}
          </div>
        ))}
      </div>
    </li>
  );
}

function NotePart({ athlete }: { athlete: Athlete }) {
  return (
    <li className="py-3 text-sm">
      <Link href={`/athletes/${athlete.athleteId}`} className="font-semibold hover:underline">
        {athlete.name}
      </Link>
      <span className="block text-ink-soft">{athlete.warnings.map(({ title }) => title).join("; ")}</span>
    </li>
  );
}

function Readings({ rows }: { rows: NonNullable<Content["readings"]> }) {
  return (
    <Section title="To read">
      <ul className="flex flex-col gap-1 text-sm">
        {rows.map(({ label, path }) => (
          <li key={path}>
            <Link href={path} className="inline-flex min-h-6 items-center font-semibold hover:underline">
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Yesterday({ rows }: { rows: Content["yesterday"] }) {
  return (
    <Section title="Yesterday">
      <Table caption="Yesterday">
        <TableHead>
          <TableRow>
            <TableHeader>Athlete</TableHeader>
            <TableHeader>Workouts done</TableHeader>
            <TableHeader numeric>Distance</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.athleteId}>
              <TableRowHeader>
                <Link href={`/athletes/${row.athleteId}`} className="font-semibold hover:underline">
                  {row.name}
                </Link>
              </TableRowHeader>
              <TableCell>
                {row.planned === 0 ? "none planned" : `${row.done} of ${row.planned}`}
                {row.missed > 0 ? <span className="text-ink-soft"> ({row.missed} not logged)</span> : null}
              </TableCell>
              <TableCell numeric>
                <Distance metres={metresOf(row.doneKm)} decimals={1} />
                {row.plannedKm === null ? null : (
                  <>
                    {" of "}
                    <Distance metres={metresOf(row.plannedKm)} decimals={1} />
                  </>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}

function Today({ lines }: { lines: readonly string[] }) {
  return (
    <Section title="Today">
      <ul className="flex flex-col gap-1 text-sm">
        {lines.map((line) => (
          <li key={line}>
            <Told text={line} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Silent({ rows }: { rows: Content["silent"] }) {
  return (
    <Section title="Nothing heard">
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {rows.map(({ athleteId, name, days }) => (
          <li key={athleteId}>
            <Link
              href={`/athletes/${athleteId}`}
              className="inline-flex min-h-6 items-center font-semibold hover:underline"
            >
              {name}
            </Link>{" "}
            <span className="text-ink-soft">{days === null ? "nothing logged yet" : `for ${days} days`}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Trends({ content }: { content: Content }) {
  const { lines, note } = trendLines(content);
  if (lines.length === 0) return null;
  return (
    <Section title="Where they are going">
      <Table caption="Change of speed in 12 weeks, with what it rests on">
        <TableHead>
          <TableRow>
            <TableHeader>Athlete</TableHeader>
            <TableHeader numeric>Speed in 12 weeks</TableHeader>
            <TableHeader numeric>90 % sure between</TableHeader>
            <TableHeader numeric>Efforts</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map((line) => (
            <TableRow key={line.athleteId}>
              <TableRowHeader>
                <Link href={`/athletes/${line.athleteId}`} className="font-semibold hover:underline">
                  {line.name}
                </Link>
              </TableRowHeader>
              <TableCell numeric>{line.change}</TableCell>
              <TableCell numeric>{line.between}</TableCell>
              <TableCell numeric>{line.efforts}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {note ? <p className="mt-2 text-sm text-ink-soft">{note}</p> : null}
    </Section>
  );
}

function metresOf(km: number | null): number | null {
  return km === null ? null : km * 1000;
}
