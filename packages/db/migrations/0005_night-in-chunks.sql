CREATE TABLE "night_states" (
	"athlete_id" uuid PRIMARY KEY NOT NULL,
	"outlook_from" date,
	"outlook" jsonb,
	"outlook_seq" bigint,
	"fault_attempts" integer DEFAULT 0 NOT NULL,
	"fault_seq" bigint,
	"fault_next_at" timestamp with time zone,
	"fault" text
);
--> statement-breakpoint
ALTER TABLE "night_states" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "nightly_runs_pending";--> statement-breakpoint
ALTER TABLE "athlete_states" ALTER COLUMN "spark" SET DATA TYPE real[];--> statement-breakpoint
ALTER TABLE "athlete_states" ALTER COLUMN "ribbon_planned_km" SET DATA TYPE real[];--> statement-breakpoint
ALTER TABLE "athlete_states" ALTER COLUMN "ribbon_done_km" SET DATA TYPE real[];--> statement-breakpoint
ALTER TABLE "nightly_runs" ADD COLUMN "thorough" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "night_states" ADD CONSTRAINT "night_states_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "night_states_fault" ON "night_states" USING btree ("athlete_id") WHERE fault_attempts > 0;--> statement-breakpoint
CREATE INDEX "athletes_time_zone" ON "athletes" USING btree ("time_zone","athlete_id");--> statement-breakpoint
CREATE INDEX "nightly_runs_thorough" ON "nightly_runs" USING btree ("local_date","athlete_id") WHERE state = 'pending' and thorough;--> statement-breakpoint
CREATE INDEX "nightly_runs_failed" ON "nightly_runs" USING btree ("local_date","athlete_id") WHERE state = 'failed';--> statement-breakpoint
CREATE INDEX "nightly_runs_date" ON "nightly_runs" USING btree ("local_date");--> statement-breakpoint
CREATE INDEX "outbox_dead" ON "outbox" USING btree ("dead_at") WHERE state = 'dead';--> statement-breakpoint
CREATE INDEX "planned_workouts_open" ON "planned_workouts" USING btree ("athlete_id","local_date") WHERE status = 'planned' and is_assigned and deleted_at is null;--> statement-breakpoint
CREATE INDEX "nightly_runs_pending" ON "nightly_runs" USING btree ("local_date","athlete_id") WHERE state = 'pending' and not thorough;--> statement-breakpoint
ALTER TABLE "athlete_states" DROP COLUMN "ring";--> statement-breakpoint
ALTER TABLE "athlete_states" DROP COLUMN "carry";--> statement-breakpoint
CREATE POLICY "app_ctx_select" ON "nightly_runs" AS PERMISSIVE FOR SELECT TO "app_ctx" USING (true);--> statement-breakpoint
CREATE POLICY "app_ctx_update" ON "nightly_runs" AS PERMISSIVE FOR UPDATE TO "app_ctx" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_ctx_update" ON "outbox" AS PERMISSIVE FOR UPDATE TO "app_ctx" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_select" ON "night_states" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "app_night_insert" ON "night_states" AS PERMISSIVE FOR INSERT TO "app_night" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_update" ON "night_states" AS PERMISSIVE FOR UPDATE TO "app_night" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_delete" ON "night_states" AS PERMISSIVE FOR DELETE TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "app_ctx_select" ON "night_states" AS PERMISSIVE FOR SELECT TO "app_ctx" USING (true);--> statement-breakpoint
CREATE POLICY "app_ctx_update" ON "night_states" AS PERMISSIVE FOR UPDATE TO "app_ctx" USING (true) WITH CHECK (true);