"use client";

import type { ReactNode } from "react";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuTrigger,
  Popover,
  Separator,
} from "react-aria-components";
import { joinClasses } from "./join-classes.ts";
import { Kbd } from "./kbd.tsx";
import { POPOVER_CLASSES } from "./popover.tsx";

export type MenuEntry =
  | {
      id: string;
      label: string;
      icon?: ReactNode;
      shortcut?: string;
      danger?: boolean;
      isDisabled?: boolean;
      href?: string;
      onAction?: () => void;
    }
  | { id: string; separator: true };

export type MenuProps = {
  trigger: ReactNode;
  label: string;
  items: readonly MenuEntry[];
  placement?: "bottom start" | "bottom end";
};

export function Menu({ trigger, label, items, placement = "bottom end" }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} offset={4} className={joinClasses(POPOVER_CLASSES, "min-w-52 p-1")}>
        <AriaMenu aria-label={label} className="outline-none">
          {items.map((item) =>
            "separator" in item ? (
              <Separator key={item.id} className="my-1 h-px bg-line" />
            ) : (
              <MenuRow key={item.id} item={item} />
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function MenuRow({ item }: { item: Extract<MenuEntry, { label: string }> }) {
  return (
    <AriaMenuItem
      id={item.id}
      textValue={item.label}
      isDisabled={item.isDisabled}
      {...(item.href ? { href: item.href } : {})}
      {...(item.onAction ? { onAction: item.onAction } : {})}
      className={joinClasses(
        "flex min-h-9 cursor-pointer items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-sm outline-none select-none",
        "data-focused:bg-sunken data-disabled:opacity-50 [&_svg]:size-4",
        item.danger && "text-track-text",
      )}
    >
      {item.icon}
      <span className="flex-1">{item.label}</span>
      {item.shortcut ? <Kbd>{item.shortcut}</Kbd> : null}
    </AriaMenuItem>
  );
}
