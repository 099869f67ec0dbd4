import { joinClasses } from "./join-classes.ts";

export type ButtonLook = {
  /** Solid once a screen, for what the page wants done; outline for the rest; quiet inside rows. */
  variant?: "solid" | "outline" | "quiet" | "danger";
  size?: "sm" | "md" | "lg";
  className?: string;
};

const VARIANTS = {
  solid:
    "bg-ink text-on-ink border-ink hover:bg-ink-hover hover:border-ink-hover data-pressed:bg-ink-hover active:bg-ink-hover",
  outline:
    "bg-surface text-ink border-line hover:border-line-strong active:bg-sunken data-pressed:bg-sunken aria-expanded:bg-sunken",
  quiet:
    "bg-transparent text-ink border-transparent hover:bg-sunken active:bg-sunken aria-expanded:bg-sunken",
  danger: "bg-track text-on-track border-track hover:bg-track-hover hover:border-track-hover",
};

const SIZES = {
  sm: "min-h-8 px-2.5 py-1 text-sm",
  md: "min-h-10 px-3.5 py-2 text-sm",
  lg: "min-h-12 px-5 py-2.5 text-base rounded-lg",
};

export function buttonClasses({ variant = "outline", size = "md", className }: ButtonLook): string {
  return joinClasses(
    "inline-flex items-center justify-center gap-2 rounded-md border font-semibold text-center leading-tight no-underline select-none",
    "transition-colors duration-100 disabled:opacity-50 data-disabled:opacity-50 aria-disabled:opacity-50",
    "[&_svg]:size-4 [&_svg]:shrink-0",
    VARIANTS[variant],
    SIZES[size],
    className,
  );
}
