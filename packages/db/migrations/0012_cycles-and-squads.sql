CREATE TABLE "cycle_assignments" (
	"season_id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"cycle_id" uuid,
	"classic_id" text,
	"version" integer NOT NULL,
	"anchor" text NOT NULL,
	"anchor_on" date NOT NULL,
	"author_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cycle_assignments_season_id_athlete_id_pk" PRIMARY KEY("season_id","athlete_id"),
	CONSTRAINT "cycle_assignments_anchor" CHECK ("cycle_assignments"."anchor" in ('start', 'race'))
);
--> statement-breakpoint
ALTER TABLE "cycle_assignments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "cycle_versions" (
	"cycle_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"author_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cycle_versions_cycle_id_version_pk" PRIMARY KEY("cycle_id","version")
);
--> statement-breakpoint
ALTER TABLE "cycle_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "cycles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"author_id" uuid,
	"name" text NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "cycles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "squad_members" (
	"squad_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	CONSTRAINT "squad_members_squad_id_athlete_id_pk" PRIMARY KEY("squad_id","athlete_id")
);
--> statement-breakpoint
ALTER TABLE "squad_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "squads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "squads_name" UNIQUE("org_id","name"),
	CONSTRAINT "squads_of_org" UNIQUE("id","org_id")
);
--> statement-breakpoint
ALTER TABLE "squads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "cycle_assignments" ADD CONSTRAINT "cycle_assignments_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_assignments" ADD CONSTRAINT "cycle_assignments_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_assignments" ADD CONSTRAINT "cycle_assignments_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_assignments" ADD CONSTRAINT "cycle_assignments_season" FOREIGN KEY ("season_id","athlete_id") REFERENCES "public"."seasons"("id","athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_versions" ADD CONSTRAINT "cycle_versions_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_versions" ADD CONSTRAINT "cycle_versions_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_versions" ADD CONSTRAINT "cycle_versions_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "squad_members" ADD CONSTRAINT "squad_members_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "squad_members" ADD CONSTRAINT "squad_members_squad" FOREIGN KEY ("squad_id","org_id") REFERENCES "public"."squads"("id","org_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "squads" ADD CONSTRAINT "squads_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cycle_assignments_athlete" ON "cycle_assignments" USING btree ("athlete_id");--> statement-breakpoint
CREATE INDEX "cycle_assignments_cycle" ON "cycle_assignments" USING btree ("cycle_id");--> statement-breakpoint
CREATE INDEX "cycle_assignments_author" ON "cycle_assignments" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "cycle_versions_org" ON "cycle_versions" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "cycle_versions_author" ON "cycle_versions" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "cycles_org" ON "cycles" USING btree ("org_id","name");--> statement-breakpoint
CREATE INDEX "cycles_author" ON "cycles" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "squad_members_athlete" ON "squad_members" USING btree ("athlete_id");--> statement-breakpoint
CREATE INDEX "squad_members_squad" ON "squad_members" USING btree ("squad_id","org_id");--> statement-breakpoint
CREATE INDEX "squad_members_org" ON "squad_members" USING btree ("org_id");--> statement-breakpoint
CREATE POLICY "web_select" ON "cycle_assignments" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "cycle_assignments" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_update" ON "cycle_assignments" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[])) WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_delete" ON "cycle_assignments" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_select" ON "cycle_versions" AS PERMISSIVE FOR SELECT TO "app_web" USING (org_id = any ((select string_to_array(nullif(current_setting('app.org_staff', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "cycle_versions" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (org_id = any ((select string_to_array(nullif(current_setting('app.org_coach', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_select" ON "cycles" AS PERMISSIVE FOR SELECT TO "app_web" USING (org_id = any ((select string_to_array(nullif(current_setting('app.org_staff', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "cycles" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (org_id = any ((select string_to_array(nullif(current_setting('app.org_coach', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_update" ON "cycles" AS PERMISSIVE FOR UPDATE TO "app_web" USING (org_id = any ((select string_to_array(nullif(current_setting('app.org_coach', true), ''), ',')::uuid[])::uuid[])) WITH CHECK (org_id = any ((select string_to_array(nullif(current_setting('app.org_coach', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_select" ON "squad_members" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid) or (org_id = any ((select string_to_array(nullif(current_setting('app.org_staff', true), ''), ',')::uuid[])::uuid[]) and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "web_insert" ON "squad_members" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (org_id = any ((select string_to_array(nullif(current_setting('app.org_coach', true), ''), ',')::uuid[])::uuid[]) and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_delete" ON "squad_members" AS PERMISSIVE FOR DELETE TO "app_web" USING (org_id = any ((select string_to_array(nullif(current_setting('app.org_coach', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_select" ON "squads" AS PERMISSIVE FOR SELECT TO "app_web" USING (org_id = any ((select string_to_array(nullif(current_setting('app.orgs', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "squads" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (org_id = any ((select string_to_array(nullif(current_setting('app.org_coach', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_update" ON "squads" AS PERMISSIVE FOR UPDATE TO "app_web" USING (org_id = any ((select string_to_array(nullif(current_setting('app.org_coach', true), ''), ',')::uuid[])::uuid[])) WITH CHECK (org_id = any ((select string_to_array(nullif(current_setting('app.org_coach', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_delete" ON "squads" AS PERMISSIVE FOR DELETE TO "app_web" USING (org_id = any ((select string_to_array(nullif(current_setting('app.org_coach', true), ''), ',')::uuid[])::uuid[]));