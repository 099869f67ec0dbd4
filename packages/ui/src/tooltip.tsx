"use client";

import type { ReactElement, ReactNode } from "react";
import { Tooltip as AriaTooltip, Focusable, TooltipTrigger } from "react-aria-components";
import { Kbd } from "./kbd.tsx";

export function TooltipBubble({ children, shortcut }: { children: ReactNode; shortcut?: string }) {
  return (
    <AriaTooltip
      offset={6}
      className="flex max-w-64 items-center gap-2 rounded-md bg-ink px-2.5 py-1.5 text-xs font-medium text-on-ink shadow-raised data-entering:animate-fade"
    >
      {children}
      {shortcut ? <Kbd inverted>{shortcut}</Kbd> : null}
    </AriaTooltip>
  );
}

/** Words about something that can be focused; never the only place a fact is told. */
export function Tooltip({
  text,
  children,
}: {
  text: string;
  children: ReactElement<React.DOMAttributes<Element>, string>;
}) {
  return (
    <TooltipTrigger delay={400}>
      <Focusable>{children}</Focusable>
      <TooltipBubble>{text}</TooltipBubble>
    </TooltipTrigger>
  );
}
