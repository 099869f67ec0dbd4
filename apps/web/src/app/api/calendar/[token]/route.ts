import { readCalendar } from "@repo/services/calendar-feed";
import { webDb } from "#database.ts";
import { refuse } from "#http/refuse.ts";

/** An athlete's plan for a calendar program, which cannot sign in: the address is the secret. */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const ics = await readCalendar(webDb(), token.replace(/\.ics$/, ""), new Date());
  if (ics === null) return refuse(404, "There is no calendar at this address.");
  return new Response(ics, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="training.ics"',
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
      "X-Robots-Tag": "noindex",
    },
  });
}
