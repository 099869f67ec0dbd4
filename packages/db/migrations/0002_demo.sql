CREATE POLICY "app_ctx_select" ON "audit_events" AS PERMISSIVE FOR SELECT TO "app_ctx" USING (true);--> statement-breakpoint
CREATE POLICY "app_ctx_delete" ON "audit_events" AS PERMISSIVE FOR DELETE TO "app_ctx" USING (true);--> statement-breakpoint
CREATE POLICY "app_ctx_select" ON "mutations" AS PERMISSIVE FOR SELECT TO "app_ctx" USING (true);--> statement-breakpoint
CREATE POLICY "app_ctx_delete" ON "mutations" AS PERMISSIVE FOR DELETE TO "app_ctx" USING (true);--> statement-breakpoint
CREATE POLICY "app_ctx_select" ON "consent_events" AS PERMISSIVE FOR SELECT TO "app_ctx" USING (true);--> statement-breakpoint
CREATE POLICY "app_ctx_delete" ON "consent_events" AS PERMISSIVE FOR DELETE TO "app_ctx" USING (true);--> statement-breakpoint
CREATE POLICY "demo_delete" ON "organisations" AS PERMISSIVE FOR DELETE TO "app_ctx" USING (is_demo);--> statement-breakpoint
CREATE POLICY "app_ctx_select" ON "outbox" AS PERMISSIVE FOR SELECT TO "app_ctx" USING (true);--> statement-breakpoint
CREATE POLICY "app_ctx_delete" ON "outbox" AS PERMISSIVE FOR DELETE TO "app_ctx" USING (true);--> statement-breakpoint
CREATE POLICY "demo_insert" ON "users" AS PERMISSIVE FOR INSERT TO "app_ctx" WITH CHECK (is_demo);--> statement-breakpoint
CREATE POLICY "demo_delete" ON "users" AS PERMISSIVE FOR DELETE TO "app_ctx" USING (is_demo);