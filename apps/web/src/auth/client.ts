import { eraseUnsent } from "#features/offline/unsent.ts";

/** What came of an attempt: where to go next, or why not. */
export type AuthAnswer = { ok: true; url: string } | { ok: false; error: string };

async function post(path: string, fields: Record<string, string>): Promise<AuthAnswer> {
  try {
    const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
    const response = await fetch(`/api/auth/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded", "X-Auth-Return-Redirect": "1" },
      body: new URLSearchParams({ ...fields, csrfToken }),
    });
    const { url } = (await response.json()) as { url?: string };
    return read(url);
  } catch {
    return { ok: false, error: "unreachable" };
  }
}

function read(url: string | undefined): AuthAnswer {
  if (!url) return { ok: false, error: "unreachable" };
  const params = new URL(url, window.location.origin).searchParams;
  const error = params.get("error");
  return error ? { ok: false, error: params.get("code") ?? error } : { ok: true, url };
}

/** Signs in with a password. A wrong one and an unknown address give the same answer. */
export function signInWithPassword(email: string, password: string, next: string): Promise<AuthAnswer> {
  return post("callback/credentials", { email, password, callbackUrl: next });
}

/** Asks for a mail with a link. The answer is the same whether the address is known or not. */
export function sendSignInLink(email: string, next: string): Promise<AuthAnswer> {
  return post("signin/nodemailer", { email, callbackUrl: next });
}

/** Ends this sign-in on the server and leaves nothing of it in the browser. */
export async function signOut(): Promise<void> {
  await post("signout", { callbackUrl: "/sign-in" });
  await leaveNothing();
  window.location.replace("/sign-in?signed-out");
}

/** Erases what this browser keeps of the account: what waits to be sent, what was copied, and the pages kept for offline. */
export async function leaveNothing(): Promise<void> {
  try {
    sessionStorage.clear();
  } catch {
    // A browser that keeps nothing has nothing to erase.
  }
  await eraseUnsent().catch(() => undefined);
  navigator.serviceWorker?.controller?.postMessage({ type: "forget" });
  if ("caches" in window) {
    await Promise.all((await caches.keys()).map((key) => caches.delete(key)));
  }
}
