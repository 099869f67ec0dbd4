import { Distance } from "#components/distance.tsx";
import { Duration } from "#components/duration.tsx";
import { Link } from "#components/link.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { sportWords, wordOf } from "#words/training.ts";

type Activity = RouterOutputs["today"]["get"]["activities"][number];

/** What was done today, each session with the load it gave. */
export function DoneToday({ activities }: { activities: Activity[] }) {
  if (activities.length === 0) return null;
  return (
    <section aria-label="Done today">
      <h2 className="type-title mb-1">Done</h2>
      <ul className="divide-y divide-line border-t border-line">
        {activities.map((activity) => (
          <li key={activity.id}>
            <Link
              href={`/activities/${activity.id}`}
              className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 py-2 hover:bg-sunken"
            >
              <span className="type-lead">{activity.title ?? wordOf(sportWords, activity.sport)}</span>
              <span className="flex flex-wrap gap-x-4 text-sm">
                {activity.distanceM === null ? null : <Distance metres={activity.distanceM} />}
                <Duration seconds={activity.durationS} />
                <span className="text-ink-soft">
                  load{" "}
                  <b className="type-figure text-ink">
                    {activity.load === null ? "–" : Math.round(activity.load)}
                  </b>
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
