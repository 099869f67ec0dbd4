import type { ElementType } from "react";
import { joinClasses } from "./join-classes.ts";
import type { NavItem } from "./nav-rail.tsx";

/** The phone's way around, at the thumb; at most five places. */
export function TabBar({
  items,
  label = "Main",
  as: Anchor = "a",
}: {
  items: readonly NavItem[];
  label?: string;
  as?: ElementType;
}) {
  return (
    <nav
      aria-label={label}
      className="sticky inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="flex">
        {items.map((item) => (
          <li key={item.href} className="flex-1">
            <Anchor
              href={item.href}
              aria-current={item.current ? "page" : undefined}
              className={joinClasses(
                "relative flex min-h-14 flex-col items-center justify-center gap-0.5 text-sm focus-visible:-outline-offset-2 [&_svg]:size-5",
                item.current
                  ? "font-bold text-ink [font-stretch:112%] before:absolute before:inset-x-5 before:-top-px before:h-0.5 before:bg-ink"
                  : "font-medium text-ink-soft",
              )}
            >
              {item.icon}
              <span>
                {item.label}
                {item.count ? (
                  <span className="type-figure ml-1 text-track">
                    {item.count}
                    {item.countLabel ? <span className="sr-only"> {item.countLabel}</span> : null}
                  </span>
                ) : null}
              </span>
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}
