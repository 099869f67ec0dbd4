CREATE TABLE "library_workout_versions" (
	"workout_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"hard" boolean NOT NULL,
	"text" text NOT NULL,
	"author_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "library_workout_versions_workout_id_version_pk" PRIMARY KEY("workout_id","version")
);
--> statement-breakpoint
ALTER TABLE "library_workout_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "library_workouts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"author_id" uuid,
	"is_shared" boolean NOT NULL,
	"folder" text DEFAULT '' NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"hard" boolean NOT NULL,
	"text" text NOT NULL,
	"purpose" text DEFAULT '' NOT NULL,
	"phases" text[] DEFAULT '{}'::text[] NOT NULL,
	"events" text[] DEFAULT '{}'::text[] NOT NULL,
	"level" text,
	"freshness" text DEFAULT 'any' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "library_workouts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "library_workout_versions" ADD CONSTRAINT "library_workout_versions_workout_id_library_workouts_id_fk" FOREIGN KEY ("workout_id") REFERENCES "public"."library_workouts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_workout_versions" ADD CONSTRAINT "library_workout_versions_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_workout_versions" ADD CONSTRAINT "library_workout_versions_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_workouts" ADD CONSTRAINT "library_workouts_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_workouts" ADD CONSTRAINT "library_workouts_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "library_workout_versions_org" ON "library_workout_versions" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "library_workout_versions_author" ON "library_workout_versions" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "library_workouts_org" ON "library_workouts" USING btree ("org_id","folder","title");--> statement-breakpoint
CREATE INDEX "library_workouts_author" ON "library_workouts" USING btree ("author_id");--> statement-breakpoint
CREATE POLICY "web_select" ON "library_workout_versions" AS PERMISSIVE FOR SELECT TO "app_web" USING (org_id = any ((select string_to_array(nullif(current_setting('app.org_staff', true), ''), ',')::uuid[])::uuid[]) and exists (select 1 from library_workouts w where w.id = workout_id));--> statement-breakpoint
CREATE POLICY "web_insert" ON "library_workout_versions" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (org_id = any ((select string_to_array(nullif(current_setting('app.org_coach', true), ''), ',')::uuid[])::uuid[]) and exists (select 1 from library_workouts w where w.id = workout_id));--> statement-breakpoint
CREATE POLICY "web_select" ON "library_workouts" AS PERMISSIVE FOR SELECT TO "app_web" USING (org_id = any ((select string_to_array(nullif(current_setting('app.org_staff', true), ''), ',')::uuid[])::uuid[]) and (is_shared or author_id = (select nullif(current_setting('app.user_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "web_insert" ON "library_workouts" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (org_id = any ((select string_to_array(nullif(current_setting('app.org_coach', true), ''), ',')::uuid[])::uuid[]) and author_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_update" ON "library_workouts" AS PERMISSIVE FOR UPDATE TO "app_web" USING (org_id = any ((select string_to_array(nullif(current_setting('app.org_coach', true), ''), ',')::uuid[])::uuid[]) and (is_shared or author_id = (select nullif(current_setting('app.user_id', true), '')::uuid))) WITH CHECK (org_id = any ((select string_to_array(nullif(current_setting('app.org_coach', true), ''), ',')::uuid[])::uuid[]) and (is_shared or author_id = (select nullif(current_setting('app.user_id', true), '')::uuid)));