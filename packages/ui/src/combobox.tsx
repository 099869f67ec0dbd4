"use client";

import { ChevronDown } from "lucide-react";
import { Button, ComboBox, Input, Label, Popover, Text } from "react-aria-components";
import { HINT, LABEL, STACK } from "./field-classes.ts";
import { FieldFault } from "./field-fault.tsx";
import { joinClasses } from "./join-classes.ts";
import { type Option, OptionList } from "./option-row.tsx";
import { POPOVER_CLASSES } from "./popover.tsx";

export type ComboboxProps = {
  label: string;
  options: readonly Option[];
  hint?: string;
  error?: string | null;
  name?: string;
  value?: string | null;
  defaultValue?: string;
  onChange?: (id: string | null) => void;
  placeholder?: string;
  empty?: string;
  isDisabled?: boolean;
  isRequired?: boolean;
  className?: string;
};

/** A choice from many: typing narrows the list. */
export function Combobox({
  label,
  options,
  hint,
  error,
  value,
  defaultValue,
  onChange,
  placeholder,
  empty,
  className,
  ...props
}: ComboboxProps) {
  return (
    <ComboBox
      {...props}
      defaultItems={options}
      {...(value === undefined ? {} : { value })}
      {...(defaultValue === undefined ? {} : { defaultValue })}
      onChange={(key) => onChange?.(key === null ? null : String(key))}
      isInvalid={Boolean(error)}
      allowsEmptyCollection
      className={joinClasses(STACK, className)}
    >
      <Label className={LABEL}>{label}</Label>
      <div className="flex overflow-hidden rounded-md border border-line-strong bg-surface focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus">
        <Input
          placeholder={placeholder}
          className="min-h-11 min-w-0 flex-1 bg-transparent px-3 text-base outline-none placeholder:text-ink-faint sm:min-h-10"
        />
        <Button className="flex w-10 items-center justify-center text-ink-soft hover:bg-sunken">
          <ChevronDown aria-hidden="true" className="size-4" />
        </Button>
      </div>
      <FieldFault error={error} type="select-one" />
      {hint ? (
        <Text slot="description" className={HINT}>
          {hint}
        </Text>
      ) : null}
      <Popover offset={4} className={joinClasses(POPOVER_CLASSES, "min-w-(--trigger-width)")}>
        <OptionList options={options} empty={empty} />
      </Popover>
    </ComboBox>
  );
}
