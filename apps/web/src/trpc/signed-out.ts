/** Whoever asked while nobody was signed in: told the account's id once it is again, null where nobody will be. */
type Waiting = (userId: string | null) => void;

let host: string | null = null;
let refusal: string | null = null;
let waiting: readonly Waiting[] = [];
const listeners = new Set<() => void>();

/** How many calls wait for somebody to sign in again. */
export function callsWaiting(): number {
  return waiting.length;
}

/** Why the server refused what was sent after a sign-in; null where there was none yet. */
export function lastRefusal(): string | null {
  return refusal;
}

export function onCallsWaiting(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says that a page of this account can ask for its sign-in; the answer takes that back. */
export function hostSignIn(userId: string): () => void {
  host = userId;
  return () => {
    if (host === userId) host = null;
    settle(null);
  };
}

/** The account's id once it is signed in again; null at once where no page can ask for it. */
export function signedInAgain(because: string | null): Promise<string | null> {
  if (host === null) return Promise.resolve(null);
  refusal = because;
  return new Promise((resolve) => {
    waiting = [...waiting, resolve];
    tell();
  });
}

/** Sends what waits, now that the account is signed in again. */
export function sendWaiting(): void {
  settle(host);
}

function settle(userId: string | null): void {
  const all = waiting;
  waiting = [];
  tell();
  for (const resolve of all) resolve(userId);
}

function tell(): void {
  for (const listener of listeners) listener();
}
