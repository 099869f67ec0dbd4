"use client";

import { CalendarDays } from "lucide-react";
import { useState } from "react";
import {
  DatePicker as AriaDatePicker,
  Button,
  Dialog,
  FieldError,
  Group,
  Label,
  Popover,
  Text,
} from "react-aria-components";
import { Calendar, type CalendarProps, toCalendarDate } from "./calendar.tsx";
import { DateSegments } from "./date-field.tsx";
import { ERROR, HINT, LABEL, STACK } from "./field-classes.ts";
import { joinClasses } from "./join-classes.ts";
import { POPOVER_CLASSES } from "./popover.tsx";

export type DatePickerProps = Pick<
  CalendarProps,
  "min" | "max" | "isDayUnavailable" | "markOf" | "firstDayOfWeek"
> & {
  label: string;
  hint?: string;
  error?: string | null;
  name?: string;
  /** ISO day or null. */
  value?: string | null;
  defaultValue?: string;
  onChange?: (day: string | null) => void;
  isDisabled?: boolean;
  isRequired?: boolean;
  className?: string;
};

/** A day typed or chosen. */
export function DatePicker(props: DatePickerProps) {
  const {
    label,
    hint,
    error,
    value,
    defaultValue,
    onChange,
    min,
    max,
    isDayUnavailable,
    markOf,
    firstDayOfWeek,
    className,
    ...rest
  } = props;
  const [own, setOwn] = useState(defaultValue ?? null);
  const [isOpen, setOpen] = useState(false);
  const day = value === undefined ? own : value;
  const choose = (next: string | null) => {
    setOwn(next);
    onChange?.(next);
  };
  return (
    <AriaDatePicker
      {...rest}
      value={toCalendarDate(day)}
      onChange={(date) => choose(date?.toString() ?? null)}
      minValue={toCalendarDate(min)}
      maxValue={toCalendarDate(max)}
      isInvalid={Boolean(error)}
      isOpen={isOpen}
      onOpenChange={setOpen}
      className={joinClasses(STACK, className)}
    >
      <Label className={LABEL}>{label}</Label>
      <Group className="flex min-h-11 overflow-hidden rounded-md border border-line-strong bg-surface focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus sm:min-h-10">
        <DateSegments />
        <Button className="flex w-11 items-center justify-center border-l border-line text-ink-soft hover:bg-sunken">
          <CalendarDays aria-hidden="true" className="size-4" />
        </Button>
      </Group>
      <FieldError className={ERROR}>{error ?? undefined}</FieldError>
      {hint ? (
        <Text slot="description" className={HINT}>
          {hint}
        </Text>
      ) : null}
      <Popover offset={4} className={joinClasses(POPOVER_CLASSES, "p-3")}>
        <Dialog aria-label={label} className="outline-none">
          <Calendar
            label={label}
            value={day}
            onChange={(next) => {
              choose(next);
              setOpen(false);
            }}
            {...{ min, max, isDayUnavailable, markOf, firstDayOfWeek }}
          />
        </Dialog>
      </Popover>
    </AriaDatePicker>
  );
}
