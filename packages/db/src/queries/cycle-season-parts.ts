import { type SQL, sql } from "drizzle-orm";
import { comments, plannedWorkouts, seasonWeeks } from "../schema/index.ts";

/** The weeks of a season as JSON, in a statement that names the season so. */
export function weeksOf(season: string): SQL {
  const s = sql.raw(season);
  return sql`(select coalesce(json_agg(json_build_object('start', w.starts_on, 'phase', w.phase, 'targetKm', w.target_km,
    'cutback', w.cutback) order by w.starts_on), '[]'::json)
    from ${seasonWeeks} w where w.season_id = ${s}.id and w.athlete_id = ${s}.athlete_id)`;
}

/** Its workouts, removed ones too: one that somebody edited, removed or spoke on was touched. */
export function workoutsOf(season: string): SQL {
  const s = sql.raw(season);
  return sql`(select coalesce(json_agg(json_build_object('id', p.id, 'date', p.local_date, 'status', p.status,
      'isEdited', p.edited_at is not null or p.deleted_at is not null
        or exists (select from ${comments} m where m.planned_workout_id = p.id and m.athlete_id = p.athlete_id))
      order by p.local_date, p.position), '[]'::json)
    from ${plannedWorkouts} p where p.season_id = ${s}.id and p.athlete_id = ${s}.athlete_id)`;
}
