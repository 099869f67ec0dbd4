"use client";

import type { ReactNode } from "react";
import { Popover as AriaPopover, Dialog, DialogTrigger } from "react-aria-components";
import { joinClasses } from "./join-classes.ts";

export const POPOVER_CLASSES =
  "rounded-lg border border-line bg-raised text-ink shadow-raised outline-none data-entering:animate-rise";

export type PopoverProps = {
  /** A button of this package. */
  trigger: ReactNode;
  children: ReactNode | ((close: () => void) => ReactNode);
  label: string;
  placement?: "bottom" | "bottom start" | "bottom end" | "top" | "right";
  className?: string;
};

export function Popover({ trigger, children, label, placement = "bottom start", className }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover
        placement={placement}
        offset={6}
        className={joinClasses(POPOVER_CLASSES, "max-w-sm p-4", className)}
      >
        <Dialog aria-label={label} className="outline-none">
          {({ close }) => (typeof children === "function" ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
