import { addDays } from "@repo/core/calendar";
import { Day } from "./day.tsx";

type Dated = { openedOn: string; lastSeenOn: string };

/** Since when a warning holds; and when it was last seen, where it may be over. */
export function Since({ warning, today }: { warning: Dated; today: string }) {
  return (
    <>
      Since <Day iso={warning.openedOn} />
      {warning.lastSeenOn < addDays(today, -2) ? (
        <>
          , last seen <Day iso={warning.lastSeenOn} />
        </>
      ) : null}
      .
    </>
  );
}
