"use client";

import type { Pacing } from "@repo/core/paces";
import { describePaces, type HeartScheme, heartZoneTable, type PaceDescription } from "@repo/core/zones";
import { Disclosure } from "@repo/ui/disclosure";
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
import { type ReactNode, useMemo } from "react";
import { Day } from "#components/day.tsx";
import { Pace } from "#components/pace.tsx";
import { ZoneTable } from "#components/zone-table.tsx";
import { talkWords } from "#words/progress.ts";

type Zones = PaceDescription["zones"];

/** What an athlete trains at today, and the zones: by feel first, then each scheme of heart rate and pace by itself. */
export function PacesSection({ pacing, scheme }: { pacing: Pacing; scheme: HeartScheme | null }) {
  const chosen = useMemo(() => heartZoneTable(pacing, scheme), [pacing, scheme]);
  const described = useMemo(
    () => (pacing.score === null ? null : describedBy(pacing, pacing.score)),
    [pacing],
  );
  if (!described) {
    return (
      <Section title="Paces and zones">
        <p className="max-w-prose text-ink-soft">
          Paces are known once there is a race or an all-out test of 1500 m or more, or a threshold pace.
          Until then every workout can be run by feel.
        </p>
        <ZonesByFeel zones={articleZones(pacing)} />
        <ChosenZones table={chosen} />
      </Section>
    );
  }
  return (
    <Section title="Paces and zones" note={<Basis pacing={pacing} />}>
      <PaceList paces={described.trainingPaces} />
      <ZonesByFeel zones={described.zones.article} />
      <ChosenZones table={chosen} />
      <Disclosure summary="Other schemes of heart rate and pace">
        <p className="mb-3 max-w-prose text-sm text-ink-soft">
          The schemes draw their lines differently, by up to a whole zone: keep to one.
        </p>
        <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
          {described.zones.tables
            .filter((table) => table.scheme !== chosen?.scheme)
            .map((table) => (
              <ZoneTable key={table.scheme} table={table} />
            ))}
        </div>
      </Disclosure>
    </Section>
  );
}

/** The zones of heart rate that count for this athlete. */
function ChosenZones({ table }: { table: Zones["tables"][number] | null }) {
  return table ? (
    <Disclosure summary="Zones of heart rate">
      <div className="max-w-md">
        <ZoneTable table={table} />
      </div>
    </Disclosure>
  ) : null;
}

function describedBy(pacing: Pacing, score: number): PaceDescription | null {
  try {
    return describePaces({ score }, heartOf(pacing));
  } catch {
    return null;
  }
}

function heartOf({ maxHr, restingHr, thresholdHr }: Pacing) {
  return { maxHr, restingHr, thresholdHr };
}

/** The zones by feel need no score; any usable one gives them. */
function articleZones(pacing: Pacing): Zones["article"] {
  return describePaces({ score: 40 }, heartOf(pacing)).zones.article;
}

function Basis({ pacing }: { pacing: Pacing }): ReactNode {
  const score = `score ${pacing.score?.toFixed(1)}`;
  if (pacing.scoreDate === null) return `${score}, from a given threshold pace`;
  return (
    <>
      {`${score}, from the result of `}
      <Day iso={pacing.scoreDate} />
      {pacing.scoreFresh ? "" : ", which is old: race or test again"}
    </>
  );
}

function PaceList({ paces }: { paces: PaceDescription["trainingPaces"] }) {
  const rows = [
    { name: "Easy", pace: <Pace sPerKm={paces.e.fastSPerKm} slowSPerKm={paces.e.slowSPerKm} /> },
    { name: "Marathon", pace: <Pace sPerKm={paces.m} /> },
    { name: "Threshold", pace: <Pace sPerKm={paces.t} /> },
    { name: "Interval", pace: <Pace sPerKm={paces.i} /> },
    {
      name: "Repetition",
      pace: <span className="type-figure">{`${Math.round(paces.r400S)} s / 400 m`}</span>,
    },
  ];
  return (
    <dl className="mb-3 flex flex-wrap gap-x-10 gap-y-3">
      {rows.map(({ name, pace }) => (
        <div key={name}>
          <dt className="type-label text-ink-soft">{name}</dt>
          <dd className="text-lg">{pace}</dd>
        </div>
      ))}
    </dl>
  );
}

function ZonesByFeel({ zones }: { zones: Zones["article"] }) {
  return (
    <Disclosure summary="Zones by feel">
      <Table caption="Zones by feel, as the articles describe them">
        <TableHead>
          <TableRow>
            <TableHeader>Zone</TableHeader>
            <TableHeader>Talking</TableHeader>
            <TableHeader>RPE</TableHeader>
            <TableHeader>Of maximum heart rate</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {zones.map((zone) => (
            <TableRow key={zone.zone}>
              <TableRowHeader>{`${zone.zone} ${zone.name}`}</TableRowHeader>
              <TableCell>{talkWords[zone.talkTest]}</TableCell>
              <TableCell>{spanOf(zone.rpeLow, zone.rpeHigh)}</TableCell>
              <TableCell>
                {zone.hrMaxLow === null || zone.hrMaxHigh === null
                  ? "not said"
                  : `${spanOf(Math.round(zone.hrMaxLow * 100), Math.round(zone.hrMaxHigh * 100))} %`}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Disclosure>
  );
}

function spanOf(low: number, high: number): string {
  return low === high ? String(low) : `${low}–${high}`;
}
