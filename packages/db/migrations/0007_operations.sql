CREATE INDEX "outbox_sent" ON "outbox" USING btree ("sent_at") WHERE state = 'sent';--> statement-breakpoint
CREATE POLICY "app_ctx_select" ON "athlete_states" AS PERMISSIVE FOR SELECT TO "app_ctx" USING (true);--> statement-breakpoint
CREATE POLICY "app_ctx_select" ON "athletes" AS PERMISSIVE FOR SELECT TO "app_ctx" USING (true);--> statement-breakpoint
CREATE POLICY "app_ctx_select" ON "heartbeats" AS PERMISSIVE FOR SELECT TO "app_ctx" USING (true);