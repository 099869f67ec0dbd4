import { dayName } from "#components/day-words.ts";
import type { RouterOutputs } from "#trpc/root.ts";

type Server = RouterOutputs["operations"]["get"];
type Concern = Server["concerns"][number];

const SENTENCES: Record<Concern["code"], (count: number) => string> = {
  "no-worker": () => "No worker is running",
  "silent-workers": (count) => `${count} ${count === 1 ? "worker fell" : "workers fell"} silent`,
  "set-aside": (count) => `${count} ${count === 1 ? "athlete was" : "athletes were"} set aside`,
  "dead-mails": (count) => `${count} ${count === 1 ? "mail" : "mails"} could not be sent`,
  late: (count) => `${count} ${count === 1 ? "night is" : "nights are"} late`,
  "mails-wait": (count) => `${count} ${count === 1 ? "mail waits" : "mails wait"} for half an hour and more`,
};

/** The page's verdict, and what it rests on. */
export function serverTitle({ concerns, nights }: Server): { title: string; lead: string } {
  const last = nights.find((night) => night.done > 0);
  const lead = last
    ? `The night of ${dayName(last.date)}: ${last.done} ${last.done === 1 ? "athlete" : "athletes"} judged.`
    : "No night was judged in the last week.";
  const [first, ...others] = concerns.map(({ code, count }) => SENTENCES[code](count));
  if (first === undefined) return { title: "The server does its work", lead };
  return { title: first, lead: others.length > 0 ? `${others.join(". ")}. ${lead}` : lead };
}
