-- Rewritten in place every night: room in each page keeps the index out of it.
ALTER TABLE "athlete_states" SET (fillfactor = 50);--> statement-breakpoint
ALTER TABLE "athlete_wellness_states" SET (fillfactor = 50);
