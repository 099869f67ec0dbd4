import { typeset } from "@repo/core/report";
import { dayWords, type EvidenceReader, figure, signedPercent } from "./read-evidence.ts";

/** What follows "has not moved in 12 weeks, and …", by the likeliest cause. */
const CAUSES: Readonly<Record<string, string>> = {
  overcooked: "training asks for more than is recovered from",
  "same-workout": "the hard session is always the same",
  "low-mileage": "the weeks are short",
  "no-long-run": "there is no long run",
  "no-strength": "there is no strength work",
  "no-speed-work": "nothing is run fast",
  "perpetual-medium": "the easy runs are not easy",
  "fantasy-pace": "the paces are those of a goal, not of today",
  "no-cutback": "no week is lighter",
  "no-recovery-phase": "the last peak had no recovery after it",
  "life-stress": "life outside running is hard",
  "under-fuelled": "much speaks of too little food",
  pacing: "repetitions begin too fast",
  "wrong-order": "hard days follow hard days",
  conditions: "the results were run in heat, hills or wind",
  "new-stimulus-needed": "no other cause shows: time for something new",
};

/** The likeliest cause's own numbers, where it brought them. */
function causeStory(of: EvidenceReader): string {
  const repeated = of.all.find(({ label }) => label.startsWith("sessions of "));
  if (repeated) {
    const name = typeset(repeated.label.slice("sessions of ".length).replaceAll('"', ""));
    return ` ${name} was ${repeated.value} ${repeated.limit}.`;
  }
  const medium = of.row("easy runs done at medium effort");
  if (medium) return ` ${medium.value} ${medium.limit} easy runs were run at medium effort.`;
  const strength = of.number("strength sessions in 6 weeks");
  if (strength !== null)
    return strength === 0
      ? " Six weeks hold no strength session."
      : ` Six weeks hold ${figure(strength, 0)} strength ${strength === 1 ? "session" : "sessions"}.`;
  const km = of.number("weekly distance, 6 weeks");
  const needed = of.limit("weekly distance, 6 weeks");
  if (km !== null)
    return ` Six weeks averaged ${figure(km, 0)} km${needed === null ? "" : `; ${figure(needed, 0)} km would carry more`}.`;
  return "";
}

export type PlateauWords = { badge: string; title: string; story: string };

/** Standing still, perhaps standing still, and falling: told apart by the interval and by how sure the night is. */
export function sayPlateau(of: EvidenceReader, isSure: boolean): PlateauWords | null {
  const change = of.number("change of speed in 12 weeks");
  const [low, high] = (of.text("90 % interval") ?? "").split(" to ").map(Number);
  if (change === null || low === undefined || high === undefined) return null;
  const isFalling = isSure && high < 0;
  const cause = of.all.find(({ label }) => label.startsWith("cause: "))?.label.slice("cause: ".length);
  const why = cause ? CAUSES[cause.replaceAll(" ", "-")] : undefined;
  const raced = of.number("distance raced");
  const subject = raced === null ? null : `${figure(raced)}${raced > 20 ? " km" : "K"}`;
  const standing = subject
    ? `${subject} has ${isSure ? "not" : "hardly"} moved in 12 weeks`
    : isSure
      ? "No faster than 12 weeks ago"
      : "Probably no faster than 12 weeks ago";
  const falling = `${subject ? `${subject} has` : "Results have"} slowed by ${figure(Math.abs(change))} % in 12 weeks`;
  const since = of.text("level since");
  const n = of.number("results, workouts and weeks compared");
  return {
    badge: isFalling ? "Declining" : isSure ? "Plateau" : "Plateau?",
    title: `${isFalling ? falling : standing}${why ? `, and ${why}` : ""}`,
    story:
      `Speed ${signedPercent(change)} in 12 weeks (90 % interval ${signedPercent(low)} to ${signedPercent(high)}` +
      `${n === null ? "" : `, ${figure(n, 0)} efforts compared`})${since && !isFalling ? `, level since ${dayWords(since)}` : ""}.` +
      causeStory(of),
  };
}
