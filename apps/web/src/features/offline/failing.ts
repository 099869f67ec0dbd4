/** Failures of the server over one entry, as the entry keeps them. */
export type Failing = {
  /** How often the server failed over it. */
  failures?: number;
  /** When it last counted as one (ms since 1970). */
  failedAt?: number;
};

const MOST_FAILURES = 5;
/** Several saves in a minute send the same entry several times: that is one failure of the server. */
const APART_MS = 20_000;

/** Whether a server that answered so stumbled over the entry: a server that is away or busy answers otherwise. */
export function isStumble(httpStatus: number | undefined): boolean {
  return httpStatus === 500;
}

/** An entry after the server failed over it at `now` (ms since 1970). */
export function failedOnceMore(entry: Failing, now: number): Required<Failing> {
  const { failures = 0, failedAt = 0 } = entry;
  if (now >= failedAt && now - failedAt < APART_MS) return { failures, failedAt };
  return { failures: failures + 1, failedAt: now };
}

/** Whether the entries behind it have waited long enough. */
export function isHopeless({ failures = 0 }: Failing): boolean {
  return failures >= MOST_FAILURES;
}
