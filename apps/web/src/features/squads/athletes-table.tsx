"use client";

import type { UnitSystem } from "@repo/core/units";
import { Button } from "@repo/ui/button";
import { LinkButton } from "@repo/ui/link-button";
import { PageTitle } from "@repo/ui/page-title";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@repo/ui/table";
import { unbroken } from "@repo/ui/unbroken";
import { useSuspenseQuery } from "@tanstack/react-query";

import dynamic from "next/dynamic";
import { parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { memo, useCallback, useDeferredValue, useMemo, useState } from "react";
import { Link } from "#components/link.tsx";

import { NativeSelect } from "#components/native-select.tsx";

import { useUnits } from "#components/units.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { COLUMNS, FIRST_COLUMNS } from "./athlete-columns.ts";
import { type AthleteRow, athleteRows, SORTS, type Sort, shownRows } from "./athlete-rows.ts";
import { ExportDialog } from "./export-dialog.tsx";
import { SquadsDialog } from "./squads-dialog.tsx";
import { type View, ViewBar } from "./view-bar.tsx";
import { WriteDialog } from "./write-dialog.tsx";

const WorkoutForManyDialog = dynamic(
  async () => (await import("./workout-for-many-dialog.tsx")).WorkoutForManyDialog,
);

type Props = { orgId: string; mayPlan: boolean; today: string };

const VIEW = {
  sort: parseAsStringLiteral(SORTS).withDefault("name"),
  down: parseAsBoolean.withDefault(false),
  squad: parseAsString,
  find: parseAsString.withDefault(""),
  columns: parseAsArrayOf(parseAsString).withDefault([...FIRST_COLUMNS]),
};

/** All athletes as a table: sorted, narrowed to a squad, and some of them chosen for one thing at once. */
export function AthletesTable({ orgId, mayPlan, today }: Props) {
  const trpc = useTRPC();
  const { data: table } = useSuspenseQuery(trpc.squads.table.queryOptions());
  const { data: squads } = useSuspenseQuery(trpc.squads.list.queryOptions());
  const [view, setView] = useQueryStates(VIEW);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<"workout" | "write" | "squads" | "export" | null>(null);
  const rows = useMemo(() => athleteRows(table, squads), [table, squads]);
  const shown = useDeferredValue(
    useMemo(
      () => shownRows(rows, { squad: view.squad, find: view.find, sort: view.sort, down: view.down }),
      [rows, view.squad, view.find, view.sort, view.down],
    ),
  );
  const picked = rows.filter(({ athleteId }) => chosen.has(athleteId));
  const squad = squads.find(({ id }) => id === view.squad);
  const toggle = useCallback((ids: readonly string[], on: boolean) => {
    setChosen((old) => {
      const next = new Set(old);
      for (const id of ids) {
        if (on) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  }, []);
  const columns = useMemo(() => COLUMNS.filter(({ sort }) => view.columns.includes(sort)), [view.columns]);
  const onView = (next: View) =>
    void setView({ ...next, sort: SORTS.find((sort) => sort === next.sort) ?? "name" });
  const sorted = (sort: Sort) =>
    view.sort === sort ? ({ sorted: view.down ? "descending" : "ascending" } as const) : {};
  const onSort = (sort: Sort) =>
    void setView({ sort, down: view.sort === sort ? !view.down : sort !== "name" });
  return (
    <>
      <PageTitle
        title={
          squad
            ? `${squad.name}: ${shown.length}`
            : `${rows.length} ${rows.length === 1 ? "athlete" : "athletes"}`
        }
        lead="Choose some to give them a workout or a cycle, write to them or put them into a squad. The address keeps what you see."
        actions={
          <div className="flex flex-wrap items-end gap-3">
            <label className="text-sm">
              <span className="sr-only">Find an athlete</span>
              <input
                type="search"
                placeholder="Find an athlete"
                value={view.find}
                onChange={(event) => void setView({ find: event.target.value || null })}
                className="min-h-10 w-44 rounded-md border border-line-strong bg-surface px-2.5"
              />
            </label>
            <div className="w-44">
              <NativeSelect
                label="Squad"
                value={view.squad ?? ""}
                options={[
                  { value: "", label: "Everybody" },
                  ...squads.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                onChange={(event) => void setView({ squad: event.target.value || null })}
              />
            </div>
          </div>
        }
      />
      <ViewBar view={view} onView={onView} />
      <SortOnPhone columns={columns} sort={view.sort} onSort={onSort} />
      <Table caption="Athletes">
        <TableHead>
          <TableRow>
            <TableHeader className="w-8">
              <input
                type="checkbox"
                aria-label="Choose all that are shown"
                className="size-5 accent-ink"
                checked={shown.length > 0 && shown.every(({ athleteId }) => chosen.has(athleteId))}
                onChange={(event) =>
                  toggle(
                    shown.map(({ athleteId }) => athleteId),
                    event.target.checked,
                  )
                }
              />
            </TableHeader>
            <TableHeader {...sorted("name")} onSort={() => onSort("name")}>
              Athlete
            </TableHeader>
            {columns.map(({ sort, label, numeric }) => (
              <TableHeader
                key={sort}
                className="max-sm:hidden"
                {...sorted(sort)}
                {...(numeric ? { numeric } : {})}
                onSort={() => onSort(sort)}
              >
                {label}
              </TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map((row) => (
            <Row
              key={row.athleteId}
              {...{ row, columns }}
              isChosen={chosen.has(row.athleteId)}
              onChoose={toggle}
            />
          ))}
        </TableBody>
      </Table>
      {shown.length === 0 ? (
        <p className="py-6 text-sm text-ink-soft">Nobody here. Try another name or squad.</p>
      ) : null}
      {picked.length > 0 ? (
        <section
          aria-label="Chosen"
          className="sticky bottom-16 z-20 flex flex-wrap items-center justify-between gap-3 border-t-2 border-ink bg-paper py-3 md:bottom-0"
        >
          <p aria-live="polite" className="text-sm font-semibold">{`${picked.length} chosen`}</p>
          <div className="flex flex-wrap gap-2">
            <Button variant="quiet" onPress={() => setChosen(new Set())}>
              Choose none
            </Button>
            {mayPlan ? <Button onPress={() => setDialog("squads")}>Squads…</Button> : null}
            {mayPlan ? <Button onPress={() => setDialog("workout")}>Give them a workout…</Button> : null}
            <Button onPress={() => setDialog("write")}>Write…</Button>
            <Button onPress={() => setDialog("export")}>Export…</Button>
            <LinkButton
              as={Link}
              variant="solid"
              href={`/cycles?athletes=${picked.map(({ athleteId }) => athleteId).join(",")}`}
            >
              Give them a cycle
            </LinkButton>
          </div>
        </section>
      ) : null}
      {dialog === "workout" ? (
        <WorkoutForManyDialog athletes={picked} today={today} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === "write" ? (
        <WriteDialog orgId={orgId} athletes={picked} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === "export" ? (
        <ExportDialog {...{ orgId, today }} athletes={picked} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === "squads" ? (
        <SquadsDialog {...{ orgId, squads }} athletes={picked} onClose={() => setDialog(null)} />
      ) : null}
    </>
  );
}

/** A phone has room for one column; what the others say stands below the name. */
function onPhone(row: AthleteRow, columns: typeof COLUMNS, units: UnitSystem): string {
  return columns
    .filter(({ sort }) => sort !== "squadNames")
    .map(({ label, textOf }) => ({ label: label.toLowerCase(), text: textOf(row, units) }))
    .filter(({ text }) => text !== "" && text !== "–")
    .map(({ label, text }) => `${label} ${unbroken(text)}`)
    .join(", ");
}

type SortProps = {
  columns: typeof COLUMNS;
  sort: Sort;
  onSort: (sort: Sort) => void;
};

/** Where the heads of the columns have no room. */
function SortOnPhone({ columns, sort, onSort }: SortProps) {
  return (
    <div className="mb-2 flex items-end gap-2 sm:hidden">
      <div className="w-44">
        <NativeSelect
          label="Sorted by"
          value={sort}
          options={[
            { value: "name", label: "Name" },
            ...columns.map((column) => ({ value: column.sort, label: column.label })),
          ]}
          onChange={({ target }) => onSort(SORTS.find((each) => each === target.value) ?? "name")}
        />
      </div>
      <Button onPress={() => onSort(sort)}>Reverse</Button>
    </div>
  );
}

type RowProps = {
  row: AthleteRow;
  columns: typeof COLUMNS;
  isChosen: boolean;
  onChoose: (ids: readonly string[], on: boolean) => void;
};

/** Drawn anew when it changes, not with every other row. */
const Row = memo(function Row({ row, columns, isChosen, onChoose }: RowProps) {
  const units = useUnits();
  return (
    <TableRow className={isChosen ? "bg-info-soft" : ""}>
      <TableCell>
        <input
          type="checkbox"
          aria-label={`Choose ${row.name}`}
          className="size-5 accent-ink"
          checked={isChosen}
          onChange={(event) => onChoose([row.athleteId], event.target.checked)}
        />
      </TableCell>
      <TableRowHeader>
        <Link href={`/athletes/${row.athleteId}`} className="hover:underline">
          {row.name}
        </Link>
        {row.squads.length > 0 ? (
          <span className="type-narrow block text-xs font-normal text-ink-soft">
            {row.squads.map(({ name }) => name).join(", ")}
          </span>
        ) : null}
        <span className="type-narrow block text-xs leading-snug font-normal whitespace-normal text-ink-soft sm:hidden">
          {onPhone(row, columns, units)}
        </span>
      </TableRowHeader>
      {columns.map(({ sort, numeric, textOf }) => (
        <TableCell key={sort} {...(numeric ? { numeric } : {})} className="whitespace-nowrap max-sm:hidden">
          {textOf(row, units)}
        </TableCell>
      ))}
    </TableRow>
  );
});
