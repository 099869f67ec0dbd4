/** Said instead of the browser's "Failed to fetch" or of what a proxy writes for a server that is away. */
export const OUT_OF_REACH = "The server cannot be reached. Check the connection and try again.";

/**
 * `fetch` whose failure is a sentence. An answer of a server in trouble that is not ours (a proxy's page) is one too.
 * What was asked to stop stays what it was.
 */
export async function reach(
  input: RequestInfo | URL | string,
  init?: RequestInit,
  send: typeof fetch = fetch,
): Promise<Response> {
  let response: Response;
  try {
    response = await send(input, init);
  } catch (cause) {
    if (init?.signal?.aborted) throw cause;
    throw new Error(OUT_OF_REACH, { cause });
  }
  const isOurs = response.headers.get("content-type")?.includes("json") ?? false;
  if (response.status >= 500 && !isOurs) throw new Error(OUT_OF_REACH);
  return response;
}
