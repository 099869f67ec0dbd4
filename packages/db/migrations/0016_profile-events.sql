CREATE TABLE "profile_events" (
	"id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"actor_id" uuid,
	"kind" text NOT NULL,
	"suggestion" text,
	"before" jsonb,
	"after" jsonb,
	"reason" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "profile_events_id_athlete_id_pk" PRIMARY KEY("id","athlete_id"),
	CONSTRAINT "profile_events_kind" CHECK ("profile_events"."kind" in ('profile-changed', 'result-added', 'result-removed', 'suggestion-dismissed', 'suggestion-restored'))
);
--> statement-breakpoint
ALTER TABLE "profile_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "profile_events" ADD CONSTRAINT "profile_events_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_events" ADD CONSTRAINT "profile_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "profile_events_athlete" ON "profile_events" USING btree ("athlete_id","at");--> statement-breakpoint
CREATE INDEX "profile_events_actor" ON "profile_events" USING btree ("actor_id");--> statement-breakpoint
CREATE POLICY "web_select" ON "profile_events" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "profile_events" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (actor_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));