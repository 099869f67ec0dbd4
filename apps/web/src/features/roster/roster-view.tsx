import { addDays, daysBetween, weekStartOf } from "@repo/core/calendar";
import type { UnitSystem } from "@repo/core/units";
import { sparkSvg } from "@repo/ui/charts";
import { InlineChart } from "@repo/ui/inline-chart";
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
import { distanceWords } from "#components/distance-words.ts";
import { Link } from "#components/link.tsx";
import { SeasonRibbon } from "#components/season-ribbon.tsx";
import { Since } from "#components/since.tsx";
import { Told } from "#components/told.tsx";
import { WarningBadge } from "#components/warning-badge.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { nextRaceWords } from "./race-words.ts";
import { RosterKeys } from "./roster-keys.tsx";
import { seasonOf } from "./season-of.ts";
import { WarningActions } from "./warning-actions.tsx";

type Roster = RouterOutputs["roster"]["list"];
type Need = Roster["needs"][number];
type Row = Roster["onPlan"][number];
type Warning = Need["warnings"][number];

/** Who needs the coach, why and what to do; then who is worth a look; then everybody else. */
export function RosterView({ roster, today, units }: { roster: Roster; today: string; units: UnitSystem }) {
  const judged = roster.onPlan.filter(isJudged);
  return (
    <RosterKeys>
      <ol aria-label="Athletes who need you">
        {roster.needs.map((need) => (
          <NeedRow key={need.row.athleteId} need={need} units={units} />
        ))}
      </ol>
      {roster.notes.length > 0 ? (
        <Section title="Worth a look" note="Nothing must be done today">
          <ol aria-label="Athletes worth a look">
            {roster.notes.map((need) => (
              <NeedRow key={need.row.athleteId} need={need} units={units} />
            ))}
          </ol>
        </Section>
      ) : null}
      <Others title="On plan" rows={judged.filter(hasPlan)} today={today} units={units} />
      <Others
        title="Nothing planned"
        rows={judged.filter((row) => !hasPlan(row))}
        today={today}
        units={units}
      />
      <Others
        title="Not judged yet"
        rows={roster.onPlan.filter((row) => !isJudged(row))}
        today={today}
        units={units}
      />
    </RosterKeys>
  );
}

function NeedRow({ need, units }: { need: Need; units: UnitSystem }) {
  const { row, warnings, today } = need;
  const [first, ...more] = warnings;
  if (!first) return null;
  const race = nextRaceWords(
    { on: row.state?.nextRaceOn ?? null, name: row.state?.nextRaceName ?? null },
    today,
  );
  return (
    <li className="grid gap-x-8 gap-y-3 border-b border-line py-5 md:grid-cols-[15rem_minmax(0,1fr)_13rem]">
      <div className="md:row-span-2">
        <h2 className="type-lead">
          <Link href={`/athletes/${row.athleteId}`} data-roster-link className="hover:underline">
            {row.name}
          </Link>
        </h2>
        <p className="text-sm text-ink-soft">{race ?? "No race planned"}</p>
        <Ribbon row={row} today={today} units={units} size={{ width: 240, height: 44 }} />
      </div>
      <div className="min-w-0">
        <WarningText warning={first} today={today} />
      </div>
      <div className="md:row-span-2">
        <WarningActions athlete={{ id: row.athleteId, name: row.name }} warnings={warnings} today={today} />
      </div>
      {more.length > 0 ? (
        <ul aria-label={`Also of ${row.name}`} className="flex flex-col gap-1.5 md:col-start-2">
          {more.map((warning) => (
            <li key={warning.id} className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm">
              <WarningBadge warning={{ ...warning, badge: warning.words.badge }} />
              <Told text={warning.words.title} />
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function WarningText({ warning, today }: { warning: Warning; today: string }) {
  const { badge, title, story } = warning.words;
  const remedy = (warning.remedy as { text?: string } | null)?.text;
  return (
    <>
      <WarningBadge warning={{ ...warning, badge }} />
      <p className="mt-1.5 font-semibold">
        <Told text={title} />
      </p>
      <p className="max-w-prose text-sm text-ink-soft">
        <Told text={story} /> <Since warning={warning} today={today} />
      </p>
      {remedy ? (
        <p className="mt-1 max-w-prose text-sm">
          What helps: <Told text={remedy} />
        </p>
      ) : null}
    </>
  );
}

type RibbonProps = { row: Row; today: string; units: UnitSystem; size: { width: number; height: number } };

function Ribbon({ row, today, units, size }: RibbonProps) {
  const season = seasonOf(row.state);
  if (!season) return <p className="text-sm text-ink-soft">No season yet</p>;
  return (
    <SeasonRibbon
      season={{ ...season, units }}
      today={today}
      size={size}
      name={row.name}
      id={`ribbon-${row.athleteId}`}
    />
  );
}

function isJudged({ state }: Row): boolean {
  return Boolean(state?.judgedThrough);
}

/** Whom nothing is planned for cannot be on plan, however little there is to say of them. */
function hasPlan({ state }: Row): boolean {
  return (state?.ribbonPlannedKm ?? []).some((km) => km !== null);
}

type OthersProps = { title: string; rows: Row[]; today: string; units: UnitSystem };

function Others({ title, rows, today, units }: OthersProps) {
  if (rows.length === 0) return null;
  const note = `${rows.length} ${rows.length === 1 ? "athlete" : "athletes"}, sorted by next race`;
  return (
    <Section title={title} note={note}>
      <Table caption={`Athletes: ${title.toLowerCase()}`}>
        <TableHead>
          <TableRow>
            <TableHeader>Athlete</TableHeader>
            <TableHeader className="max-sm:hidden">Season</TableHeader>
            <TableHeader className="max-sm:hidden">Fitness, 12 weeks</TableHeader>
            <TableHeader className="max-sm:hidden">Form this morning</TableHeader>
            <TableHeader>This week</TableHeader>
            <TableHeader>Next race</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <OnPlanRow key={row.athleteId} row={row} today={today} units={units} />
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}

function OnPlanRow({ row, today, units }: { row: Row; today: string; units: UnitSystem }) {
  const { state } = row;
  const spark = knownSpark(state);
  const svg = sparkSvg(spark, {
    width: 120,
    height: 26,
    title: `Fitness of ${row.name}`,
    id: `spark-${row.athleteId}`,
  });
  const race = nextRaceWords({ on: state?.nextRaceOn ?? null, name: state?.nextRaceName ?? null }, today);
  return (
    <TableRow>
      <TableRowHeader>
        <Link href={`/athletes/${row.athleteId}`} data-roster-link className="font-semibold hover:underline">
          {row.name}
        </Link>
      </TableRowHeader>
      <TableCell className="max-sm:hidden">
        <Ribbon row={row} today={today} units={units} size={{ width: 190, height: 32 }} />
      </TableCell>
      <TableCell className="max-sm:hidden">
        <span className="flex items-center gap-3">
          <span className="type-figure">{figure(hasLoad(row) ? state?.fitness : null)}</span>
          {spark.some((value) => value !== null) ? <InlineChart svg={svg} className="max-sm:hidden" /> : null}
        </span>
      </TableCell>
      <TableCell className="max-sm:hidden">
        <span className="type-figure">{signed(hasLoad(row) ? state?.form : null)}</span>
      </TableCell>
      <TableCell>{weekWords(row, today, units)}</TableCell>
      <TableCell>
        <span className="text-ink-soft">{race ?? "None planned"}</span>
      </TableCell>
    </TableRow>
  );
}

/** Of who has not run yet, and of a silence that lasts, no load is known: a smoothed nought is none. */
function hasLoad({ state }: Row): boolean {
  return Boolean(state?.lastActivityOn) && state?.loadQuality !== "gap";
}

/** Fitness of the last weeks; of a silence that lasts nothing is known, and nothing is drawn. */
function knownSpark(state: Row["state"]): (number | null)[] {
  const { spark, sparkFrom, loadQuality, lastActivityOn } = state ?? {};
  if (!spark || !sparkFrom || loadQuality !== "gap") return spark ?? [];
  return spark.map((value, at) => (addDays(sparkFrom, at) > (lastActivityOn ?? "") ? null : value));
}

/** Distance of the running week, done and planned. */
function weekWords({ state }: Row, today: string, units: UnitSystem): string {
  if (!state?.ribbonFrom) return "Not known";
  const week = Math.round((Date.parse(weekStartOf(today)) - Date.parse(state.ribbonFrom)) / (7 * 86_400_000));
  // Before a season begins its ribbon does not hold this week; the last seven days do.
  const done = week < 0 ? ranSinceMonday(state.weekRunM, today) : (state.ribbonDoneKm?.[week] ?? null);
  const planned = state.ribbonPlannedKm?.[week] ?? null;
  if (planned === null) return done === null ? "Nothing yet" : distanceWords(done, units);
  return distanceWords(done ?? 0, units, { of: planned });
}

/** Kilometres since Monday, of the metres of the last seven days; null where none were recorded. */
function ranSinceMonday(weekRunM: (number | null)[] | null, today: string): number | null {
  const days = daysBetween(weekStartOf(today), today) + 1;
  const known = (weekRunM ?? []).slice(-days).filter((metres) => metres !== null);
  return known.length === 0 ? null : known.reduce((sum, metres) => sum + metres, 0) / 1_000;
}

function figure(value: number | null | undefined): string {
  return value === null || value === undefined ? "–" : String(Math.round(value));
}

function signed(value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  const rounded = Math.round(value);
  return rounded > 0 ? `+${rounded}` : String(rounded).replace("-", "−");
}
