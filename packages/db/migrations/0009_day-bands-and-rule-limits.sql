CREATE TABLE "day_bands" (
	"id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"author_id" uuid,
	"kind" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "day_bands_id_athlete_id_pk" PRIMARY KEY("id","athlete_id"),
	CONSTRAINT "day_bands_kind" CHECK ("day_bands"."kind" in ('note', 'unavailable', 'travel', 'illness', 'injury')),
	CONSTRAINT "day_bands_order" CHECK ("day_bands"."ends_on" >= "day_bands"."starts_on")
);
--> statement-breakpoint
ALTER TABLE "day_bands" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "athlete_rule_limits" (
	"athlete_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"name" text NOT NULL,
	"value" double precision NOT NULL,
	"reason" text NOT NULL,
	"author_id" uuid,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "athlete_rule_limits_athlete_id_rule_name_pk" PRIMARY KEY("athlete_id","rule","name")
);
--> statement-breakpoint
ALTER TABLE "athlete_rule_limits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "org_rule_limits" (
	"org_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"name" text NOT NULL,
	"value" double precision NOT NULL,
	"reason" text NOT NULL,
	"author_id" uuid,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "org_rule_limits_org_id_rule_name_pk" PRIMARY KEY("org_id","rule","name")
);
--> statement-breakpoint
ALTER TABLE "org_rule_limits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "day_bands" ADD CONSTRAINT "day_bands_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_bands" ADD CONSTRAINT "day_bands_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "athlete_rule_limits" ADD CONSTRAINT "athlete_rule_limits_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "athlete_rule_limits" ADD CONSTRAINT "athlete_rule_limits_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "org_rule_limits" ADD CONSTRAINT "org_rule_limits_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "org_rule_limits" ADD CONSTRAINT "org_rule_limits_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "day_bands_day" ON "day_bands" USING btree ("athlete_id","starts_on");--> statement-breakpoint
CREATE INDEX "day_bands_author" ON "day_bands" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "athlete_rule_limits_author" ON "athlete_rule_limits" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "org_rule_limits_author" ON "org_rule_limits" USING btree ("author_id");--> statement-breakpoint
CREATE POLICY "web_select" ON "day_bands" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]) and (kind not in ('illness', 'injury') or author_id = (select nullif(current_setting('app.user_id', true), '')::uuid) or athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_medical', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "web_insert" ON "day_bands" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]) and (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]) and (kind not in ('illness', 'injury') or author_id = (select nullif(current_setting('app.user_id', true), '')::uuid) or athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_medical', true), ''), ',')::uuid[])::uuid[]))));--> statement-breakpoint
CREATE POLICY "web_update" ON "day_bands" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]) and (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]) and (kind not in ('illness', 'injury') or author_id = (select nullif(current_setting('app.user_id', true), '')::uuid) or athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_medical', true), ''), ',')::uuid[])::uuid[])))) WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]) and (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]) and (kind not in ('illness', 'injury') or author_id = (select nullif(current_setting('app.user_id', true), '')::uuid) or athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_medical', true), ''), ',')::uuid[])::uuid[]))));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "day_bands" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "athlete_rule_limits" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "athlete_rule_limits" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_update" ON "athlete_rule_limits" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[])) WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_delete" ON "athlete_rule_limits" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_select" ON "org_rule_limits" AS PERMISSIVE FOR SELECT TO "app_web" USING (org_id = any ((select string_to_array(nullif(current_setting('app.orgs', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "org_rule_limits" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (org_id = any ((select string_to_array(nullif(current_setting('app.org_admin', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_update" ON "org_rule_limits" AS PERMISSIVE FOR UPDATE TO "app_web" USING (org_id = any ((select string_to_array(nullif(current_setting('app.org_admin', true), ''), ',')::uuid[])::uuid[])) WITH CHECK (org_id = any ((select string_to_array(nullif(current_setting('app.org_admin', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_delete" ON "org_rule_limits" AS PERMISSIVE FOR DELETE TO "app_web" USING (org_id = any ((select string_to_array(nullif(current_setting('app.org_admin', true), ''), ',')::uuid[])::uuid[]));