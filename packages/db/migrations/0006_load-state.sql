ALTER TABLE "athlete_states" ADD COLUMN "load_state" "bytea";--> statement-breakpoint
ALTER TABLE "athlete_states" ADD COLUMN "week_run_m" integer[];