CREATE TABLE "report_settings" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"is_on" boolean DEFAULT true NOT NULL,
	"weekday" smallint DEFAULT 1 NOT NULL,
	"hour" smallint DEFAULT 7 NOT NULL,
	CONSTRAINT "report_settings_weekday" CHECK ("report_settings"."weekday" between 1 and 7),
	CONSTRAINT "report_settings_hour" CHECK ("report_settings"."hour" between 0 and 23)
);
--> statement-breakpoint
ALTER TABLE "report_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "digest_settings" ADD COLUMN "asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "failure" text;--> statement-breakpoint
ALTER TABLE "report_settings" ADD CONSTRAINT "report_settings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "app_night_update" ON "digest_settings" AS PERMISSIVE FOR UPDATE TO "app_night" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "report_settings" AS PERMISSIVE FOR SELECT TO "app_web" USING (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_insert" ON "report_settings" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_update" ON "report_settings" AS PERMISSIVE FOR UPDATE TO "app_web" USING (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "report_settings" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);