type Membership = { orgId: string; name: string; role: string };
type Account = { isAthlete: boolean; organisations: readonly Membership[] };

const COACHING = new Set(["owner", "head-coach", "coach", "assistant"]);

/** The organisations in which somebody coaches: what makes the coach's side of the site theirs. */
export function coachingOf(account: Account): Membership[] {
  return account.organisations.filter((membership) => COACHING.has(membership.role));
}

/** Those in which they plan: an assistant reads and comments. */
export function planningOf(account: Account): Membership[] {
  return coachingOf(account).filter(({ role }) => role !== "assistant");
}

/** Those organisations with the one an address asks for first: a page is about the first. */
export function askedFirst(all: readonly Membership[], asked: string | string[] | undefined): Membership[] {
  return [...all].sort((a, b) => Number(b.orgId === asked) - Number(a.orgId === asked));
}

/** Where the site begins for this account; null when it belongs nowhere yet. */
export function homeOf(account: Account): "/roster" | "/today" | null {
  if (coachingOf(account).length > 0) return "/roster";
  return account.isAthlete ? "/today" : null;
}
