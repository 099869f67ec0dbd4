"use client";

import { IconButton } from "@repo/ui/icon-button";
import { Menu, type MenuEntry } from "@repo/ui/menu";
import { Ellipsis } from "lucide-react";
import { useEffect, useRef, useState } from "react";

type Props = { label: string; items: () => readonly MenuEntry[] };

const DOTS = <Ellipsis aria-hidden="true" className="size-3.5" />;
const SIZE = "!size-9 !min-h-9 md:!size-7 md:!min-h-7";

/** Hundreds of menus at once would be slow: each comes alive when it is first asked for. */
export function LazyMenu({ label, items }: Props) {
  const [isLive, setLive] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (isLive) place.current?.querySelector("button")?.click();
  }, [isLive]);
  if (!isLive) {
    return (
      <button
        type="button"
        tabIndex={-1}
        aria-label={label}
        aria-haspopup="menu"
        data-menu
        className="flex size-9 items-center justify-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink md:size-7"
        onClick={() => setLive(true)}
      >
        {DOTS}
      </button>
    );
  }
  return (
    <span ref={place} data-menu>
      <Menu
        label={label}
        trigger={
          <IconButton size="sm" label={label} className={SIZE} excludeFromTabOrder>
            {DOTS}
          </IconButton>
        }
        items={items()}
      />
    </span>
  );
}
