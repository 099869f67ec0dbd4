"use client";

import { NavRail } from "@repo/ui/nav-rail";
import { TabBar } from "@repo/ui/tab-bar";
import { usePathname } from "next/navigation";
import { Link } from "#components/link.tsx";
import { isCurrent } from "./is-current.ts";

type Props = { organisation: string | null; isAthlete: boolean; needs: number; unread: number };

const PLACES = [
  { href: "/roster", label: "Roster" },
  { href: "/inbox", label: "Inbox" },
  { href: "/week", label: "Calendar" },
  { href: "/seasons", label: "Seasons" },
  { href: "/cycles", label: "Cycles" },
  { href: "/workouts", label: "Workouts" },
  { href: "/reports", label: "Reports" },
];
const RULES = { href: "/rules", label: "Rules" };
const SETTINGS = { href: "/settings", label: "Settings" };
/** Five places side by side on a phone; what has no room there is under "More". */
const SHORT = [
  ...PLACES.filter(({ href }) => !["/workouts", "/cycles", "/inbox"].includes(href)).map((place) =>
    place.href === "/week" ? { ...place, label: "Week" } : place,
  ),
  { ...SETTINGS, label: "More" },
];

/** The coach's way around: a rail beside the page, a bar below it on the phone. */
export function CoachNav({ organisation, isAthlete, needs, unread }: Props) {
  const path = usePathname();
  const own = isAthlete ? [{ href: "/today", label: "My training" }] : [];
  const org = organisation ? [{ href: "/organisation", label: organisation }] : [];
  const isThere = (href: string) =>
    isCurrent(path, href) || (href === "/week" && /^\/athletes\/[^/]+\/calendar/.test(path));
  const marked = (items: typeof PLACES) =>
    items.map((item) => ({
      ...item,
      current: isThere(item.href),
      ...(item.href === "/roster" && needs > 0 ? { count: needs, countLabel: "need you" } : {}),
      ...(item.href === "/inbox" && unread > 0 ? { count: unread, countLabel: "new" } : {}),
    }));
  return (
    <>
      <NavRail
        as={Link}
        homeHref="/roster"
        items={marked([...PLACES, RULES])}
        footItems={marked([...own, ...org, SETTINGS])}
      />
      <div className="sticky bottom-0 z-30 order-last md:hidden">
        <TabBar as={Link} items={marked(SHORT)} />
      </div>
    </>
  );
}
