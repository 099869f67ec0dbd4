/** One look for every field: a border that can be seen, 44 px on the phone. */
export const LABEL = "text-sm font-semibold text-ink";
export const HINT = "text-xs text-ink-soft";
export const ERROR = "text-xs font-medium text-track-text";
export const CONTROL =
  "w-full min-h-11 rounded-md border border-line-strong bg-surface px-3 text-base text-ink placeholder:text-ink-faint sm:min-h-10 aria-invalid:border-track data-invalid:border-track disabled:opacity-60 data-disabled:opacity-60";
export const STACK = "flex min-w-0 flex-col gap-1.5";
