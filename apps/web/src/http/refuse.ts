/** A refusal outside tRPC: one sentence, never a stack, never stored by a cache. */
export function refuse(status: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json(
    { error: message },
    { status, headers: { "Cache-Control": "private, no-store", ...headers } },
  );
}
