/** What a coach may be allowed to see of an athlete. */
export type Scope = "training" | "wellness" | "medical" | "location";

export type OrganisationRole = "owner" | "head-coach" | "coach" | "assistant" | "athlete";

/** Who may call a procedure. Every procedure declares exactly one; the router refuses one without. */
export type Authz =
  | { kind: "public"; because: string }
  | { kind: "signed-in" }
  /** Whoever runs the server itself. */
  | { kind: "operator" }
  | { kind: "athlete" }
  | { kind: "coach-of"; scope: Scope; write: boolean; orSelf: boolean }
  | { kind: "organisation"; roles: readonly OrganisationRole[] };
