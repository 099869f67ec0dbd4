import { NextRequest } from "next/server";
import { handlers } from "#auth/auth.ts";
import { env } from "#env.ts";
import { crossSiteReason } from "#http/cross-site.ts";
import { readLimited } from "#http/read-limited.ts";
import { refuse } from "#http/refuse.ts";

const MAX_FORM_BYTES = 10_000;

export const GET = (request: NextRequest) => handlers.GET(request);

export async function POST(request: NextRequest): Promise<Response> {
  const reason = crossSiteReason(request, env().APP_URL);
  if (reason) return refuse(403, `This request was refused because ${reason}.`);
  const body = await readLimited(request, MAX_FORM_BYTES);
  if (!body) return refuse(413, "This form is too large.");
  const init = { method: "POST", headers: request.headers, body: Buffer.from(body) };
  return handlers.POST(new NextRequest(request.url, init));
}
