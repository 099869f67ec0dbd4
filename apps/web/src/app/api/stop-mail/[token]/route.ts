import { readStopToken, stopMail } from "@repo/services/reports";
import { webDb } from "#database.ts";
import { env } from "#env.ts";
import { refuse } from "#http/refuse.ts";

type Context = { params: Promise<{ token: string }> };

/** A person who follows the address is asked first: programs look at every link of a mail. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return seeOther(`/stop-mail/${encodeURIComponent((await params).token)}`);
}

/**
 * Ends a kind of mail for its reader, without a sign-in: the address is the secret. A mail program sends
 * "List-Unsubscribe=One-Click" (RFC 8058) and reads the status; `?page` leads back to the page that asked.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const stop = readStopToken(token, env().AUTH_SECRET);
  if (stop === null || !(await stopMail(webDb(), stop, new Date())))
    return refuse(404, "There is nothing to end at this address.");
  if (new URL(request.url).searchParams.has("page"))
    return seeOther(`/stop-mail/${encodeURIComponent(token)}?done`);
  return Response.json({ ended: true }, { headers: { "Cache-Control": "private, no-store" } });
}

function seeOther(path: string): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: path, "Cache-Control": "private, no-store" },
  });
}
