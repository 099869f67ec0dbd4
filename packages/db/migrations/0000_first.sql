CREATE TABLE "activities" (
	"id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"local_date" date NOT NULL,
	"start_at" timestamp with time zone,
	"time_zone" text,
	"sport" text NOT NULL,
	"title" text,
	"distance_m" double precision,
	"duration_s" double precision NOT NULL,
	"elapsed_s" double precision,
	"moving_s" double precision,
	"elevation_gain_m" double precision,
	"avg_hr_bpm" double precision,
	"max_hr_bpm" double precision,
	"rpe" double precision,
	"feel" double precision,
	"notes" text,
	"source" text NOT NULL,
	"source_key" text,
	"device" text,
	"original_id" uuid,
	"import_batch_id" uuid,
	"planned_workout_id" uuid,
	"match_locked" boolean DEFAULT false NOT NULL,
	"load_x10" integer,
	"load_method" text,
	"load_detail" jsonb,
	"reading" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"extra" jsonb,
	CONSTRAINT "activities_id_athlete_id_pk" PRIMARY KEY("id","athlete_id"),
	CONSTRAINT "activities_source_key" UNIQUE("athlete_id","source_key"),
	CONSTRAINT "activities_sport" CHECK ("activities"."sport" in ('run', 'ride', 'swim', 'walk', 'hike', 'strength', 'mobility', 'other')),
	CONSTRAINT "activities_source" CHECK ("activities"."source" in ('manual', 'file', 'import', 'demo', 'api')),
	CONSTRAINT "activities_not_negative" CHECK ("activities"."distance_m" >= 0 and "activities"."duration_s" >= 0 and "activities"."load_x10" >= 0),
	CONSTRAINT "activities_rpe" CHECK ("activities"."rpe" between 0 and 10),
	CONSTRAINT "activities_feel" CHECK ("activities"."feel" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "activities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "activity_laps" (
	"activity_id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"kind" text,
	"start_offset_s" double precision,
	"duration_s" double precision,
	"moving_s" double precision,
	"distance_m" double precision,
	"avg_hr_bpm" double precision,
	"max_hr_bpm" double precision,
	"elevation_gain_m" double precision,
	"extra" jsonb,
	CONSTRAINT "activity_laps_activity_id_athlete_id_position_pk" PRIMARY KEY("activity_id","athlete_id","position")
);
--> statement-breakpoint
ALTER TABLE "activity_laps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "activity_streams" (
	"activity_id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"codec" text NOT NULL,
	"sample_count" integer NOT NULL,
	"time_s" "bytea" NOT NULL,
	"distance_m" "bytea",
	"speed_mps" "bytea",
	"elevation_m" "bytea",
	"hr_bpm" "bytea",
	"cadence_spm" "bytea",
	"power_w" "bytea",
	CONSTRAINT "activity_streams_activity_id_athlete_id_pk" PRIMARY KEY("activity_id","athlete_id")
);
--> statement-breakpoint
ALTER TABLE "activity_streams" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "activity_tracks" (
	"activity_id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"codec" text NOT NULL,
	"lat" "bytea" NOT NULL,
	"lng" "bytea" NOT NULL,
	CONSTRAINT "activity_tracks_activity_id_athlete_id_pk" PRIMARY KEY("activity_id","athlete_id")
);
--> statement-breakpoint
ALTER TABLE "activity_tracks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assessments" (
	"athlete_id" uuid NOT NULL,
	"as_of" date NOT NULL,
	"intensity" jsonb NOT NULL,
	"progress" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assessments_athlete_id_as_of_pk" PRIMARY KEY("athlete_id","as_of")
);
--> statement-breakpoint
ALTER TABLE "assessments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recovery_assessments" (
	"athlete_id" uuid NOT NULL,
	"as_of" date NOT NULL,
	"recovery" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recovery_assessments_athlete_id_as_of_pk" PRIMARY KEY("athlete_id","as_of")
);
--> statement-breakpoint
ALTER TABLE "recovery_assessments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "athlete_states" (
	"athlete_id" uuid PRIMARY KEY NOT NULL,
	"last_day" date,
	"fitness" double precision,
	"fatigue" double precision,
	"ring" "bytea",
	"carry" jsonb,
	"dirty_from" date,
	"dirty_seq" bigint DEFAULT 0 NOT NULL,
	"needs_judging" boolean DEFAULT false NOT NULL,
	"judged_through" date,
	"rev" bigint DEFAULT 0 NOT NULL,
	"form" double precision,
	"load_quality" text,
	"week_load_x10" integer,
	"week_km" double precision,
	"progress_state" text,
	"open_warnings" smallint DEFAULT 0 NOT NULL,
	"worst_severity" text,
	"last_activity_on" date,
	"next_race_on" date,
	"next_race_name" text,
	"next_race_priority" text,
	"spark" double precision[],
	"spark_from" date,
	"squares" text[],
	"ribbon_from" date,
	"ribbon_phases" text[],
	"ribbon_planned_km" double precision[],
	"ribbon_done_km" double precision[],
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "athlete_states" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "athlete_wellness_states" (
	"athlete_id" uuid PRIMARY KEY NOT NULL,
	"as_of" date NOT NULL,
	"recovery_state" text NOT NULL,
	"signals" jsonb NOT NULL,
	"last_check_in_on" date,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "athlete_wellness_states_state" CHECK ("athlete_wellness_states"."recovery_state" in ('ready', 'caution', 'rest', 'unknown'))
);
--> statement-breakpoint
ALTER TABLE "athlete_wellness_states" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "load_series" (
	"athlete_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"load_x10" integer[] NOT NULL,
	"method" smallint[] NOT NULL,
	"quality" smallint[] NOT NULL,
	"fitness" double precision[] NOT NULL,
	"fatigue" double precision[] NOT NULL,
	CONSTRAINT "load_series_athlete_id_year_pk" PRIMARY KEY("athlete_id","year")
);
--> statement-breakpoint
ALTER TABLE "load_series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "athletes" (
	"athlete_id" uuid PRIMARY KEY NOT NULL,
	"time_zone" text NOT NULL,
	"units" text DEFAULT 'metric' NOT NULL,
	"week_starts_on" text DEFAULT 'mon' NOT NULL,
	"sex" text,
	"birth_date" date,
	"max_hr_bpm" double precision,
	"resting_hr_bpm" double precision,
	"threshold_hr_bpm" double precision,
	"threshold_pace_s_per_km" double precision,
	"thresholds_set_at" timestamp with time zone,
	"thresholds_set_by" uuid,
	"level" text,
	"runs_per_week" smallint,
	"long_run_day" text,
	"unavailable_weekdays" text[] DEFAULT '{}' NOT NULL,
	"blackout_dates" date[] DEFAULT '{}' NOT NULL,
	"injury_sites" text[] DEFAULT '{}' NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"extra" jsonb,
	CONSTRAINT "athletes_units" CHECK ("athletes"."units" in ('metric', 'imperial')),
	CONSTRAINT "athletes_level" CHECK ("athletes"."level" in ('beginner', 'intermediate', 'advanced'))
);
--> statement-breakpoint
ALTER TABLE "athletes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "results" (
	"id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"local_date" date NOT NULL,
	"kind" text,
	"distance_m" double precision NOT NULL,
	"time_s" double precision NOT NULL,
	"temperature_c" double precision,
	"name" text,
	"notes" text,
	"source_key" text,
	"import_batch_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"extra" jsonb,
	CONSTRAINT "results_id_athlete_id_pk" PRIMARY KEY("id","athlete_id")
);
--> statement-breakpoint
ALTER TABLE "results" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"actor_id" uuid,
	"athlete_id" uuid,
	"org_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"ip_prefix" text,
	"detail" jsonb
);
--> statement-breakpoint
ALTER TABLE "audit_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "check_ins" (
	"athlete_id" uuid NOT NULL,
	"local_date" date NOT NULL,
	"sleep_hours" double precision,
	"sleep_quality" double precision,
	"resting_hr_bpm" double precision,
	"hrv_rmssd_ms" double precision,
	"fatigue" double precision,
	"soreness" double precision,
	"stress" double precision,
	"mood" double precision,
	"motivation" double precision,
	"appetite" double precision,
	"legs" text,
	"notes" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"extra" jsonb,
	CONSTRAINT "check_ins_athlete_id_local_date_pk" PRIMARY KEY("athlete_id","local_date"),
	CONSTRAINT "check_ins_legs" CHECK ("check_ins"."legs" in ('dead', 'heavy', 'ok', 'good', 'bouncy')),
	CONSTRAINT "check_ins_sleep" CHECK ("check_ins"."sleep_hours" between 0 and 24)
);
--> statement-breakpoint
ALTER TABLE "check_ins" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "check_ins_medical" (
	"athlete_id" uuid NOT NULL,
	"local_date" date NOT NULL,
	"ill" boolean,
	"pain_site" text,
	"pain_level" double precision,
	"notes" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"extra" jsonb,
	CONSTRAINT "check_ins_medical_athlete_id_local_date_pk" PRIMARY KEY("athlete_id","local_date"),
	CONSTRAINT "check_ins_medical_pain" CHECK ("check_ins_medical"."pain_level" between 0 and 10)
);
--> statement-breakpoint
ALTER TABLE "check_ins_medical" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"org_id" uuid,
	"author_id" uuid,
	"planned_workout_id" uuid,
	"activity_id" uuid,
	"body" text NOT NULL,
	"is_private" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "comments_id_athlete_id_pk" PRIMARY KEY("id","athlete_id")
);
--> statement-breakpoint
ALTER TABLE "comments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts" (
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credentials" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "credentials" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "login_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "login_attempts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "owner_tokens" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "owner_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "verification_tokens" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"purpose" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "verification_tokens_purpose" CHECK ("verification_tokens"."purpose" in ('sign-in', 'reset-password'))
);
--> statement-breakpoint
ALTER TABLE "verification_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "heartbeats" (
	"name" text PRIMARY KEY NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"detail" jsonb
);
--> statement-breakpoint
ALTER TABLE "heartbeats" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_batches" (
	"id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"label" text,
	"total" integer DEFAULT 0 NOT NULL,
	"added" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"duplicates" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"message" text,
	"started_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "import_batches_id_athlete_id_pk" PRIMARY KEY("id","athlete_id"),
	CONSTRAINT "import_batches_state" CHECK ("import_batches"."state" in ('pending', 'running', 'done', 'failed', 'undone'))
);
--> statement-breakpoint
ALTER TABLE "import_batches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_files" (
	"batch_id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"label" text NOT NULL,
	"state" text NOT NULL,
	"is_partial" boolean DEFAULT false NOT NULL,
	"message" text,
	"activity_id" uuid,
	"detail" jsonb,
	CONSTRAINT "import_files_batch_id_athlete_id_position_pk" PRIMARY KEY("batch_id","athlete_id","position"),
	CONSTRAINT "import_files_state" CHECK ("import_files"."state" in ('added', 'updated', 'duplicate', 'failed', 'skipped'))
);
--> statement-breakpoint
ALTER TABLE "import_files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "originals" (
	"id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"label" text NOT NULL,
	"kind" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"encoding" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "originals_id_athlete_id_pk" PRIMARY KEY("id","athlete_id"),
	CONSTRAINT "originals_content" UNIQUE("athlete_id","sha256")
);
--> statement-breakpoint
ALTER TABLE "originals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mutations" (
	"id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"request_hash" text NOT NULL,
	"response" jsonb,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mutations_id_athlete_id_pk" PRIMARY KEY("id","athlete_id")
);
--> statement-breakpoint
ALTER TABLE "mutations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "nightly_runs" (
	"athlete_id" uuid NOT NULL,
	"local_date" date NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"next_at" timestamp with time zone,
	"error" text,
	"result" jsonb,
	CONSTRAINT "nightly_runs_athlete_id_local_date_kind_pk" PRIMARY KEY("athlete_id","local_date","kind"),
	CONSTRAINT "nightly_runs_state" CHECK ("nightly_runs"."state" in ('pending', 'done', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "nightly_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consent_events" (
	"id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"coach_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"action" text NOT NULL,
	"text_version" text,
	"actor_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "consent_events_id_athlete_id_pk" PRIMARY KEY("id","athlete_id"),
	CONSTRAINT "consent_events_action" CHECK ("consent_events"."action" in ('granted', 'ended'))
);
--> statement-breakpoint
ALTER TABLE "consent_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consents" (
	"org_id" uuid NOT NULL,
	"coach_id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"text_version" text NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "consents_org_id_coach_id_athlete_id_scope_pk" PRIMARY KEY("org_id","coach_id","athlete_id","scope"),
	CONSTRAINT "consents_scope" CHECK ("consents"."scope" in ('training', 'wellness', 'medical', 'location'))
);
--> statement-breakpoint
ALTER TABLE "consents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "digest_settings" (
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"is_on" boolean DEFAULT true NOT NULL,
	"hour" smallint DEFAULT 6 NOT NULL,
	CONSTRAINT "digest_settings_org_id_user_id_pk" PRIMARY KEY("org_id","user_id"),
	CONSTRAINT "digest_settings_hour" CHECK ("digest_settings"."hour" between 0 and 23)
);
--> statement-breakpoint
ALTER TABLE "digest_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"scopes" text[] DEFAULT '{}' NOT NULL,
	"inviter_id" uuid NOT NULL,
	"note" text,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitations_token" UNIQUE("token_hash"),
	CONSTRAINT "invitations_role" CHECK ("invitations"."role" in ('owner', 'head-coach', 'coach', 'assistant', 'athlete'))
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"status" text NOT NULL,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "memberships_org_id_user_id_pk" PRIMARY KEY("org_id","user_id"),
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('owner', 'head-coach', 'coach', 'assistant', 'athlete')),
	CONSTRAINT "memberships_status" CHECK ("memberships"."status" in ('active', 'ended'))
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "organisations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dedupe_key" text NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid,
	"payload" jsonb NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"next_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"dead_at" timestamp with time zone,
	"last_error" text,
	CONSTRAINT "outbox_dedupe_key" UNIQUE("dedupe_key"),
	CONSTRAINT "outbox_kind" CHECK ("outbox"."kind" in ('mail', 'push', 'webhook')),
	CONSTRAINT "outbox_state" CHECK ("outbox"."state" in ('pending', 'sent', 'dead'))
);
--> statement-breakpoint
ALTER TABLE "outbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reader_id" uuid NOT NULL,
	"org_id" uuid,
	"athlete_id" uuid,
	"kind" text NOT NULL,
	"local_date" date NOT NULL,
	"subject" text NOT NULL,
	"content" jsonb NOT NULL,
	"html" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	CONSTRAINT "reports_once" UNIQUE NULLS NOT DISTINCT("reader_id","org_id","athlete_id","kind","local_date")
);
--> statement-breakpoint
ALTER TABLE "reports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "finding_waivers" (
	"id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"season_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"dates" date[] DEFAULT '{}' NOT NULL,
	"reason" text NOT NULL,
	"author_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "finding_waivers_id_athlete_id_pk" PRIMARY KEY("id","athlete_id")
);
--> statement-breakpoint
ALTER TABLE "finding_waivers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_edits" (
	"id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"season_id" uuid,
	"author_id" uuid,
	"kind" text NOT NULL,
	"summary" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "plan_edits_id_athlete_id_pk" PRIMARY KEY("id","athlete_id")
);
--> statement-breakpoint
ALTER TABLE "plan_edits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "planned_workouts" (
	"id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"season_id" uuid,
	"season_key" text,
	"org_id" uuid,
	"author_id" uuid,
	"local_date" date NOT NULL,
	"position" smallint DEFAULT 0 NOT NULL,
	"library_id" text,
	"kind" text NOT NULL,
	"hard" boolean NOT NULL,
	"title" text NOT NULL,
	"text" text,
	"blocks" jsonb,
	"distance_m" double precision,
	"duration_s" double precision,
	"load_x10" integer,
	"coach_note" text,
	"is_assigned" boolean DEFAULT false NOT NULL,
	"status" text DEFAULT 'planned' NOT NULL,
	"status_reason" text,
	"grade" jsonb,
	"edited_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"extra" jsonb,
	CONSTRAINT "planned_workouts_id_athlete_id_pk" PRIMARY KEY("id","athlete_id"),
	CONSTRAINT "planned_workouts_status" CHECK ("planned_workouts"."status" in ('planned', 'done', 'changed', 'missed', 'excused')),
	CONSTRAINT "planned_workouts_not_negative" CHECK ("planned_workouts"."distance_m" >= 0 and "planned_workouts"."duration_s" >= 0 and "planned_workouts"."load_x10" >= 0)
);
--> statement-breakpoint
ALTER TABLE "planned_workouts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "season_phases" (
	"season_id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"kind" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"extra" jsonb,
	CONSTRAINT "season_phases_season_id_athlete_id_position_pk" PRIMARY KEY("season_id","athlete_id","position"),
	CONSTRAINT "season_phases_kind" CHECK ("season_phases"."kind" in ('base', 'build', 'speed', 'peak', 'race', 'recovery', 'free'))
);
--> statement-breakpoint
ALTER TABLE "season_phases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "season_weeks" (
	"season_id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"phase" text NOT NULL,
	"target_km" double precision,
	"cutback" boolean DEFAULT false NOT NULL,
	"extra" jsonb,
	CONSTRAINT "season_weeks_season_id_athlete_id_starts_on_pk" PRIMARY KEY("season_id","athlete_id","starts_on"),
	CONSTRAINT "season_weeks_phase" CHECK ("season_weeks"."phase" in ('base', 'build', 'speed', 'peak', 'race', 'recovery', 'free'))
);
--> statement-breakpoint
ALTER TABLE "season_weeks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "seasons" (
	"id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"org_id" uuid,
	"author_id" uuid,
	"name" text NOT NULL,
	"request" jsonb NOT NULL,
	"status" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"not_honoured" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"assigned_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"extra" jsonb,
	CONSTRAINT "seasons_id_athlete_id_pk" PRIMARY KEY("id","athlete_id"),
	CONSTRAINT "seasons_status" CHECK ("seasons"."status" in ('draft', 'assigned', 'archived'))
);
--> statement-breakpoint
ALTER TABLE "seasons" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"user_agent" text,
	"ip_prefix" text,
	CONSTRAINT "sessions_id_unique" UNIQUE("id")
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"email_verified_at" timestamp with time zone,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"units" text DEFAULT 'metric' NOT NULL,
	"theme" text DEFAULT 'system' NOT NULL,
	"is_operator" boolean DEFAULT false NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "users_email" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "warning_events" (
	"id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"warning_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"kind" text NOT NULL,
	"actor_id" uuid,
	"local_date" date NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"detail" jsonb,
	CONSTRAINT "warning_events_id_athlete_id_pk" PRIMARY KEY("id","athlete_id")
);
--> statement-breakpoint
ALTER TABLE "warning_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "warnings" (
	"id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"scope" text NOT NULL,
	"severity" text NOT NULL,
	"opened_on" date NOT NULL,
	"last_seen_on" date NOT NULL,
	"closed_on" date,
	"title" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"remedy" jsonb,
	"source" text[] DEFAULT '{}' NOT NULL,
	"seen_at" timestamp with time zone,
	"snoozed_until" date,
	"snooze_reason" text,
	"verdict" text,
	"verdict_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "warnings_id_athlete_id_pk" PRIMARY KEY("id","athlete_id"),
	CONSTRAINT "warnings_scope" CHECK ("warnings"."scope" in ('training', 'wellness', 'medical')),
	CONSTRAINT "warnings_severity" CHECK ("warnings"."severity" in ('info', 'warn', 'error')),
	CONSTRAINT "warnings_verdict" CHECK ("warnings"."verdict" in ('right', 'wrong'))
);
--> statement-breakpoint
ALTER TABLE "warnings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_planned_workout" FOREIGN KEY ("planned_workout_id","athlete_id") REFERENCES "public"."planned_workouts"("id","athlete_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_original" FOREIGN KEY ("original_id","athlete_id") REFERENCES "public"."originals"("id","athlete_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_laps" ADD CONSTRAINT "activity_laps_activity" FOREIGN KEY ("activity_id","athlete_id") REFERENCES "public"."activities"("id","athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_streams" ADD CONSTRAINT "activity_streams_activity" FOREIGN KEY ("activity_id","athlete_id") REFERENCES "public"."activities"("id","athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_tracks" ADD CONSTRAINT "activity_tracks_activity" FOREIGN KEY ("activity_id","athlete_id") REFERENCES "public"."activities"("id","athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_assessments" ADD CONSTRAINT "recovery_assessments_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "athlete_states" ADD CONSTRAINT "athlete_states_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "athlete_wellness_states" ADD CONSTRAINT "athlete_wellness_states_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "load_series" ADD CONSTRAINT "load_series_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "athletes" ADD CONSTRAINT "athletes_athlete_id_users_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "athletes" ADD CONSTRAINT "athletes_thresholds_set_by_users_id_fk" FOREIGN KEY ("thresholds_set_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins_medical" ADD CONSTRAINT "check_ins_medical_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_planned_workout" FOREIGN KEY ("planned_workout_id","athlete_id") REFERENCES "public"."planned_workouts"("id","athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_activity" FOREIGN KEY ("activity_id","athlete_id") REFERENCES "public"."activities"("id","athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_batch" FOREIGN KEY ("batch_id","athlete_id") REFERENCES "public"."import_batches"("id","athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "originals" ADD CONSTRAINT "originals_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nightly_runs" ADD CONSTRAINT "nightly_runs_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_events" ADD CONSTRAINT "consent_events_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_coach" FOREIGN KEY ("org_id","coach_id") REFERENCES "public"."memberships"("org_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_athlete" FOREIGN KEY ("org_id","athlete_id") REFERENCES "public"."memberships"("org_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_settings" ADD CONSTRAINT "digest_settings_membership" FOREIGN KEY ("org_id","user_id") REFERENCES "public"."memberships"("org_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_inviter_id_users_id_fk" FOREIGN KEY ("inviter_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accepted_by_users_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_reader_id_users_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_waivers" ADD CONSTRAINT "finding_waivers_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_waivers" ADD CONSTRAINT "finding_waivers_season" FOREIGN KEY ("season_id","athlete_id") REFERENCES "public"."seasons"("id","athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_edits" ADD CONSTRAINT "plan_edits_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_edits" ADD CONSTRAINT "plan_edits_season" FOREIGN KEY ("season_id","athlete_id") REFERENCES "public"."seasons"("id","athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_workouts" ADD CONSTRAINT "planned_workouts_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_workouts" ADD CONSTRAINT "planned_workouts_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_workouts" ADD CONSTRAINT "planned_workouts_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_workouts" ADD CONSTRAINT "planned_workouts_season" FOREIGN KEY ("season_id","athlete_id") REFERENCES "public"."seasons"("id","athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "season_phases" ADD CONSTRAINT "season_phases_season" FOREIGN KEY ("season_id","athlete_id") REFERENCES "public"."seasons"("id","athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "season_weeks" ADD CONSTRAINT "season_weeks_season" FOREIGN KEY ("season_id","athlete_id") REFERENCES "public"."seasons"("id","athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seasons" ADD CONSTRAINT "seasons_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seasons" ADD CONSTRAINT "seasons_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seasons" ADD CONSTRAINT "seasons_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warning_events" ADD CONSTRAINT "warning_events_warning" FOREIGN KEY ("warning_id","athlete_id") REFERENCES "public"."warnings"("id","athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warnings" ADD CONSTRAINT "warnings_athlete_id_athletes_athlete_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("athlete_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warnings" ADD CONSTRAINT "warnings_verdict_by_users_id_fk" FOREIGN KEY ("verdict_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_day" ON "activities" USING btree ("athlete_id","local_date");--> statement-breakpoint
CREATE INDEX "activities_by_day" ON "activities" USING btree ("local_date","athlete_id");--> statement-breakpoint
CREATE INDEX "activities_planned_workout" ON "activities" USING btree ("planned_workout_id","athlete_id");--> statement-breakpoint
CREATE INDEX "activities_original" ON "activities" USING btree ("original_id","athlete_id");--> statement-breakpoint
CREATE INDEX "activities_import_batch" ON "activities" USING btree ("import_batch_id","athlete_id");--> statement-breakpoint
CREATE INDEX "athlete_states_dirty" ON "athlete_states" USING btree ("athlete_id") WHERE dirty_from is not null or needs_judging;--> statement-breakpoint
CREATE INDEX "athletes_thresholds_set_by" ON "athletes" USING btree ("thresholds_set_by");--> statement-breakpoint
CREATE INDEX "results_day" ON "results" USING btree ("athlete_id","local_date");--> statement-breakpoint
CREATE INDEX "audit_events_athlete" ON "audit_events" USING btree ("athlete_id","at");--> statement-breakpoint
CREATE INDEX "audit_events_org" ON "audit_events" USING btree ("org_id","at");--> statement-breakpoint
CREATE INDEX "audit_events_actor" ON "audit_events" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "comments_athlete" ON "comments" USING btree ("athlete_id","created_at");--> statement-breakpoint
CREATE INDEX "comments_org" ON "comments" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "comments_author" ON "comments" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "comments_planned_workout" ON "comments" USING btree ("planned_workout_id","athlete_id");--> statement-breakpoint
CREATE INDEX "comments_activity" ON "comments" USING btree ("activity_id","athlete_id");--> statement-breakpoint
CREATE INDEX "accounts_user" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "login_attempts_subject" ON "login_attempts" USING btree ("subject","at");--> statement-breakpoint
CREATE INDEX "verification_tokens_email" ON "verification_tokens" USING btree ("email");--> statement-breakpoint
CREATE INDEX "import_batches_athlete" ON "import_batches" USING btree ("athlete_id","created_at");--> statement-breakpoint
CREATE INDEX "mutations_athlete" ON "mutations" USING btree ("athlete_id","at");--> statement-breakpoint
CREATE INDEX "nightly_runs_pending" ON "nightly_runs" USING btree ("local_date","athlete_id") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "consent_events_athlete" ON "consent_events" USING btree ("athlete_id","at");--> statement-breakpoint
CREATE INDEX "consent_events_org" ON "consent_events" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "consents_athlete" ON "consents" USING btree ("athlete_id","org_id");--> statement-breakpoint
CREATE INDEX "consents_org_athlete" ON "consents" USING btree ("org_id","athlete_id");--> statement-breakpoint
CREATE INDEX "consents_live" ON "consents" USING btree ("coach_id","scope","athlete_id") WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX "invitations_org" ON "invitations" USING btree ("org_id","created_at");--> statement-breakpoint
CREATE INDEX "invitations_inviter" ON "invitations" USING btree ("inviter_id");--> statement-breakpoint
CREATE INDEX "invitations_accepted_by" ON "invitations" USING btree ("accepted_by");--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id","status");--> statement-breakpoint
CREATE INDEX "outbox_pending" ON "outbox" USING btree ("next_at") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "reports_org" ON "reports" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "reports_athlete" ON "reports" USING btree ("athlete_id");--> statement-breakpoint
CREATE INDEX "finding_waivers_season" ON "finding_waivers" USING btree ("season_id","athlete_id");--> statement-breakpoint
CREATE INDEX "finding_waivers_athlete" ON "finding_waivers" USING btree ("athlete_id");--> statement-breakpoint
CREATE INDEX "finding_waivers_author" ON "finding_waivers" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "plan_edits_season" ON "plan_edits" USING btree ("season_id","athlete_id");--> statement-breakpoint
CREATE INDEX "plan_edits_athlete" ON "plan_edits" USING btree ("athlete_id","created_at");--> statement-breakpoint
CREATE INDEX "plan_edits_author" ON "plan_edits" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "planned_workouts_day" ON "planned_workouts" USING btree ("athlete_id","local_date");--> statement-breakpoint
CREATE INDEX "planned_workouts_by_day" ON "planned_workouts" USING btree ("local_date","athlete_id");--> statement-breakpoint
CREATE INDEX "planned_workouts_season" ON "planned_workouts" USING btree ("season_id","athlete_id");--> statement-breakpoint
CREATE INDEX "planned_workouts_org" ON "planned_workouts" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "planned_workouts_author" ON "planned_workouts" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "seasons_athlete" ON "seasons" USING btree ("athlete_id","starts_on");--> statement-breakpoint
CREATE INDEX "seasons_org" ON "seasons" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "seasons_author" ON "seasons" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "warning_events_warning" ON "warning_events" USING btree ("warning_id","athlete_id");--> statement-breakpoint
CREATE INDEX "warning_events_athlete" ON "warning_events" USING btree ("athlete_id","local_date");--> statement-breakpoint
CREATE INDEX "warnings_athlete" ON "warnings" USING btree ("athlete_id","opened_on");--> statement-breakpoint
CREATE INDEX "warnings_verdict_by" ON "warnings" USING btree ("verdict_by");--> statement-breakpoint
CREATE UNIQUE INDEX "warnings_open" ON "warnings" USING btree ("athlete_id","kind") WHERE closed_on is null;--> statement-breakpoint
CREATE POLICY "web_select" ON "activities" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "activities" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_update" ON "activities" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_delete" ON "activities" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "activities" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "app_night_insert" ON "activities" AS PERMISSIVE FOR INSERT TO "app_night" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_update" ON "activities" AS PERMISSIVE FOR UPDATE TO "app_night" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_delete" ON "activities" AS PERMISSIVE FOR DELETE TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "activity_laps" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "activity_laps" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_update" ON "activity_laps" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_delete" ON "activity_laps" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "activity_laps" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "activity_streams" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "activity_streams" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_update" ON "activity_streams" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_delete" ON "activity_streams" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "activity_streams" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "activity_tracks" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_location', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "activity_tracks" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_update" ON "activity_tracks" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_delete" ON "activity_tracks" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_select" ON "assessments" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "assessments" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_update" ON "assessments" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_delete" ON "assessments" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "assessments" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "app_night_insert" ON "assessments" AS PERMISSIVE FOR INSERT TO "app_night" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_update" ON "assessments" AS PERMISSIVE FOR UPDATE TO "app_night" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_delete" ON "assessments" AS PERMISSIVE FOR DELETE TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "recovery_assessments" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_wellness', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "recovery_assessments" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_update" ON "recovery_assessments" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_delete" ON "recovery_assessments" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "recovery_assessments" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "app_night_insert" ON "recovery_assessments" AS PERMISSIVE FOR INSERT TO "app_night" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_update" ON "recovery_assessments" AS PERMISSIVE FOR UPDATE TO "app_night" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_delete" ON "recovery_assessments" AS PERMISSIVE FOR DELETE TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "athlete_states" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "athlete_states" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_update" ON "athlete_states" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[])) WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_delete" ON "athlete_states" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "athlete_states" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "app_night_insert" ON "athlete_states" AS PERMISSIVE FOR INSERT TO "app_night" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_update" ON "athlete_states" AS PERMISSIVE FOR UPDATE TO "app_night" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_delete" ON "athlete_states" AS PERMISSIVE FOR DELETE TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "athlete_wellness_states" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_wellness', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "athlete_wellness_states" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_update" ON "athlete_wellness_states" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_delete" ON "athlete_wellness_states" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "athlete_wellness_states" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "app_night_insert" ON "athlete_wellness_states" AS PERMISSIVE FOR INSERT TO "app_night" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_update" ON "athlete_wellness_states" AS PERMISSIVE FOR UPDATE TO "app_night" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_delete" ON "athlete_wellness_states" AS PERMISSIVE FOR DELETE TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "load_series" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "load_series" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_update" ON "load_series" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_delete" ON "load_series" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "load_series" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "app_night_insert" ON "load_series" AS PERMISSIVE FOR INSERT TO "app_night" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_update" ON "load_series" AS PERMISSIVE FOR UPDATE TO "app_night" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_delete" ON "load_series" AS PERMISSIVE FOR DELETE TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "athletes" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "athletes" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_update" ON "athletes" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[])) WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "athletes" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "results" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "results" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_update" ON "results" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[])) WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_delete" ON "results" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "results" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "audit_events" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid) or actor_id = (select nullif(current_setting('app.user_id', true), '')::uuid) or org_id = any ((select string_to_array(nullif(current_setting('app.org_admin', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "audit_events" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (actor_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "app_auth_insert" ON "audit_events" AS PERMISSIVE FOR INSERT TO "app_auth" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_insert" ON "audit_events" AS PERMISSIVE FOR INSERT TO "app_night" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "check_ins" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_wellness', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "check_ins" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_update" ON "check_ins" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_delete" ON "check_ins" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "check_ins" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "check_ins_medical" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_medical', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "check_ins_medical" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_update" ON "check_ins_medical" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_delete" ON "check_ins_medical" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "check_ins_medical" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "comments" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]) and (not is_private or author_id = (select nullif(current_setting('app.user_id', true), '')::uuid) or org_id = any ((select string_to_array(nullif(current_setting('app.org_staff', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "web_insert" ON "comments" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (author_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_update" ON "comments" AS PERMISSIVE FOR UPDATE TO "app_web" USING (author_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[])) WITH CHECK (author_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "comments" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "app_auth_select" ON "accounts" AS PERMISSIVE FOR SELECT TO "app_auth" USING (true);--> statement-breakpoint
CREATE POLICY "app_auth_insert" ON "accounts" AS PERMISSIVE FOR INSERT TO "app_auth" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_auth_update" ON "accounts" AS PERMISSIVE FOR UPDATE TO "app_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_auth_delete" ON "accounts" AS PERMISSIVE FOR DELETE TO "app_auth" USING (true);--> statement-breakpoint
CREATE POLICY "app_auth_select" ON "credentials" AS PERMISSIVE FOR SELECT TO "app_auth" USING (true);--> statement-breakpoint
CREATE POLICY "app_auth_insert" ON "credentials" AS PERMISSIVE FOR INSERT TO "app_auth" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_auth_update" ON "credentials" AS PERMISSIVE FOR UPDATE TO "app_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_auth_delete" ON "credentials" AS PERMISSIVE FOR DELETE TO "app_auth" USING (true);--> statement-breakpoint
CREATE POLICY "app_auth_select" ON "login_attempts" AS PERMISSIVE FOR SELECT TO "app_auth" USING (true);--> statement-breakpoint
CREATE POLICY "app_auth_insert" ON "login_attempts" AS PERMISSIVE FOR INSERT TO "app_auth" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_auth_update" ON "login_attempts" AS PERMISSIVE FOR UPDATE TO "app_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_auth_delete" ON "login_attempts" AS PERMISSIVE FOR DELETE TO "app_auth" USING (true);--> statement-breakpoint
CREATE POLICY "app_auth_select" ON "owner_tokens" AS PERMISSIVE FOR SELECT TO "app_auth" USING (true);--> statement-breakpoint
CREATE POLICY "app_auth_insert" ON "owner_tokens" AS PERMISSIVE FOR INSERT TO "app_auth" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_auth_update" ON "owner_tokens" AS PERMISSIVE FOR UPDATE TO "app_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_auth_delete" ON "owner_tokens" AS PERMISSIVE FOR DELETE TO "app_auth" USING (true);--> statement-breakpoint
CREATE POLICY "app_auth_select" ON "verification_tokens" AS PERMISSIVE FOR SELECT TO "app_auth" USING (true);--> statement-breakpoint
CREATE POLICY "app_auth_insert" ON "verification_tokens" AS PERMISSIVE FOR INSERT TO "app_auth" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_auth_update" ON "verification_tokens" AS PERMISSIVE FOR UPDATE TO "app_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_auth_delete" ON "verification_tokens" AS PERMISSIVE FOR DELETE TO "app_auth" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "heartbeats" AS PERMISSIVE FOR SELECT TO "app_web" USING (true);--> statement-breakpoint
CREATE POLICY "app_night_select" ON "heartbeats" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "app_night_insert" ON "heartbeats" AS PERMISSIVE FOR INSERT TO "app_night" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_update" ON "heartbeats" AS PERMISSIVE FOR UPDATE TO "app_night" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_delete" ON "heartbeats" AS PERMISSIVE FOR DELETE TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "import_batches" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "import_batches" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_update" ON "import_batches" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_delete" ON "import_batches" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_select" ON "import_files" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "import_files" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_update" ON "import_files" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_delete" ON "import_files" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_select" ON "originals" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_location', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "originals" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_update" ON "originals" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_delete" ON "originals" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_select" ON "mutations" AS PERMISSIVE FOR SELECT TO "app_web" USING (actor_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_insert" ON "mutations" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (actor_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_update" ON "mutations" AS PERMISSIVE FOR UPDATE TO "app_web" USING (actor_id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (actor_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "mutations" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "app_night_delete" ON "mutations" AS PERMISSIVE FOR DELETE TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "nightly_runs" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "nightly_runs" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "app_night_insert" ON "nightly_runs" AS PERMISSIVE FOR INSERT TO "app_night" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_update" ON "nightly_runs" AS PERMISSIVE FOR UPDATE TO "app_night" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_delete" ON "nightly_runs" AS PERMISSIVE FOR DELETE TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "consent_events" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid) or coach_id = (select nullif(current_setting('app.user_id', true), '')::uuid) or org_id = any ((select string_to_array(nullif(current_setting('app.org_admin', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "consent_events" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (actor_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_select" ON "consents" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid) or coach_id = (select nullif(current_setting('app.user_id', true), '')::uuid) or org_id = any ((select string_to_array(nullif(current_setting('app.org_admin', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "consents" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_update" ON "consents" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (athlete_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_end" ON "consents" AS PERMISSIVE FOR UPDATE TO "app_web" USING (revoked_at is null and (coach_id = (select nullif(current_setting('app.user_id', true), '')::uuid) or org_id = any ((select string_to_array(nullif(current_setting('app.org_admin', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (revoked_at is not null and (coach_id = (select nullif(current_setting('app.user_id', true), '')::uuid) or org_id = any ((select string_to_array(nullif(current_setting('app.org_admin', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "consents" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "app_ctx_select" ON "consents" AS PERMISSIVE FOR SELECT TO "app_ctx" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "digest_settings" AS PERMISSIVE FOR SELECT TO "app_web" USING (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_insert" ON "digest_settings" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and org_id = any ((select string_to_array(nullif(current_setting('app.orgs', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_update" ON "digest_settings" AS PERMISSIVE FOR UPDATE TO "app_web" USING (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "digest_settings" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "invitations" AS PERMISSIVE FOR SELECT TO "app_web" USING (org_id = any ((select string_to_array(nullif(current_setting('app.org_coach', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "invitations" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (inviter_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and ((org_id = any ((select string_to_array(nullif(current_setting('app.org_admin', true), ''), ',')::uuid[])::uuid[]) and role <> 'owner') or org_id = any ((select string_to_array(nullif(current_setting('app.org_owner', true), ''), ',')::uuid[])::uuid[]) or (org_id = any ((select string_to_array(nullif(current_setting('app.org_coach', true), ''), ',')::uuid[])::uuid[]) and role = 'athlete')));--> statement-breakpoint
CREATE POLICY "web_update" ON "invitations" AS PERMISSIVE FOR UPDATE TO "app_web" USING (accepted_at is null and (inviter_id = (select nullif(current_setting('app.user_id', true), '')::uuid) or org_id = any ((select string_to_array(nullif(current_setting('app.org_admin', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (org_id = any ((select string_to_array(nullif(current_setting('app.org_coach', true), ''), ',')::uuid[])::uuid[]) and accepted_at is null);--> statement-breakpoint
CREATE POLICY "app_ctx_select" ON "invitations" AS PERMISSIVE FOR SELECT TO "app_ctx" USING (true);--> statement-breakpoint
CREATE POLICY "app_ctx_update" ON "invitations" AS PERMISSIVE FOR UPDATE TO "app_ctx" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "memberships" AS PERMISSIVE FOR SELECT TO "app_web" USING (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) or org_id = any ((select string_to_array(nullif(current_setting('app.org_staff', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_update_managed" ON "memberships" AS PERMISSIVE FOR UPDATE TO "app_web" USING (status = 'active' and ((org_id = any ((select string_to_array(nullif(current_setting('app.org_admin', true), ''), ',')::uuid[])::uuid[]) and role <> 'owner') or org_id = any ((select string_to_array(nullif(current_setting('app.org_owner', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK ((org_id = any ((select string_to_array(nullif(current_setting('app.org_admin', true), ''), ',')::uuid[])::uuid[]) and role <> 'owner') or org_id = any ((select string_to_array(nullif(current_setting('app.org_owner', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_leave" ON "memberships" AS PERMISSIVE FOR UPDATE TO "app_web" USING (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and status = 'active') WITH CHECK (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and status = 'ended');--> statement-breakpoint
CREATE POLICY "app_night_select" ON "memberships" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "app_ctx_select" ON "memberships" AS PERMISSIVE FOR SELECT TO "app_ctx" USING (true);--> statement-breakpoint
CREATE POLICY "app_ctx_insert" ON "memberships" AS PERMISSIVE FOR INSERT TO "app_ctx" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_ctx_update" ON "memberships" AS PERMISSIVE FOR UPDATE TO "app_ctx" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "organisations" AS PERMISSIVE FOR SELECT TO "app_web" USING (id = any ((select string_to_array(nullif(current_setting('app.orgs', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_update" ON "organisations" AS PERMISSIVE FOR UPDATE TO "app_web" USING (id = any ((select string_to_array(nullif(current_setting('app.org_owner', true), ''), ',')::uuid[])::uuid[])) WITH CHECK (id = any ((select string_to_array(nullif(current_setting('app.org_owner', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "organisations" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "app_ctx_select" ON "organisations" AS PERMISSIVE FOR SELECT TO "app_ctx" USING (true);--> statement-breakpoint
CREATE POLICY "app_ctx_insert" ON "organisations" AS PERMISSIVE FOR INSERT TO "app_ctx" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "web_insert" ON "outbox" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (state = 'pending');--> statement-breakpoint
CREATE POLICY "auth_insert" ON "outbox" AS PERMISSIVE FOR INSERT TO "app_auth" WITH CHECK (state = 'pending');--> statement-breakpoint
CREATE POLICY "app_night_select" ON "outbox" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "app_night_insert" ON "outbox" AS PERMISSIVE FOR INSERT TO "app_night" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_update" ON "outbox" AS PERMISSIVE FOR UPDATE TO "app_night" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_delete" ON "outbox" AS PERMISSIVE FOR DELETE TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "reports" AS PERMISSIVE FOR SELECT TO "app_web" USING (reader_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "web_update" ON "reports" AS PERMISSIVE FOR UPDATE TO "app_web" USING (reader_id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (reader_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "reports" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "app_night_insert" ON "reports" AS PERMISSIVE FOR INSERT TO "app_night" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_update" ON "reports" AS PERMISSIVE FOR UPDATE TO "app_night" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_delete" ON "reports" AS PERMISSIVE FOR DELETE TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "finding_waivers" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "finding_waivers" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_update" ON "finding_waivers" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[])) WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_delete" ON "finding_waivers" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "finding_waivers" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "plan_edits" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "plan_edits" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_update" ON "plan_edits" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[])) WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_delete" ON "plan_edits" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "plan_edits" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "planned_workouts" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "planned_workouts" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_update" ON "planned_workouts" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[])) WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_delete" ON "planned_workouts" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "planned_workouts" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "app_night_insert" ON "planned_workouts" AS PERMISSIVE FOR INSERT TO "app_night" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_update" ON "planned_workouts" AS PERMISSIVE FOR UPDATE TO "app_night" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_delete" ON "planned_workouts" AS PERMISSIVE FOR DELETE TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "season_phases" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "season_phases" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_update" ON "season_phases" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[])) WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_delete" ON "season_phases" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "season_phases" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "season_weeks" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "season_weeks" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_update" ON "season_weeks" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[])) WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_delete" ON "season_weeks" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "season_weeks" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "seasons" AS PERMISSIVE FOR SELECT TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_insert" ON "seasons" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_update" ON "seasons" AS PERMISSIVE FOR UPDATE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[])) WITH CHECK (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_delete" ON "seasons" AS PERMISSIVE FOR DELETE TO "app_web" USING (athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "seasons" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "app_auth_select" ON "sessions" AS PERMISSIVE FOR SELECT TO "app_auth" USING (true);--> statement-breakpoint
CREATE POLICY "app_auth_insert" ON "sessions" AS PERMISSIVE FOR INSERT TO "app_auth" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_auth_update" ON "sessions" AS PERMISSIVE FOR UPDATE TO "app_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_auth_delete" ON "sessions" AS PERMISSIVE FOR DELETE TO "app_auth" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "users" AS PERMISSIVE FOR SELECT TO "app_web" USING (id = any ((select string_to_array(nullif(current_setting('app.vis_people', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "web_update" ON "users" AS PERMISSIVE FOR UPDATE TO "app_web" USING (id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "app_auth_select" ON "users" AS PERMISSIVE FOR SELECT TO "app_auth" USING (true);--> statement-breakpoint
CREATE POLICY "app_auth_insert" ON "users" AS PERMISSIVE FOR INSERT TO "app_auth" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_auth_update" ON "users" AS PERMISSIVE FOR UPDATE TO "app_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_auth_delete" ON "users" AS PERMISSIVE FOR DELETE TO "app_auth" USING (true);--> statement-breakpoint
CREATE POLICY "app_night_select" ON "users" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "app_ctx_select" ON "users" AS PERMISSIVE FOR SELECT TO "app_ctx" USING (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "warning_events" AS PERMISSIVE FOR SELECT TO "app_web" USING ((scope = 'training' and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[])) or (scope = 'wellness' and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_wellness', true), ''), ',')::uuid[])::uuid[])) or (scope = 'medical' and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_medical', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "web_insert" ON "warning_events" AS PERMISSIVE FOR INSERT TO "app_web" WITH CHECK (((scope = 'training' and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[])) or (scope = 'wellness' and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_wellness', true), ''), ',')::uuid[])::uuid[])) or (scope = 'medical' and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_medical', true), ''), ',')::uuid[])::uuid[]))) and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "warning_events" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "app_night_insert" ON "warning_events" AS PERMISSIVE FOR INSERT TO "app_night" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "web_select" ON "warnings" AS PERMISSIVE FOR SELECT TO "app_web" USING ((scope = 'training' and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[])) or (scope = 'wellness' and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_wellness', true), ''), ',')::uuid[])::uuid[])) or (scope = 'medical' and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_medical', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "web_update" ON "warnings" AS PERMISSIVE FOR UPDATE TO "app_web" USING (((scope = 'training' and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[])) or (scope = 'wellness' and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_wellness', true), ''), ',')::uuid[])::uuid[])) or (scope = 'medical' and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_medical', true), ''), ',')::uuid[])::uuid[]))) and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[])) WITH CHECK (((scope = 'training' and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training', true), ''), ',')::uuid[])::uuid[])) or (scope = 'wellness' and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_wellness', true), ''), ',')::uuid[])::uuid[])) or (scope = 'medical' and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_medical', true), ''), ',')::uuid[])::uuid[]))) and athlete_id = any ((select string_to_array(nullif(current_setting('app.vis_training_write', true), ''), ',')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "app_night_select" ON "warnings" AS PERMISSIVE FOR SELECT TO "app_night" USING (true);--> statement-breakpoint
CREATE POLICY "app_night_insert" ON "warnings" AS PERMISSIVE FOR INSERT TO "app_night" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_update" ON "warnings" AS PERMISSIVE FOR UPDATE TO "app_night" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_night_delete" ON "warnings" AS PERMISSIVE FOR DELETE TO "app_night" USING (true);