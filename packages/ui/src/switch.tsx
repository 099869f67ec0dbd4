import { type ComponentProps, useId } from "react";
import { joinClasses } from "./join-classes.ts";

export type SwitchProps = Omit<ComponentProps<"input">, "type" | "role" | "className"> & {
  label: string;
  hint?: string;
  className?: string;
};

const SWITCH = { type: "checkbox", role: "switch" } as const; // a native checkbox tells its state itself

/** For settings that take effect at once; a checkbox is for forms. */
export function Switch({ label, hint, className, ...input }: SwitchProps) {
  const id = useId();
  return (
    <label
      className={joinClasses("flex min-h-11 items-center justify-between gap-4 py-2 text-sm", className)}
    >
      <span>
        <span className="font-medium">{label}</span>
        {hint ? (
          <span id={id} className="block text-xs text-ink-soft">
            {hint}
          </span>
        ) : null}
      </span>
      <input {...input} {...SWITCH} aria-describedby={hint ? id : undefined} className="peer sr-only" />
      <span
        aria-hidden="true"
        className="relative forced-color-adjust-none h-6 w-10 shrink-0 rounded-full border border-line-strong bg-sunken transition-colors peer-checked:border-good-fill peer-checked:bg-good-fill peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus peer-disabled:opacity-50 after:absolute after:top-[3px] after:left-[3px] after:size-4 after:rounded-full after:bg-line-strong after:transition-transform peer-checked:after:translate-x-4 peer-checked:after:bg-on-good"
      />
    </label>
  );
}
