import { sportWords, wordOf } from "#words/training.ts";
import type { ActivityData } from "./activity-view.tsx";

const DAY = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

const SOURCES = {
  manual: "Logged by hand",
  file: "From a file",
  import: "Imported",
  demo: "Simulated, for the demo",
  api: "Sent by another program",
} as const;

type Session = Pick<ActivityData, "title" | "workout" | "sport" | "localDate" | "device" | "source">;

/** What a session is called: by its own title, its workout's, or its sport. */
export function sessionTitle({ title, workout, sport }: Session): string {
  return title ?? workout?.title ?? wordOf(sportWords, sport);
}

/** "Sunday, 17 March 2019" */
export function sessionDay({ localDate }: Session): string {
  return DAY.format(new Date(`${localDate}T00:00:00Z`));
}

/** Where its numbers come from. */
export function sessionOrigin({ device, source }: Session): string {
  return device ? `Recorded by ${device}` : SOURCES[source];
}

/** Day and origin in a line, where the athlete's name stands above. */
export function sessionLead(session: Session): string {
  return `${sessionDay(session)}. ${sessionOrigin(session)}.`;
}
