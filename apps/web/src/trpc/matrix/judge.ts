import { errorCode } from "@repo/db";
import type { Authz } from "../authz.ts";
import type { Layers, Outcome } from "./attempt.ts";
import { type ActorName, mayCall, maySee } from "./visibility.ts";
import { markersIn } from "./world.ts";

/** What an answer shows that this actor may not see. */
export function leaksOf(actor: ActorName, outcome: Outcome): string[] {
  return markersIn(outcome.answer)
    .filter(({ person, matter }) => !maySee(actor, person, matter))
    .map(({ person, matter }) => `sees ${matter} of ${person}`);
}

type Judged = { outcome: Outcome; layers: Layers; mayFindNothing: boolean };

/** What is wrong with an answer to a call about `target`. */
export function judge(actor: ActorName, authz: Authz, { outcome, layers, mayFindNothing }: Judged): string[] {
  const { code, touched } = outcome;
  const allowed = mayCall(actor, authz);
  const ownBusiness = authz.kind === "signed-in" || authz.kind === "athlete" || authz.kind === "public";
  const faults: string[] = [];
  if (touched && (!allowed || ownBusiness)) faults.push("changed rows of target");
  if (layers === "row-level security alone") return faults;
  if (!allowed && code !== (actor === "anonymous" ? "UNAUTHORIZED" : "NOT_FOUND")) {
    faults.push(`got ${code ?? "an answer"} instead of a refusal`);
  }
  // Within an organisation a service may know of finer rules, such as whose invitation it is.
  const isTheirs =
    authz.kind === "coach-of" ||
    authz.kind === "operator" ||
    (authz.kind === "organisation" && actor === "owner");
  if (allowed && isTheirs && !mayFindNothing && code === "NOT_FOUND")
    faults.push("was refused what is theirs");
  return [...faults, ...crashOf(outcome, layers)];
}

function crashOf({ code, error }: Outcome, layers: Layers): string[] {
  const cause = error instanceof Error ? (error.cause ?? (error as { origin?: unknown }).origin) : null;
  if (layers === "both layers" && errorCode(cause) === "42501") {
    return ["only row-level security stopped it: the application's check has a hole"];
  }
  if (code !== "INTERNAL_SERVER_ERROR" && code !== "THROWN") return [];
  const deepest = cause instanceof Error && cause.cause instanceof Error ? cause.cause : (cause ?? error);
  return [`crashed: ${deepest instanceof Error ? deepest.message : String(deepest)}`];
}
