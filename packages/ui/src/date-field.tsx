"use client";

import { DateField as AriaDateField, DateInput, DateSegment, Label, Text } from "react-aria-components";
import { toCalendarDate } from "./calendar.tsx";
import { HINT, LABEL, STACK } from "./field-classes.ts";
import { FieldFault } from "./field-fault.tsx";
import { joinClasses } from "./join-classes.ts";

export type DateFieldProps = {
  label: string;
  hint?: string;
  error?: string | null;
  name?: string;
  /** ISO day or null. */
  value?: string | null;
  defaultValue?: string;
  onChange?: (day: string | null) => void;
  min?: string;
  max?: string;
  isDisabled?: boolean;
  isRequired?: boolean;
  className?: string;
};

export function DateSegments() {
  return (
    <DateInput className="flex flex-1 items-center px-3 text-base">
      {(segment) => (
        <DateSegment
          segment={segment}
          className="inline-flex min-h-6 min-w-6 items-center justify-center rounded-sm px-0.5 outline-none data-focused:bg-ink data-focused:text-on-ink data-placeholder:text-ink-faint data-[type=literal]:min-w-0 data-[type=literal]:px-0"
        />
      )}
    </DateInput>
  );
}

export function DateField({
  label,
  hint,
  error,
  value,
  defaultValue,
  onChange,
  min,
  max,
  className,
  ...props
}: DateFieldProps) {
  return (
    <AriaDateField
      {...props}
      {...(value === undefined ? {} : { value: toCalendarDate(value) })}
      {...(defaultValue === undefined ? {} : { defaultValue: toCalendarDate(defaultValue) })}
      onChange={(date) => onChange?.(date?.toString() ?? null)}
      minValue={toCalendarDate(min)}
      maxValue={toCalendarDate(max)}
      isInvalid={Boolean(error)}
      className={joinClasses(STACK, className)}
    >
      <Label className={LABEL}>{label}</Label>
      <div className="flex min-h-11 rounded-md border border-line-strong bg-surface focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus sm:min-h-10">
        <DateSegments />
      </div>
      <FieldFault error={error} type="date" min={min} max={max} />
      {hint ? (
        <Text slot="description" className={HINT}>
          {hint}
        </Text>
      ) : null}
    </AriaDateField>
  );
}
