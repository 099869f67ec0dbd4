/** Where a request came from: for limits on guessing and for the list of sign-ins. */
export type Origin = { ip: string; userAgent: string };

/** The address that the nearest proxy saw; what a client writes before it in the header is not believed. */
export function originOf(headers: Headers): Origin {
  const forwarded = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return { ip: forwarded || "127.0.0.1", userAgent: (headers.get("user-agent") ?? "").slice(0, 300) };
}
