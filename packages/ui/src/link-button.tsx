import type { ElementType, ReactNode } from "react";
import { type ButtonLook, buttonClasses } from "./button-classes.ts";

export type LinkButtonProps = ButtonLook & {
  href: string;
  children: ReactNode;
  /** The router's link component; a plain anchor when left out. */
  as?: ElementType;
  "aria-label"?: string;
  target?: string;
  rel?: string;
  download?: boolean | string;
};

export function LinkButton({ variant, size, className, as: Anchor = "a", ...props }: LinkButtonProps) {
  return <Anchor {...props} className={buttonClasses({ variant, size, className })} />;
}
