"use client";

import { CalendarDays } from "lucide-react";
import { useState } from "react";
import {
  DatePicker as AriaDatePicker,
  Button,
  Dialog,
  Group,
  Label,
  Popover,
  Text,
} from "react-aria-components";
import { Calendar, type CalendarProps, toCalendarDate } from "./calendar.tsx";
import { DateSegments } from "./date-field.tsx";
import { HINT, LABEL, STACK } from "./field-classes.ts";
import { FieldFault } from "./field-fault.tsx";
import { joinClasses } from "./join-classes.ts";
import { POPOVER_CLASSES } from "./popover.tsx";

type Limits = Pick<CalendarProps, "min" | "max" | "isDayUnavailable" | "markOf" | "firstDayOfWeek">;

export type DatePickerProps = Limits & {
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
  const { label, hint, error, value, defaultValue, onChange, className, ...others } = props;
  const { min, max, isDayUnavailable, markOf, firstDayOfWeek, ...rest } = others;
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
      isDateUnavailable={isDayUnavailable ? (date) => isDayUnavailable(date.toString()) : undefined}
      isInvalid={Boolean(error)}
      isOpen={isOpen}
      onOpenChange={setOpen}
      className={joinClasses(STACK, className)}
    >
      <Label className={LABEL}>{label}</Label>
      <TypedDay />
      <FieldFault error={error} type="date" min={min} max={max} />
      {hint ? (
        <Text slot="description" className={HINT}>
          {hint}
        </Text>
      ) : null}
      <DayPopover
        label={label}
        day={day}
        onChoose={(next) => {
          choose(next);
          setOpen(false);
        }}
        limits={{ min, max, isDayUnavailable, markOf, firstDayOfWeek }}
      />
    </AriaDatePicker>
  );
}

function TypedDay() {
  return (
    <Group className="flex min-h-11 overflow-hidden rounded-md border border-line-strong bg-surface focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus sm:min-h-10">
      <DateSegments />
      <Button className="flex w-11 items-center justify-center border-l border-line text-ink-soft hover:bg-sunken">
        <CalendarDays aria-hidden="true" className="size-4" />
      </Button>
    </Group>
  );
}

type DayPopoverProps = { label: string; day: string | null; onChoose: (day: string) => void; limits: Limits };

function DayPopover({ label, day, onChoose, limits }: DayPopoverProps) {
  return (
    <Popover offset={4} className={joinClasses(POPOVER_CLASSES, "p-3")}>
      <Dialog aria-label={label} className="outline-none">
        <Calendar label={label} value={day} onChange={onChoose} {...limits} />
      </Dialog>
    </Popover>
  );
}
