"use client";

import type { ReactNode } from "react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  TooltipTrigger,
} from "react-aria-components";
import { type ButtonLook, buttonClasses } from "./button-classes.ts";
import { joinClasses } from "./join-classes.ts";
import { TooltipBubble } from "./tooltip.tsx";

export type IconButtonProps = Omit<AriaButtonProps, "className" | "style" | "children"> &
  ButtonLook & {
    /** What it does: the accessible name and the tooltip. */
    label: string;
    children: ReactNode;
    /** Key that does the same. */
    shortcut?: string;
  };

const SQUARES = { sm: "!px-0 w-8", md: "!px-0 w-10", lg: "!px-0 w-12" };

export function IconButton({
  label,
  shortcut,
  variant = "quiet",
  size = "md",
  className,
  ...props
}: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton
        {...props}
        aria-label={label}
        className={buttonClasses({ variant, size, className: joinClasses(SQUARES[size], className) })}
      />
      <TooltipBubble shortcut={shortcut}>{label}</TooltipBubble>
    </TooltipTrigger>
  );
}
