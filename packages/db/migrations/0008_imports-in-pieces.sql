CREATE TABLE "calendar_feeds" (
	"id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"detail" text NOT NULL,
	"start_minutes" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "calendar_feeds_id_athlete_id_pk" PRIMARY KEY("id","athlete_id"),
	CONSTRAINT "calendar_feeds_token" UNIQUE("token_hash","athlete_id"),
	CONSTRAINT "calendar_feeds_detail" CHECK ("calendar_feeds"."detail" in ('full', 'busy'))
);
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_pieces" (
	"batch_id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"piece" integer NOT NULL,
	"pieces" integer NOT NULL,
	"label" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "import_pieces_batch_id_athlete_id_position_piece_pk" PRIMARY KEY("batch_id","athlete_id","position","piece")
);
--> statement-breakpoint
ALTER TABLE "import_pieces" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "import_files" DROP CONSTRAINT "import_files_batch_id_athlete_id_position_pk";--> statement-breakpoint
ALTER TABLE "check_ins" ADD COLUMN "import_batch_id" uuid;--> statement-breakpoint
ALTER TABLE "check_ins_medical" ADD COLUMN "import_batch_id" uuid;--> statement-breakpoint
ALTER TABLE "import_batches" ADD COLUMN "worked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "import_files" ADD COLUMN "entry" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_batch_id_athlete_id_position_entry_pk" PRIMARY KEY("batch_id","athlete_id","position","entry");--> statement-breakpoint
ALTER TABLE "import_files" ADD COLUMN "original_id" uuid;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_pieces" ADD CONSTRAINT "import_pieces_batch" FOREIGN KEY ("batch_id","athlete_id") REFERENCES "public"."import_batches"("id","athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calendar_feeds_athlete" ON "calendar_feeds" USING btree ("athlete_id");--> statement-breakpoint
CREATE INDEX "import_batches_open" ON "import_batches" USING btree ("state") WHERE state in ('pending', 'running');--> statement-breakpoint
CREATE POLICY "app_night_select" ON "import_batches" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "calendar_feeds" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "calendar_feeds" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_update" ON "calendar_feeds" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_delete" ON "calendar_feeds" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "app_ctx_select" ON "calendar_feeds" AS PERMISSIVE FOR SELECT TO "app_ctx" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "import_pieces" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_location', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "import_pieces" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_update" ON "import_pieces" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_delete" ON "import_pieces" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "demo_delete" ON "users" TO app_ctx USING (is_demo or id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
-- Recordings are packed already: packing them again would only cost time.
ALTER TABLE "import_pieces" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
