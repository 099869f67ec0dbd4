import { lookupSession } from "@repo/services/identity";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { authDb } from "#database.ts";
import { PATH_HEADER } from "#http/path-header.ts";
import { sessionCookie } from "./session-cookie.ts";

/** Who is asking, as the row of the sign-in says at this moment: never as the cookie says. */
export type Actor = { userId: string; sessionId: string };

/** The signed-in user, or null. One look-up for each request, so that a revoked sign-in ends at once. */
export const getActor = cache(async (): Promise<Actor | null> => {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  if (!token) return null;
  const found = await lookupSession({ db: authDb(), now: new Date() }, { token });
  return found ? { userId: found.user.id, sessionId: found.session.id } : null;
});

/**
 * For pages and layouts: whoever is not signed in is sent to sign in, and comes back to the page they wanted
 * (`next` where the proxy did not say which).
 */
export async function requireActor(next = "/"): Promise<Actor> {
  const actor = await getActor();
  if (actor) return actor;
  const wanted = (await headers()).get(PATH_HEADER) ?? next;
  redirect(`/sign-in?next=${encodeURIComponent(wanted)}`);
}
