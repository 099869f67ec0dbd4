import { expect, test } from "vitest";
import { OUT_OF_REACH, reach } from "./reach.ts";

const answers = (response: Response) => () => Promise.resolve(response);
const json = { headers: { "content-type": "application/json" } };

test("a server that is away is said in a sentence, also where a proxy answers for it", async () => {
  const away = () => Promise.reject(new TypeError("Failed to fetch"));
  await expect(reach("/api", {}, away)).rejects.toThrow(OUT_OF_REACH);
  const proxy = answers(new Response("<h1>502 Bad Gateway</h1>", { status: 502 }));
  await expect(reach("/api", {}, proxy)).rejects.toThrow(OUT_OF_REACH);
});

test("an answer of our own, and a call that was taken back, stay what they are", async () => {
  for (const status of [200, 409, 503]) {
    const own = answers(new Response("{}", { status, ...json }));
    expect((await reach("/api", {}, own)).status).toBe(status);
  }
  const stopped = new AbortController();
  stopped.abort();
  const gone = () => Promise.reject(new DOMException("aborted", "AbortError"));
  await expect(reach("/api", { signal: stopped.signal }, gone)).rejects.toThrow("aborted");
});
