"use client";

import { NavRail } from "@repo/ui/nav-rail";
import { TabBar } from "@repo/ui/tab-bar";
import { usePathname } from "next/navigation";
import { Link } from "#components/link.tsx";
import { isCurrent } from "./is-current.ts";

const PLACES = [
  { href: "/today", label: "Today" },
  { href: "/calendar", label: "Calendar" },
  { href: "/progress", label: "Progress" },
  { href: "/settings", label: "You" },
];

/** The athlete's four places, at the thumb; beside the page where there is room. */
export function AthleteNav({ coaches }: { coaches: boolean }) {
  const path = usePathname();
  const items = PLACES.map((item) => ({ ...item, current: isCurrent(path, item.href) }));
  const footItems = coaches ? [{ href: "/roster", label: "My athletes" }] : [];
  return (
    <>
      <NavRail as={Link} homeHref="/today" items={items} footItems={footItems} />
      <div className="sticky bottom-0 z-30 order-last md:hidden">
        <TabBar as={Link} items={items} />
      </div>
    </>
  );
}
