import { env } from "#env.ts";

/** Over https the prefix binds the cookie to this host; browsers refuse the prefix over plain http. */
export function sessionCookie() {
  const secure = env().APP_URL.startsWith("https:");
  return {
    name: secure ? "__Host-mesocycle-session" : "mesocycle-session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
  };
}
