import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import {
  athletes,
  dayBands,
  findingWaivers,
  planEdits,
  results,
  seasonPhases,
  seasons,
  seasonWeeks,
  users,
} from "../schema/index.ts";
import type { ResultRow } from "./athletes.ts";
import { effectiveLimits } from "./rule-limits.ts";
import type { SeasonPhaseRow, SeasonRow, SeasonWeekRow } from "./seasons.ts";

export type OutlineWaiver = { id: string; rule: string; dates: string[]; reason: string };
export type OutlineEdit = { id: string; kind: string; summary: string };
export type OutlineAthlete = {
  name: string;
  timeZone: string;
  maxHrBpm: number | null;
  restingHrBpm: number | null;
  thresholdHrBpm: number | null;
  thresholdPaceSPerKm: number | null;
  weekdayMinutes: Record<string, number>;
};

/** Another season of the same athlete, as far as its peaks count in the same year. */
export type NearSeason = {
  name: string;
  status: string;
  startsOn: string;
  endsOn: string;
  /** First days of its peak phases. */
  peaks: string[];
  races: unknown;
};

/** A season without its workouts, and what its targets and verdicts rest on. */
export type SeasonOutline = {
  season: Pick<
    SeasonRow,
    | "id"
    | "athleteId"
    | "name"
    | "request"
    | "status"
    | "startsOn"
    | "endsOn"
    | "notHonoured"
    | "version"
    | "extra"
    | "orgId"
  > & { assignedAt: string | null };
  phases: Pick<SeasonPhaseRow, "position" | "kind" | "startsOn" | "endsOn" | "extra">[];
  weeks: Pick<SeasonWeekRow, "startsOn" | "phase" | "targetKm" | "cutback" | "extra">[];
  waivers: OutlineWaiver[];
  /** The latest edit of the actor that was not undone. */
  lastEdit: OutlineEdit | null;
  athlete: OutlineAthlete;
  results: Pick<ResultRow, "localDate" | "kind" | "distanceM" | "timeS">[];
  /** Days that something lies over on which nothing should be planned. */
  bands: { kind: string; from: string; to: string }[];
  /** Limits set in place of the rules' own, the weightiest last. */
  limits: { rule: string; name: string; value: number; of: "org" | "athlete" }[];
  near: NearSeason[];
};

/** One statement for all of a season but its workouts; null where the actor may not see it. */
export async function getSeasonOutline(
  tx: Tx,
  athleteId: string,
  { seasonId, actorId }: { seasonId: string; actorId: string },
): Promise<SeasonOutline | null> {
  const [outline] = await readOutlines(tx, actorId, sql`s.id = ${seasonId} and s.athlete_id = ${athleteId}`);
  return outline ?? null;
}

/** The same of every assigned season of an organisation, or of an athlete, that has not ended before a day. */
export function listSeasonOutlines(
  tx: Tx,
  actorId: string,
  of: { orgId: string; endsFrom: string } | { athleteId: string; endsFrom: string },
): Promise<SeasonOutline[]> {
  const whose = "orgId" in of ? sql`s.org_id = ${of.orgId}` : sql`s.athlete_id = ${of.athleteId}`;
  return readOutlines(tx, actorId, sql`s.status = 'assigned' and s.ends_on >= ${of.endsFrom} and ${whose}`);
}

async function readOutlines(tx: Tx, actorId: string, which: SQL): Promise<SeasonOutline[]> {
  const rows = await tx.execute<{ outline: SeasonOutline }>(sql`
    select json_build_object(
      'season', json_build_object('id', s.id, 'athleteId', s.athlete_id, 'name', s.name, 'request', s.request, 'status', s.status,
        'startsOn', s.starts_on, 'endsOn', s.ends_on, 'notHonoured', s.not_honoured, 'version', s.version,
        'extra', s.extra, 'orgId', s.org_id, 'assignedAt', s.assigned_at),
      'athlete', json_build_object('name', u.name, 'timeZone', a.time_zone, 'maxHrBpm', a.max_hr_bpm,
        'restingHrBpm', a.resting_hr_bpm, 'thresholdHrBpm', a.threshold_hr_bpm,
        'thresholdPaceSPerKm', a.threshold_pace_s_per_km, 'weekdayMinutes', a.weekday_minutes),
      'phases', ${listed(
        sql`json_build_object('position', p.position, 'kind', p.kind, 'startsOn', p.starts_on,
          'endsOn', p.ends_on, 'extra', p.extra) order by p.position`,
        sql`${seasonPhases} p where p.season_id = s.id and p.athlete_id = s.athlete_id`,
      )},
      'weeks', ${listed(
        sql`json_build_object('startsOn', w.starts_on, 'phase', w.phase, 'targetKm', w.target_km,
          'cutback', w.cutback, 'extra', w.extra) order by w.starts_on`,
        sql`${seasonWeeks} w where w.season_id = s.id and w.athlete_id = s.athlete_id`,
      )},
      'waivers', ${listed(
        sql`json_build_object('id', f.id, 'rule', f.rule, 'dates', f.dates, 'reason', f.reason)
          order by f.created_at, f.id`,
        sql`${findingWaivers} f where f.season_id = s.id and f.athlete_id = s.athlete_id and f.ended_at is null`,
      )},
      'results', ${listed(
        sql`json_build_object('localDate', r.local_date, 'kind', r.kind, 'distanceM', r.distance_m,
          'timeS', r.time_s) order by r.local_date, r.id`,
        sql`${results} r where r.athlete_id = s.athlete_id and r.deleted_at is null`,
      )},
      'bands', ${listed(
        sql`json_build_object('kind', b.kind, 'from', b.starts_on, 'to', b.ends_on) order by b.starts_on, b.id`,
        sql`${dayBands} b where b.athlete_id = s.athlete_id and b.deleted_at is null and b.kind <> 'note'
          and b.starts_on <= s.ends_on and b.ends_on >= s.starts_on`,
      )},
      'limits', ${effectiveLimits("s.athlete_id", "s.org_id")},
      'near', ${nearSeasons(
        sql`o.athlete_id = s.athlete_id and o.id <> s.id and o.ends_on > s.starts_on - 366 and o.starts_on < s.ends_on + 366`,
      )},
      'lastEdit', (select json_build_object('id', e.id, 'kind', e.kind, 'summary', e.summary)
        from ${planEdits} e
        where e.season_id = s.id and e.athlete_id = s.athlete_id and e.author_id = ${actorId}
          and e.undone_at is null
        order by e.created_at desc, e.id desc limit 1)
    ) as outline
    from ${seasons} s
    join ${athletes} a on a.athlete_id = s.athlete_id
    join ${users} u on u.id = s.athlete_id
    where ${which}
    order by u.name, s.starts_on, s.id`);
  return rows.map(({ outline }) => outline);
}

/** Seasons that are given to an athlete, or were, around some days: for one that is not stored yet. */
export async function listNearSeasons(
  tx: Tx,
  athleteId: string,
  range: { from: string; to: string },
): Promise<NearSeason[]> {
  const around = sql`o.athlete_id = ${athleteId} and o.ends_on > ${range.from}::date - 366 and o.starts_on < ${range.to}::date + 366`;
  const [row] = await tx.execute<{ near: NearSeason[] }>(sql`select ${nearSeasons(around)} as near`);
  return row?.near ?? [];
}

function nearSeasons(which: SQL): SQL {
  const peaks = listed(
    sql`p.starts_on order by p.starts_on`,
    sql`${seasonPhases} p where p.season_id = o.id and p.athlete_id = o.athlete_id and p.kind = 'peak'`,
  );
  return listed(
    sql`json_build_object('name', o.name, 'status', o.status, 'startsOn', o.starts_on, 'endsOn', o.ends_on,
      'peaks', ${peaks}, 'races', o.request->'races') order by o.starts_on, o.id`,
    sql`${seasons} o where o.status <> 'draft' and ${which}`,
  );
}

function listed(what: SQL, from: SQL): SQL {
  return sql`(select coalesce(json_agg(${what}), '[]'::json) from ${from})`;
}
