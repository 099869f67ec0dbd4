import { type ComponentProps, useId } from "react";
import { joinClasses } from "./join-classes.ts";

export type CheckboxProps = Omit<ComponentProps<"input">, "type" | "className"> & {
  label: string;
  hint?: string;
  className?: string;
};

export function Checkbox({ label, hint, className, ...input }: CheckboxProps) {
  const id = useId();
  return (
    <label
      className={joinClasses("flex min-h-11 items-start gap-3 py-2.5 text-sm sm:min-h-9 sm:py-2", className)}
    >
      <input
        {...input}
        type="checkbox"
        aria-describedby={hint ? id : undefined}
        className="mt-px size-5 shrink-0 accent-ink disabled:opacity-50"
      />
      <span>
        <span className="font-medium">{label}</span>
        {hint ? (
          <span id={id} className="block text-xs text-ink-soft">
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  );
}
