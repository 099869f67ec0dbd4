"use client";

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
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo, useState } from "react";
import { shortDay } from "#components/day-words.ts";
import { NativeSelect } from "#components/native-select.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { type AthleteRow, athleteRows, SORTS, type Sort, shownRows } from "./athlete-rows.ts";
import { SquadsDialog } from "./squads-dialog.tsx";
import { WriteDialog } from "./write-dialog.tsx";

const COLUMNS: readonly { sort: Sort; label: string; numeric?: boolean }[] = [
  { sort: "needs", label: "Open", numeric: true },
  { sort: "form", label: "Form", numeric: true },
  { sort: "fitness", label: "Fitness", numeric: true },
  { sort: "weekKm", label: "Last 7 days", numeric: true },
  { sort: "lastOn", label: "Last logged" },
  { sort: "raceOn", label: "Next race" },
];

/** All athletes as a table: sorted, narrowed to a squad, and some of them chosen for one thing at once. */
export function AthletesTable({ orgId, mayPlan }: { orgId: string; mayPlan: boolean }) {
  const trpc = useTRPC();
  const { data: roster } = useSuspenseQuery(trpc.roster.list.queryOptions());
  const { data: squads } = useSuspenseQuery(trpc.squads.list.queryOptions());
  const [view, setView] = useQueryStates({
    sort: parseAsStringLiteral(SORTS).withDefault("name"),
    down: parseAsBoolean.withDefault(false),
    squad: parseAsString,
    find: parseAsString.withDefault(""),
  });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<"write" | "squads" | null>(null);
  const rows = useMemo(() => athleteRows(roster, squads), [roster, squads]);
  const shown = shownRows(rows, view);
  const picked = rows.filter(({ athleteId }) => chosen.has(athleteId));
  const squad = squads.find(({ id }) => id === view.squad);
  const toggle = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
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
        lead="Choose some to give them a cycle, write to them or put them into a squad. The address keeps what you see."
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
            {COLUMNS.map(({ sort, label, numeric }) => (
              <TableHeader
                key={sort}
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
              row={row}
              isChosen={chosen.has(row.athleteId)}
              onChoose={(on) => toggle([row.athleteId], on)}
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
            <Button onPress={() => setDialog("write")}>Write…</Button>
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
      {dialog === "write" ? (
        <WriteDialog orgId={orgId} athletes={picked} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === "squads" ? (
        <SquadsDialog {...{ orgId, squads }} athletes={picked} onClose={() => setDialog(null)} />
      ) : null}
    </>
  );
}

type RowProps = { row: AthleteRow; isChosen: boolean; onChoose: (on: boolean) => void };

function Row({ row, isChosen, onChoose }: RowProps) {
  return (
    <TableRow className={isChosen ? "bg-info-soft" : ""}>
      <TableCell>
        <input
          type="checkbox"
          aria-label={`Choose ${row.name}`}
          className="size-5 accent-ink"
          checked={isChosen}
          onChange={(event) => onChoose(event.target.checked)}
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
      </TableRowHeader>
      <TableCell numeric>{row.needs === 0 ? "" : row.needs}</TableCell>
      <TableCell numeric>{signed(row.form)}</TableCell>
      <TableCell numeric>{row.fitness === null ? "–" : Math.round(row.fitness)}</TableCell>
      <TableCell numeric>{row.weekKm === null ? "–" : `${Math.round(row.weekKm)} km`}</TableCell>
      <TableCell className="whitespace-nowrap">{row.lastOn ? shortDay(row.lastOn) : "–"}</TableCell>
      <TableCell className="whitespace-nowrap">
        {row.raceOn ? `${shortDay(row.raceOn)}${row.raceName ? `, ${row.raceName}` : ""}` : "–"}
      </TableCell>
    </TableRow>
  );
}

function signed(value: number | null): string {
  if (value === null) return "–";
  const whole = Math.round(value);
  return whole < 0 ? `−${-whole}` : whole > 0 ? `+${whole}` : "0";
}
