-- A text a day instead of one JSON of all days: a night reads its own day. What was judged ahead is carried over.
ALTER TABLE "night_states" ADD COLUMN "outlook_recoveries" text[];--> statement-breakpoint
ALTER TABLE "night_states" RENAME COLUMN "outlook" TO "outlook_before";--> statement-breakpoint
ALTER TABLE "night_states" ADD COLUMN "outlook" text[];--> statement-breakpoint
UPDATE "night_states" SET
	"outlook" = array(select ((d.day - 'recovery') || jsonb_build_object('tellsRecovery', d.day -> 'recovery' <> 'null'))::text
		from jsonb_array_elements("outlook_before") with ordinality as d (day, n) order by d.n),
	"outlook_recoveries" = array(select nullif(d.day -> 'recovery', 'null')::text
		from jsonb_array_elements("outlook_before") with ordinality as d (day, n) order by d.n)
	WHERE jsonb_typeof("outlook_before") = 'array';--> statement-breakpoint
ALTER TABLE "night_states" DROP COLUMN "outlook_before";--> statement-breakpoint
-- Every night reads the days, few read what recovery rests on: the days stay within the row.
ALTER TABLE "night_states" ALTER COLUMN "outlook" SET STORAGE MAIN;--> statement-breakpoint
-- Rewritten in place: room in each page keeps the indexes out of it, and no index may ask for what a night changes.
ALTER TABLE "night_states" SET (fillfactor = 70);--> statement-breakpoint
ALTER TABLE "warnings" SET (fillfactor = 50);--> statement-breakpoint
ALTER TABLE "planned_workouts" SET (fillfactor = 85);--> statement-breakpoint
DROP INDEX "planned_workouts_open";
