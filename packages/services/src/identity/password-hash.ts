import { hash, verify } from "@node-rs/argon2";

/** argon2id with 19 MiB and 2 passes: about 10 ms (OWASP's first choice). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const MARK = `m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}`;
/** More at a time would take the processor from everybody else. */
const AT_ONCE = 4;

let running = 0;
const waiting: (() => void)[] = [];

/** A hash for storing: names its own parameters and salt. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(prepared(password), COST));
}

/**
 * Whether a password fits a stored hash. Without a hash (no such account, or one without a password) the same
 * work is done and the answer is no, so that time does not tell who has an account.
 */
export async function fitsPassword(stored: string | null, password: string): Promise<boolean> {
  const fits = await inTurn(async () => verify(stored ?? (await decoy()), prepared(password)));
  return fits && stored !== null;
}

/** Whether a stored hash was made at another cost than today's. */
export function needsRehash(stored: string): boolean {
  return !stored.includes(MARK);
}

let decoyHash: Promise<string> | null = null;
function decoy(): Promise<string> {
  decoyHash ??= hash("no account has this password", COST);
  return decoyHash;
}

/** The same characters typed on two keyboards are the same password. */
function prepared(password: string): string {
  return password.normalize("NFKC");
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resume) => waiting.push(resume));
  else running++;
  try {
    return await work();
  } finally {
    // The place goes straight to the next in the queue.
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
