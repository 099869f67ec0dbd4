import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { env } from "#env.ts";
import { crossSiteReason } from "#http/cross-site.ts";
import { nestingOf } from "#http/nesting-of.ts";
import { readLimited } from "#http/read-limited.ts";
import { refuse } from "#http/refuse.ts";
import { createContext } from "#trpc/context.ts";
import { MAX_BATCH, MAX_JSON_BYTES, MAX_NESTING } from "#trpc/limits.ts";
import { appRouter } from "#trpc/root.ts";

export const GET = answer;
export const POST = answer;

async function answer(request: Request): Promise<Response> {
  const prepared = await prepare(request);
  if (prepared instanceof Response) return prepared;
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: prepared,
    router: appRouter,
    createContext,
    maxBatchSize: MAX_BATCH,
    responseMeta: () => ({ headers: { "Cache-Control": "private, no-store" } }),
  });
}

/** The request with its body read, or the refusal. */
async function prepare(request: Request): Promise<Request | Response> {
  const { pathname, searchParams } = new URL(request.url);
  const calls = pathname.split(",").length;
  if (calls > MAX_BATCH)
    return refuse(413, `One request may hold at most ${MAX_BATCH} calls; this one holds ${calls}.`);
  if (request.method === "GET") {
    return isTooDeep(Buffer.from(searchParams.get("input") ?? "")) ? refuse(400, TOO_DEEP) : request;
  }
  const reason = crossSiteReason(request, env().APP_URL);
  if (reason) return refuse(403, `This request was refused because ${reason}.`);
  if (!request.headers.get("content-type")?.startsWith("application/json")) {
    return refuse(415, "Changes are sent as application/json.");
  }
  const body = await readLimited(request, MAX_JSON_BYTES);
  if (!body) return refuse(413, "A request may hold at most 1 MB.");
  if (isTooDeep(body)) return refuse(400, TOO_DEEP);
  return new Request(request.url, { method: "POST", headers: request.headers, body: Buffer.from(body) });
}

const TOO_DEEP = `A request may nest lists and objects ${MAX_NESTING} deep at most.`;

function isTooDeep(json: Uint8Array): boolean {
  return nestingOf(json) > MAX_NESTING;
}
