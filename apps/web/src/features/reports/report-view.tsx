import type { ReportBlock } from "@repo/services/reports";
import { Chart } from "@repo/ui/chart";
import { ribbonOfWeeks, ribbonPicture } from "@repo/ui/charts";
import { Section } from "@repo/ui/section";
import { Stat } from "@repo/ui/stat";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@repo/ui/table";
import { Link } from "#components/link.tsx";
import type { RouterOutputs } from "#trpc/root.ts";

type Document = RouterOutputs["reports"]["ofAthlete"];

/** A report about one athlete as a page: the same parts as its mail and its PDF. */
export function ReportView({ document }: { document: Document }) {
  return (
    <>
      {document.blocks.map((block, index) => (
        <Block key={keyOf(block, index)} block={block} today={document.date} />
      ))}
      {document.footnote ? (
        <p className="mt-8 max-w-prose text-sm text-ink-soft">{document.footnote}</p>
      ) : null}
    </>
  );
}

function keyOf(block: ReportBlock, index: number): string {
  return "heading" in block && block.heading ? block.heading : `${block.kind}-${index}`;
}

function Block({ block, today }: { block: ReportBlock; today: string }) {
  switch (block.kind) {
    case "lines":
      return block.heading === null ? (
        <Lines lines={block.lines} className="mt-6 text-lg" />
      ) : (
        <Section title={block.heading}>
          <Lines lines={block.lines} className="" />
        </Section>
      );
    case "links":
      return (
        <Section title={block.heading}>
          <ul className="flex flex-col gap-1">
            {block.links.map(({ label, path }) => (
              <li key={path}>
                <Link href={path} className="inline-flex min-h-6 items-center font-semibold underline">
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      );
    case "figures":
      return (
        <dl className="mt-6 grid grid-cols-2 gap-x-6 gap-y-5 border-y border-line py-5 sm:grid-cols-3 lg:grid-cols-5">
          {block.figures.map(({ label, value, note }) => (
            <Stat key={label} label={label} value={value} note={note ?? undefined} />
          ))}
        </dl>
      );
    case "table":
      return <TableBlock block={block} />;
    case "ribbon": {
      const ribbon = ribbonOfWeeks(block.ribbon, today);
      return (
        <div className="pt-6">
          <Chart
            label={`${block.ribbon.isPast ? "The last weeks" : "Season"} of ${block.of}, week by week`}
            picture={ribbonPicture(ribbon, { width: 960, height: 84 })}
            narrow={ribbonPicture(ribbon, { width: 358, height: 60 })}
          />
        </div>
      );
    }
    // A digest has a page of its own.
    case "person":
      return null;
  }
}

function Lines({ lines, className }: { lines: readonly string[]; className: string }) {
  return (
    <ul className={`flex max-w-prose flex-col gap-1.5 ${className}`}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function TableBlock({ block }: { block: Extract<ReportBlock, { kind: "table" }> }) {
  const { heading, columns, rows, note } = block;
  return (
    <Section title={heading} note={note ?? undefined}>
      <Table caption={heading}>
        <TableHead>
          <TableRow>
            {columns.map(({ label, numeric }, index) => (
              <TableHeader key={label || index} numeric={numeric}>
                {label === "" ? <span className="sr-only">Verdict</span> : label}
              </TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.join("|")}>
              {row.map((text, index) =>
                index === 0 ? (
                  <TableRowHeader key={columns[0]?.label}>{text}</TableRowHeader>
                ) : (
                  <TableCell key={columns[index]?.label} numeric={columns[index]?.numeric}>
                    {text}
                  </TableCell>
                ),
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}
