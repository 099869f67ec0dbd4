import { knownTimeZone } from "@repo/core/calendar";
import { ChevronRight } from "lucide-react";
import { dayName } from "#components/day-words.ts";
import { Link } from "#components/link.tsx";
import type { RouterOutputs } from "#trpc/root.ts";

type Report = RouterOutputs["reports"]["list"][number];
type Organisation = { orgId: string; name: string };
type Props = {
  reports: readonly Report[];
  organisations: readonly Organisation[];
  /** The reader's. */
  timeZone: string;
};

/** Reports, newest first, each with what became of it. */
export function ReportsList(props: Props) {
  const names = new Map(props.organisations.map(({ orgId, name }) => [orgId, name]));
  return (
    <ul aria-label="Reports" className="divide-y divide-line border-b border-line">
      {props.reports.map((report) => (
        <li key={report.id}>
          <Link
            href={addressOf(report)}
            className="group grid grid-cols-[0.75rem_minmax(0,1fr)_auto] items-center gap-x-3 py-3.5"
          >
            <span aria-hidden="true" className={report.readAt ? "size-2" : "size-2 rounded-full bg-track"} />
            <span className="min-w-0">
              <span className="type-lead block group-hover:underline">{verdictIn(report.subject)}</span>
              <span className="block text-sm text-ink-soft">
                {[dayName(report.localDate), subjectOf(report, names), stateOf(report, props.timeZone)].join(
                  " · ",
                )}
              </span>
            </span>
            <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The subject of the mail without its day, which stands below it here. */
function verdictIn(subject: string): string {
  return subject.split(" · ")[0] ?? subject;
}

/** A digest as it was sent; an athlete's own week as it is known now. */
function addressOf({ id, kind, localDate }: Report): string {
  return kind === "week" ? `/progress/reports/week/${localDate}` : `/reports/${id}`;
}

function subjectOf({ kind, orgId }: Report, names: ReadonlyMap<string, string>): string {
  return kind === "week" ? "your week" : (names.get(orgId ?? "") ?? "all athletes");
}

function stateOf({ sentAt, readAt, failure }: Report, timeZone: string): string {
  if (failure) return `mail could not be delivered: ${failure}`;
  const clock = new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: knownTimeZone(timeZone),
  });
  const sent = sentAt ? `mailed ${clock.format(new Date(sentAt))}` : "mail not sent yet";
  return readAt ? `${sent}, read` : `${sent}, not opened here`;
}
