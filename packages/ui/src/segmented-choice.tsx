import { LABEL } from "./field-classes.ts";
import { joinClasses } from "./join-classes.ts";

export type Segment = { value: string; label: string };

export type SegmentedChoiceProps = {
  legend: string;
  name: string;
  options: readonly Segment[];
  value?: string | null;
  defaultValue?: string | null;
  onChange?: (value: string) => void;
  hideLegend?: boolean;
  size?: "sm" | "lg";
  className?: string;
};

/** A few words in a row, one chosen: "How are your legs?" Native radios. */
export function SegmentedChoice({
  legend,
  name,
  options,
  value,
  defaultValue,
  onChange,
  hideLegend,
  size = "lg",
  className,
}: SegmentedChoiceProps) {
  return (
    <fieldset className={joinClasses("min-w-0", className)}>
      <legend
        className={hideLegend ? "sr-only" : size === "lg" ? "type-title mb-2" : joinClasses(LABEL, "mb-1.5")}
      >
        {legend}
      </legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map((option) => (
          <label
            key={option.value}
            className={joinClasses(
              "type-narrow flex flex-1 items-center justify-center rounded-md border border-line bg-surface px-2 font-semibold whitespace-nowrap transition-colors",
              "hover:border-line-strong has-checked:border-ink has-checked:bg-ink has-checked:text-on-ink has-checked:forced-color-adjust-none has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
              size === "lg" ? "min-h-11 min-w-14 text-base" : "min-h-9 min-w-12 text-sm",
            )}
          >
            <input
              type="radio"
              className="sr-only"
              name={name}
              value={option.value}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value })}
              onChange={onChange ? () => onChange(option.value) : undefined}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
