const MINUTE_MS = 60_000;
const ACCOUNT_FREE_TRIES = 5;
const ACCOUNT_LONGEST_WAIT_MS = 60 * MINUTE_MS;
const NETWORK_TRIES = 50;

/** Links by mail within {@link LINK_WINDOW_MS}: to one address, and at the wish of one network. */
export const LINKS_PER_ACCOUNT = 5;
export const LINKS_PER_NETWORK = 30;
export const LINK_WINDOW_MS = 15 * MINUTE_MS;

/** How far back failures are looked at. */
export const ACCOUNT_WINDOW_MS = 24 * 60 * MINUTE_MS;
export const NETWORK_WINDOW_MS = 15 * MINUTE_MS;

/**
 * Whether an account must wait: five wrong passwords are free, then one minute, doubled with every further
 * one up to an hour. Nobody is locked out for good, and a link by mail always works.
 * @param failures oldest first, of the last {@link ACCOUNT_WINDOW_MS}
 */
export function mustAccountWait(failures: readonly Date[], now: Date): boolean {
  const last = failures.at(-1);
  if (failures.length < ACCOUNT_FREE_TRIES || !last) return false;
  const waitMs = Math.min(ACCOUNT_LONGEST_WAIT_MS, MINUTE_MS * 2 ** (failures.length - ACCOUNT_FREE_TRIES));
  return now.getTime() < last.getTime() + waitMs;
}

/** Whether a network must wait: 50 wrong passwords, of whatever accounts, in a quarter of an hour. */
export function mustNetworkWait(failures: readonly Date[]): boolean {
  return failures.length >= NETWORK_TRIES;
}
