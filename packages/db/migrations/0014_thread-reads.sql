CREATE TABLE "thread_reads" (
	"athlete_id" uuid NOT NULL,
	"reader_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "thread_reads_athlete_id_reader_id_subject_id_pk" PRIMARY KEY("athlete_id","reader_id","subject_id")
);
--> statement-breakpoint
ALTER TABLE "thread_reads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "thread_reads" ADD CONSTRAINT "thread_reads_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_reads" ADD CONSTRAINT "thread_reads_reader_id_users_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "thread_reads_reader" ON "thread_reads" USING btree ("reader_id");--> statement-breakpoint
CREATE POLICY "web_select" ON "thread_reads" AS PERMISSIVE FOR SELECT TO "app_web" USING (reader_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "thread_reads" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (reader_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_update" ON "thread_reads" AS PERMISSIVE FOR UPDATE TO "app_web" USING (reader_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[])) WITH CHECK (reader_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));