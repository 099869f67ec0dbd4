import { createServer, type Server } from "node:http";

/** What the loops say of themselves: when each last succeeded, and how often it failed since. */
export type JobHealth = Map<string, { succeededAt: number | null; failures: number }>;

/**
 * Answers a supervisor on a port of its own: 200 while no job fails, 503 with the names of those that do. Nothing of
 * anybody's training is known here.
 */
export function serveHealth(port: number, health: JobHealth, host = "127.0.0.1"): Server {
  const server = createServer((_request, response) => {
    const jobs = [...health].map(([name, { succeededAt, failures }]) => {
      const sinceS = succeededAt === null ? null : Math.round((Date.now() - succeededAt) / 1000);
      return { name, failures, succeededSecondsAgo: sinceS };
    });
    const failing = jobs.filter((job) => job.failures > 0).map((job) => job.name);
    const ok = failing.length === 0;
    response.writeHead(ok ? 200 : 503, {
      "Content-Type": "application/json",
      "Cache-Control": "no-store",
      ...(ok ? {} : { "Retry-After": "5" }),
    });
    response.end(`${JSON.stringify({ ok, failing, jobs })}\n`);
  });
  server.listen(port, host);
  server.unref();
  return server;
}
