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
import type { RouterOutputs } from "#trpc/root.ts";
import { words } from "#words.ts";

type Trust = RouterOutputs["reports"]["trust"];

/** How far each kind of warning could be trusted: what was raised, and what coaches said of it. */
export function WarningTrust({ trust }: { trust: Trust }) {
  if (trust.kinds.length === 0) return null;
  return (
    <Section
      title="How far warnings could be trusted"
      note="Raised in the last year, and what you and others said of them"
    >
      <Table caption="How far warnings could be trusted">
        <TableHead>
          <TableRow>
            <TableHeader>Warning</TableHeader>
            <TableHeader numeric>Raised</TableHeader>
            <TableHeader numeric>Called wrong</TableHeader>
            <TableHeader numeric>Called right</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {trust.kinds.map(({ kind, opened, wrong, right }) => (
            <TableRow key={kind}>
              <TableRowHeader>{words("warning", kind)}</TableRowHeader>
              <TableCell numeric>{opened}</TableCell>
              <TableCell numeric>{wrong}</TableCell>
              <TableCell numeric>{right}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}
