"use client";

import { ChevronDown } from "lucide-react";
import { Select as AriaSelect, Button, Label, Popover, SelectValue, Text } from "react-aria-components";
import { CONTROL, HINT, LABEL, STACK } from "./field-classes.ts";
import { FieldFault } from "./field-fault.tsx";
import { joinClasses } from "./join-classes.ts";
import { type Option, OptionList } from "./option-row.tsx";
import { POPOVER_CLASSES } from "./popover.tsx";

export type SelectProps = {
  label: string;
  options: readonly Option[];
  hideLabel?: boolean;
  hint?: string;
  error?: string | null;
  name?: string;
  value?: string | null;
  defaultValue?: string;
  onChange?: (id: string) => void;
  placeholder?: string;
  isDisabled?: boolean;
  isRequired?: boolean;
  className?: string;
};

export function Select({
  label,
  options,
  hideLabel,
  hint,
  error,
  value,
  defaultValue,
  onChange,
  className,
  ...props
}: SelectProps) {
  return (
    <AriaSelect
      {...props}
      {...(value === undefined ? {} : { value })}
      {...(defaultValue === undefined ? {} : { defaultValue })}
      onChange={(key) => {
        if (key !== null) onChange?.(String(key));
      }}
      isInvalid={Boolean(error)}
      className={joinClasses(STACK, className)}
    >
      <Label className={hideLabel ? "sr-only" : LABEL}>{label}</Label>
      <Button className={joinClasses(CONTROL, "flex items-center justify-between gap-2 text-left")}>
        <SelectValue className="truncate data-placeholder:text-ink-faint [&_span_span]:hidden" />
        <ChevronDown aria-hidden="true" className="size-4 shrink-0 text-ink-soft" />
      </Button>
      <FieldFault error={error} type="select-one" />
      {hint ? (
        <Text slot="description" className={HINT}>
          {hint}
        </Text>
      ) : null}
      <Popover offset={4} className={joinClasses(POPOVER_CLASSES, "min-w-(--trigger-width)")}>
        <OptionList options={options} />
      </Popover>
    </AriaSelect>
  );
}
