import { type ComponentProps, useId } from "react";

type Option = { value: string; label: string };
type Props = Omit<ComponentProps<"select">, "className" | "children"> & {
  label: string;
  options: readonly Option[];
  hint?: string;
  error?: string | null;
};

/** The phone's own picker: quick to load, known to every thumb. */
export function NativeSelect({ label, options, hint, error, ...select }: Props) {
  const own = useId();
  const id = select.id ?? own;
  const notes = [error ? `${id}-error` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ");
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <select
        {...select}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={notes || undefined}
        className="min-h-11 w-full rounded-md border border-line-strong bg-surface px-2.5 text-base sm:min-h-10"
      >
        {options.map(({ value, label: name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      {error ? (
        <p id={`${id}-error`} className="text-xs font-medium text-track-text">
          {error}
        </p>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className="text-xs text-ink-soft">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
