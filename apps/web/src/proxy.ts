import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "./http/content-security-policy.ts";
import { PATH_HEADER } from "./http/path-header.ts";
import { refuse } from "./http/refuse.ts";

/** Headers for pages. This is never an authorization layer: pages and procedures ask for themselves. */
export function proxy(request: NextRequest): Response {
  const { pathname } = request.nextUrl;
  if (!canBeRead(pathname)) {
    return refuse(400, "This address holds a % that stands for nothing. Look at how it is written.");
  }
  if (pathname.startsWith("/api/")) return NextResponse.next();
  if (request.method !== "GET" && request.method !== "HEAD") {
    return refuse(405, "Pages are read with GET; changes go through /api.", { Allow: "GET, HEAD" });
  }
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentSecurityPolicy({ nonce, development: process.env.NODE_ENV === "development" });
  const headers = new Headers(request.headers);
  headers.delete("x-middleware-subrequest");
  headers.set("x-nonce", nonce);
  headers.set(PATH_HEADER, pathname + request.nextUrl.search);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

/** Next answers 500 where a part of an address cannot be decoded. */
function canBeRead(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

export const config = {
  // Of what is not a page only addresses that may be unreadable: files go in and out there, past no copy of them.
  matcher: ["/((?!api/|_next/static/|icon.svg).*)", "/api/(.*%.*)"],
};
