import type { Authz, Scope } from "../authz.ts";

/** Everybody who may ask, as seen from the athlete `target`. */
export const ACTORS = [
  "anonymous",
  "target",
  "other",
  "coachall",
  "coachtraining",
  "coachwellness",
  "assistant",
  "revoked",
  "unshared",
  "ended",
  "elsewhere",
  "invited",
  "owner",
] as const;
export type ActorName = (typeof ACTORS)[number];

/** What a row is about: the person's name and address, or one of the consents. `note` is a coach's own. */
export type Matter = Scope | "person" | "note";
export type Person = Exclude<ActorName, "anonymous"> | "foreign";

/** Members of the club that `target` belongs to. The rest belong elsewhere or nowhere. */
const CLUB = [
  "target",
  "other",
  "coachall",
  "coachtraining",
  "coachwellness",
  "assistant",
  "revoked",
  "unshared",
  "owner",
];
const CLUB_STAFF = CLUB.filter((name) => name !== "target" && name !== "other");

/** Consents in force: coach, athlete, scopes. */
export const CONSENTS: readonly [coach: Person, athlete: Person, scopes: readonly Scope[]][] = [
  ["coachall", "target", ["training", "wellness", "medical", "location"]],
  ["coachtraining", "target", ["training"]],
  ["coachwellness", "target", ["wellness"]],
  ["assistant", "target", ["training"]],
  ["unshared", "other", ["training", "wellness", "medical", "location"]],
  ["elsewhere", "foreign", ["training", "wellness", "medical", "location"]],
];

/** Whether an actor may be shown a matter of a person: written by hand, apart from the code it judges. */
export function maySee(actor: ActorName, person: Person, matter: Matter): boolean {
  if (actor === "anonymous") return false;
  // A private note is for the staff of the organisation it was written in, never for the athlete.
  if (matter === "note") return actor !== person && consented(actor, person, "training");
  if (actor === person) return true;
  if (matter !== "person") return consented(actor, person, matter);
  if (actor === "elsewhere") return person === "foreign";
  if (!CLUB.includes(actor) || !CLUB.includes(person)) return false;
  // Staff see who is in the club; an athlete sees the staff, not the other athletes.
  return CLUB_STAFF.includes(actor) || CLUB_STAFF.includes(person);
}

function consented(coach: ActorName, athlete: Person, scope: Scope): boolean {
  return CONSENTS.some(([by, of, scopes]) => by === coach && of === athlete && scopes.includes(scope));
}

const ROLES: Partial<Record<ActorName, string>> = {
  target: "athlete",
  other: "athlete",
  coachall: "coach",
  coachtraining: "coach",
  coachwellness: "coach",
  assistant: "assistant",
  revoked: "coach",
  unshared: "coach",
  owner: "owner",
};

/** Whether a declaration lets an actor call a procedure about `target` or the club, by the same hand. */
export function mayCall(actor: ActorName, authz: Authz): boolean {
  if (authz.kind === "public") return true;
  if (actor === "anonymous") return false;
  switch (authz.kind) {
    case "signed-in":
      return true;
    case "operator":
      return actor === "owner";
    case "athlete":
      return actor === "target" || actor === "other";
    case "organisation":
      return authz.roles.some((role) => role === ROLES[actor]);
    case "coach-of":
      if (actor === "target") return authz.orSelf;
      return consented(actor, "target", authz.scope) && !(authz.write && actor === "assistant");
  }
}
