import { AppError } from "@repo/core/errors";
import { getActor } from "#auth/index.ts";
import { readLimited } from "./read-limited.ts";
import type { routeHandler } from "./route-handler.ts";

/** Of one file as it is sent; packed files are limited again once unpacked. */
const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;
const MB = 1024 * 1024;

type Handler = ReturnType<typeof routeHandler>;
type Taken = Awaited<ReturnType<typeof readLimited>>;

/** Bodies that were read before their transaction began, by request. */
const taken = new WeakMap<Request, Promise<Taken>>();

/**
 * A route that takes a file: its body is read before the transaction begins, so that a slow phone does not hold a
 * connection, and once, however often the transaction is tried.
 */
export function uploadHandler(handler: Handler, limit = MAX_UPLOAD_BYTES): Handler {
  const handle: typeof handler = Object.assign(
    async (request: Request, context: Parameters<Handler>[1]) => {
      if (request.headers.has("x-mesocycle") && (await getActor()))
        await takeBody(request, limit).catch(() => null);
      return await handler(request, context);
    },
    { authz: handler.authz, answer: handler.answer },
  );
  return handle;
}

/**
 * The file of a request.
 *
 * @throws {AppError} INVALID for an empty file or one above the limit
 */
export async function uploadedFile(
  request: Request,
  limit = MAX_UPLOAD_BYTES,
): Promise<{ name: string; bytes: Uint8Array }> {
  const bytes = await takeBody(request, limit);
  if (bytes === null) {
    throw new AppError(
      "INVALID",
      `This upload is larger than ${limit / MB} MB. Add large files on the Import page, which sends them in pieces.`,
    );
  }
  if (bytes.byteLength === 0) throw new AppError("INVALID", "This file is empty. Export it again.");
  return { name: nameOf(request), bytes };
}

function takeBody(request: Request, limit: number): Promise<Taken> {
  const begun = taken.get(request) ?? readLimited(request, limit);
  taken.set(request, begun);
  return begun;
}

/** The file's name as a label, percent-encoded in a header; whatever it says, it is never a path. */
function nameOf(request: Request): string {
  try {
    return decodeURIComponent(request.headers.get("x-file-name") ?? "file").slice(0, 300);
  } catch {
    return "file";
  }
}
