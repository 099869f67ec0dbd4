CREATE TABLE "activity_pairings" (
	"activity_id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"actor_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "activity_pairings_activity_id_athlete_id_pk" PRIMARY KEY("activity_id","athlete_id")
);
--> statement-breakpoint
ALTER TABLE "activity_pairings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "cycle_roll_outs" (
	"id" uuid NOT NULL,
	"season_id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"cycle_id" uuid,
	"author_id" uuid,
	"from_version" integer NOT NULL,
	"to_version" integer NOT NULL,
	"weeks" date[] NOT NULL,
	"before" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "cycle_roll_outs_id_season_id_athlete_id_pk" PRIMARY KEY("id","season_id","athlete_id")
);
--> statement-breakpoint
ALTER TABLE "cycle_roll_outs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "roster_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"view" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "roster_views_name" UNIQUE("user_id","name")
);
--> statement-breakpoint
ALTER TABLE "roster_views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "cycle_assignments" ADD COLUMN "scale" double precision DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "activity_pairings" ADD CONSTRAINT "activity_pairings_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_pairings" ADD CONSTRAINT "activity_pairings_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_pairings" ADD CONSTRAINT "activity_pairings_activity" FOREIGN KEY ("activity_id","athlete_id") REFERENCES "public"."activities"("id","athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_roll_outs" ADD CONSTRAINT "cycle_roll_outs_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_roll_outs" ADD CONSTRAINT "cycle_roll_outs_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_roll_outs" ADD CONSTRAINT "cycle_roll_outs_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_roll_outs" ADD CONSTRAINT "cycle_roll_outs_season" FOREIGN KEY ("season_id","athlete_id") REFERENCES "public"."seasons"("id","athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_views" ADD CONSTRAINT "roster_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_pairings_athlete" ON "activity_pairings" USING btree ("athlete_id");--> statement-breakpoint
CREATE INDEX "activity_pairings_actor" ON "activity_pairings" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "cycle_roll_outs_season" ON "cycle_roll_outs" USING btree ("season_id","athlete_id");--> statement-breakpoint
CREATE INDEX "cycle_roll_outs_athlete" ON "cycle_roll_outs" USING btree ("athlete_id");--> statement-breakpoint
CREATE INDEX "cycle_roll_outs_cycle" ON "cycle_roll_outs" USING btree ("cycle_id","created_at");--> statement-breakpoint
CREATE INDEX "cycle_roll_outs_author" ON "cycle_roll_outs" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "roster_views_user" ON "roster_views" USING btree ("user_id");--> statement-breakpoint
CREATE POLICY "web_select" ON "activity_pairings" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "activity_pairings" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_update" ON "activity_pairings" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[])) WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_delete" ON "activity_pairings" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_select" ON "cycle_roll_outs" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "cycle_roll_outs" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_update" ON "cycle_roll_outs" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[])) WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_delete" ON "cycle_roll_outs" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_select" ON "roster_views" AS PERMISSIVE FOR SELECT TO "app_web" USING (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_insert" ON "roster_views" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_update" ON "roster_views" AS PERMISSIVE FOR UPDATE TO "app_web" USING (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_delete" ON "roster_views" AS PERMISSIVE FOR DELETE TO "app_web" USING (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));