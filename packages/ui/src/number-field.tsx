"use client";

import { Minus, Plus } from "lucide-react";
import { NumberField as AriaNumberField, Button, Group, Input, Label, Text } from "react-aria-components";
import { HINT, LABEL, STACK } from "./field-classes.ts";
import { FieldFault } from "./field-fault.tsx";
import { joinClasses } from "./join-classes.ts";

export type NumberFieldProps = {
  label: string;
  unit?: string;
  hint?: string;
  error?: string | null;
  name?: string;
  /** Null is "not recorded", and stays so until a number is given. */
  value?: number | null;
  defaultValue?: number;
  onChange?: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  isDisabled?: boolean;
  isRequired?: boolean;
  formatOptions?: Intl.NumberFormatOptions;
  className?: string;
};

const STEPPER =
  "flex min-h-11 w-10 shrink-0 items-center justify-center text-ink-soft hover:bg-sunken data-disabled:opacity-40 sm:min-h-10 [&_svg]:size-4";

export function NumberField({
  label,
  unit,
  hint,
  error,
  value,
  onChange,
  min,
  max,
  className,
  ...props
}: NumberFieldProps) {
  return (
    <AriaNumberField
      {...props}
      {...(value === undefined ? {} : { value: value ?? Number.NaN })}
      minValue={min}
      maxValue={max}
      isInvalid={Boolean(error)}
      onChange={(next) => onChange?.(Number.isNaN(next) ? null : next)}
      className={joinClasses(STACK, className)}
    >
      <Label className={LABEL}>
        {label}
        {unit ? <span className="font-normal text-ink-soft"> ({unit})</span> : null}
      </Label>
      <Group className="flex overflow-hidden rounded-md border border-line-strong bg-surface data-focus-within:outline-2 data-focus-within:outline-offset-2 data-focus-within:outline-focus data-invalid:border-track">
        <Input className="type-figure min-w-0 flex-1 bg-transparent px-3 text-base outline-none" />
        <Button slot="decrement" className={joinClasses(STEPPER, "border-l border-line")}>
          <Minus aria-hidden="true" />
        </Button>
        <Button slot="increment" className={joinClasses(STEPPER, "border-l border-line")}>
          <Plus aria-hidden="true" />
        </Button>
      </Group>
      <FieldFault error={error} type="number" min={min} max={max} />
      {hint ? (
        <Text slot="description" className={HINT}>
          {hint}
        </Text>
      ) : null}
    </AriaNumberField>
  );
}
