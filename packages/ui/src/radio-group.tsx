import { ERROR, HINT, LABEL } from "./field-classes.ts";
import { joinClasses } from "./join-classes.ts";

export type RadioOption = { value: string; label: string; detail?: string; isDisabled?: boolean };

export type RadioGroupProps = {
  legend: string;
  name: string;
  options: readonly RadioOption[];
  value?: string | null;
  defaultValue?: string;
  onChange?: (value: string) => void;
  hint?: string;
  error?: string | null;
  className?: string;
};

export function RadioGroup({
  legend,
  name,
  options,
  value,
  defaultValue,
  onChange,
  hint,
  error,
  className,
}: RadioGroupProps) {
  return (
    <fieldset className={joinClasses("min-w-0", className)}>
      <legend className={LABEL}>{legend}</legend>
      {hint ? <p className={HINT}>{hint}</p> : null}
      <div className="mt-1 divide-y divide-line">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-11 items-start gap-3 py-2.5 text-sm has-disabled:opacity-50"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              disabled={option.isDisabled}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value })}
              onChange={onChange ? () => onChange(option.value) : undefined}
              className="mt-px size-5 shrink-0 accent-ink"
            />
            <span>
              <span className="font-medium">{option.label}</span>
              {option.detail ? <span className="block text-xs text-ink-soft">{option.detail}</span> : null}
            </span>
          </label>
        ))}
      </div>
      {error ? <p className={ERROR}>{error}</p> : null}
    </fieldset>
  );
}
