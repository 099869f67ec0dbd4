import { ChevronRight } from "lucide-react";
import { Link } from "#components/link.tsx";
import { coachingOf } from "#features/shell/hats.ts";
import type { RouterOutputs } from "#trpc/root.ts";

type Account = RouterOutputs["account"]["me"];
type Entry = { href: string; title: string; detail: string; shown: boolean };

/** Everything that can be set, each with what it decides. */
export function SettingsList({ account }: { account: Account }) {
  const coaches = coachingOf(account).length > 0;
  const entries: Entry[] = [
    {
      href: "/settings/profile",
      title: "Training profile",
      detail: "Time zone, units, results and thresholds that set your paces, days you can train",
      shown: account.isAthlete,
    },
    {
      href: "/imports",
      title: "Import files",
      detail: "Recordings of your watch, or years of a log; what came in, and taking it back",
      shown: account.isAthlete,
    },
    {
      href: "/settings/data",
      title: "Your data",
      detail: "Everything as one archive, your plan in your calendar, erasing it all",
      shown: account.isAthlete,
    },
    {
      href: "/settings/people",
      title: "Who sees what",
      detail: "Coaches, what each may see, and ending it",
      shown: account.isAthlete,
    },
    {
      href: "/roster",
      title: "My athletes",
      detail: "The roster of those you coach, yourself among them",
      shown: coaches && account.isAthlete,
    },
    {
      href: "/organisation",
      title: "Members and invitations",
      detail: "Who belongs to the organisation, and as what",
      shown: coaches,
    },
    {
      href: "/inbox",
      title: "Inbox",
      detail: "What athletes and colleagues said, and your answers",
      shown: coaches,
    },
    {
      href: "/cycles",
      title: "Cycles",
      detail: "Blocks and whole plans to give to many athletes at once",
      shown: coaches,
    },
    {
      href: "/workouts",
      title: "Workouts",
      detail: "The library: every method, each in doses, resolved for an athlete",
      shown: coaches,
    },
    {
      href: "/rules",
      title: "Rules",
      detail: "What every plan is checked by, with its limits and sources",
      shown: coaches,
    },
    {
      href: "/settings/reports",
      title: "Reports",
      detail: "Whether and when the morning digest comes",
      shown: coaches,
    },
    {
      href: "/settings/server",
      title: "The server",
      detail: "Last nights, what waits or failed, mails that could not be sent",
      shown: account.isOperator,
    },
    {
      href: "/settings/account",
      title: "Account",
      detail: "Name, password, units, light or dark",
      shown: true,
    },
    {
      href: "/settings/sessions",
      title: "Signed-in devices",
      detail: "See them, sign out one or all",
      shown: true,
    },
  ];
  return (
    <ul className="divide-y divide-line border-y border-line">
      {entries
        .filter(({ shown }) => shown)
        .map(({ href, title, detail }) => (
          <li key={href}>
            <Link href={href} className="group flex min-h-14 items-center justify-between gap-4 py-3">
              <span>
                <span className="type-lead block group-hover:underline">{title}</span>
                <span className="text-sm text-ink-soft">{detail}</span>
              </span>
              <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
            </Link>
          </li>
        ))}
    </ul>
  );
}
