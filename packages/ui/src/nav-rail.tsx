import type { ElementType, ReactNode } from "react";
import { Brand } from "./brand.tsx";
import { joinClasses } from "./join-classes.ts";

export type NavItem = {
  href: string;
  label: string;
  current?: boolean;
  /** How many things there need a person. */
  count?: number;
  countLabel?: string;
  icon?: ReactNode;
};

export type NavRailProps = {
  items: readonly NavItem[];
  /** At the foot: organisation, settings. */
  footItems?: readonly NavItem[];
  label?: string;
  homeHref?: string;
  as?: ElementType;
  /** Between the items and the foot, such as the chosen athlete. */
  children?: ReactNode;
};

/** The coach's way around, from tablets up. */
export function NavRail({
  items,
  footItems = [],
  label = "Main",
  homeHref = "/",
  as: Anchor = "a",
  children,
}: NavRailProps) {
  return (
    <div className="sticky top-0 hidden h-dvh w-52 shrink-0 flex-col overflow-y-auto border-r border-line px-3.5 py-5 md:flex">
      <Anchor href={homeHref} className="mb-5 rounded-md px-2 py-0.5">
        <Brand />
      </Anchor>
      <nav aria-label={label} className="flex flex-1 flex-col justify-between gap-6">
        <div>
          <NavList items={items} as={Anchor} />
          {children}
        </div>
        <NavList items={footItems} as={Anchor} />
      </nav>
    </div>
  );
}

function NavList({ items, as: Anchor }: { items: readonly NavItem[]; as: ElementType }) {
  if (items.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5">
      {items.map((item) => (
        <li key={item.href}>
          <Anchor
            href={item.href}
            aria-current={item.current ? "page" : undefined}
            className={joinClasses(
              "flex min-h-9 items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm [&_svg]:size-4",
              item.current
                ? "bg-sunken font-semibold text-ink"
                : "font-medium text-ink-soft hover:bg-sunken/60 hover:text-ink",
            )}
          >
            {item.icon}
            <span className="flex-1">{item.label}</span>
            {item.count ? (
              <span className="type-figure text-track">
                {item.count}
                {item.countLabel ? <span className="sr-only"> {item.countLabel}</span> : null}
              </span>
            ) : null}
          </Anchor>
        </li>
      ))}
    </ul>
  );
}
