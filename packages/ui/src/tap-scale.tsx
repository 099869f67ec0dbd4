"use client";

import { type ReactNode, useId } from "react";
import { ERROR, LABEL } from "./field-classes.ts";
import { joinClasses } from "./join-classes.ts";
import { useFieldFault } from "./use-field-fault.ts";

export type TapOption = {
  value: number;
  word: string;
  /** A picture instead of the number, such as a face; its word then stands below it. */
  icon?: ReactNode;
};

export type TapScaleProps = {
  legend: string;
  name: string;
  /** Such as 0 to 10 for effort, 1 to 5 for feel; each number has its word. */
  options: readonly TapOption[];
  value?: number | null;
  defaultValue?: number | null;
  onChange?: (value: number) => void;
  hint?: string;
  required?: boolean;
  className?: string;
};

/** A number by one tap: native radios, 44 px targets, the chosen number's word below. Works before any script. */
export function TapScale({
  legend,
  name,
  options,
  value,
  defaultValue,
  onChange,
  hint,
  required,
  className,
}: TapScaleProps) {
  const many = options.length > 6;
  const id = useId();
  const { fault, listeners } = useFieldFault(null);
  const pictured = options.some((option) => option.icon);
  return (
    <fieldset
      aria-describedby={fault ? id : undefined}
      className={joinClasses("group/scale relative min-w-0", !pictured && "pb-6", className)}
    >
      <legend className={joinClasses(LABEL, "mb-2")}>{legend}</legend>
      {fault ? (
        <p id={id} className={joinClasses(ERROR, "mb-2")}>
          {fault}
        </p>
      ) : null}
      <div className={joinClasses("grid gap-1.5", many ? "grid-cols-6 sm:grid-cols-11" : "grid-cols-5")}>
        {options.map((option) => (
          <TapCell
            key={option.value}
            option={option}
            name={name}
            required={required}
            checks={
              value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value }
            }
            listeners={listeners}
            onChoose={onChange}
          />
        ))}
      </div>
      {pictured ? null : (
        <p
          aria-hidden={hint ? undefined : true}
          className="absolute bottom-0 left-0 text-sm text-ink-soft group-has-checked/scale:hidden"
        >
          {hint ?? `${options[0]?.word ?? ""} to ${lowerFirst(options.at(-1)?.word ?? "")}`}
        </p>
      )}
    </fieldset>
  );
}

function TapFace({ option }: { option: TapOption }) {
  if (!option.icon) {
    return (
      <span aria-hidden="true" className="type-figure text-lg">
        {option.value}
      </span>
    );
  }
  return (
    <span aria-hidden="true" className="flex flex-col items-center gap-1 py-2 [&_svg]:size-6">
      {option.icon}
      <span className="type-narrow text-xs font-semibold">{option.word}</span>
    </span>
  );
}

type TapCellProps = {
  option: TapOption;
  name: string;
  required?: boolean;
  checks: { checked?: boolean; defaultChecked?: boolean };
  listeners: ReturnType<typeof useFieldFault>["listeners"];
  onChoose?: (value: number) => void;
};

function TapCell({ option, name, required, checks, listeners, onChoose }: TapCellProps) {
  return (
    <label className="group flex min-h-12 flex-col items-center justify-center rounded-md border border-line-strong bg-surface transition-colors hover:border-ink has-checked:border-ink has-checked:bg-ink has-checked:text-on-ink has-checked:forced-color-adjust-none has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
      <input
        {...listeners}
        type="radio"
        className="sr-only"
        name={name}
        value={option.value}
        required={required}
        aria-label={`${option.value}, ${option.word}`}
        {...checks}
        onChange={onChoose ? () => onChoose(option.value) : undefined}
      />
      <TapFace option={option} />
      {option.icon ? null : (
        <span
          aria-hidden="true"
          className="absolute bottom-0 left-0 hidden text-sm text-ink group-has-checked:block"
        >
          <b className="type-figure">{option.value}</b> {option.word}
        </span>
      )}
    </label>
  );
}

function lowerFirst(word: string): string {
  return word.slice(0, 1).toLowerCase() + word.slice(1);
}
