/**
 * Why a request that changes something is refused, or null when it comes from our own pages.
 * Browsers say where a request comes from in Sec-Fetch-Site; older ones only send Origin.
 */
export function crossSiteReason(request: Request, appUrl: string): string | null {
  if (request.method === "GET" || request.method === "HEAD") return null;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" ? null : `it came from another site (${site})`;
  const origin = request.headers.get("origin");
  if (origin === null) return "it does not say where it came from (no Origin header)";
  return origin === new URL(appUrl).origin ? null : "it came from another address";
}
