ALTER TABLE "verification_tokens" DROP CONSTRAINT "verification_tokens_purpose";--> statement-breakpoint
ALTER TABLE "verification_tokens" ADD COLUMN "user_id" uuid;--> statement-breakpoint
ALTER TABLE "verification_tokens" ADD CONSTRAINT "verification_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "verification_tokens_user" ON "verification_tokens" USING btree ("user_id");--> statement-breakpoint
ALTER TABLE "verification_tokens" ADD CONSTRAINT "verification_tokens_purpose" CHECK ("verification_tokens"."purpose" in ('sign-in', 'reset-password', 'new-email'));