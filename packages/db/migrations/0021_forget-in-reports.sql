CREATE POLICY "app_ctx_select" ON "reports" AS PERMISSIVE FOR SELECT TO "app_ctx" USING (true);--> statement-breakpoint
CREATE POLICY "app_ctx_update" ON "reports" AS PERMISSIVE FOR UPDATE TO "app_ctx" USING (true) WITH CHECK (true);--> statement-breakpoint
-- Row-level security holds an owner too; what was sent is no longer kept.
ALTER TABLE "outbox" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "outbox" SET "payload" = '{}' WHERE "state" = 'sent';--> statement-breakpoint
ALTER TABLE "outbox" FORCE ROW LEVEL SECURITY;
