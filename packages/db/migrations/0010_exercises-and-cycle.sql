ALTER TABLE "activities" ADD COLUMN "exercises" jsonb;--> statement-breakpoint
ALTER TABLE "check_ins_medical" ADD COLUMN "cycle_phase" text;--> statement-breakpoint
ALTER TABLE "check_ins_medical" ADD CONSTRAINT "check_ins_medical_cycle" CHECK ("check_ins_medical"."cycle_phase" in ('period', 'follicular', 'ovulation', 'luteal'));