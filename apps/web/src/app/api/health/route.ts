import { listHeartbeatAges } from "@repo/db/queries";
import { webDb } from "#database.ts";

const HEADERS = { "Cache-Control": "no-store" };

/** For supervisors: answers 200 while the database does, and says how long ago each worker was seen. */
export async function GET(): Promise<Response> {
  try {
    const workers = await listHeartbeatAges(webDb());
    return Response.json({ ok: true, database: "up", workers }, { headers: HEADERS });
  } catch {
    const body = { ok: false, database: "away", workers: [] };
    return Response.json(body, { status: 503, headers: { ...HEADERS, "Retry-After": "5" } });
  }
}
