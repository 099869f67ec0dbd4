"use client";

import { type ComponentProps, useId } from "react";
import { CONTROL, ERROR, HINT, LABEL, STACK } from "./field-classes.ts";
import { joinClasses } from "./join-classes.ts";
import { useFieldFault } from "./use-field-fault.ts";

type Shared = {
  label: string;
  hint?: string;
  /** Names the fault and the fix. */
  error?: string | null;
  hideLabel?: boolean;
  className?: string;
};

export type TextFieldProps = Shared & Omit<ComponentProps<"input">, "className"> & { unit?: string };

/** A native input, so that it works before any script and with any form library. */
export function TextField({ label, hint, error, hideLabel, className, unit, ...input }: TextFieldProps) {
  const own = useId();
  const id = input.id ?? own;
  const { fault, listeners } = useFieldFault(error);
  return (
    <div className={joinClasses(STACK, className)}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : LABEL}>
        {label}
        {unit ? <span className="font-normal text-ink-soft"> ({unit})</span> : null}
      </label>
      <input {...listeners} {...input} id={id} {...described(id, hint, fault)} className={CONTROL} />
      <FieldNotes id={id} hint={hint} error={fault} />
    </div>
  );
}

export type TextAreaProps = Shared & Omit<ComponentProps<"textarea">, "className">;

export function TextArea({ label, hint, error, hideLabel, className, rows = 4, ...input }: TextAreaProps) {
  const own = useId();
  const id = input.id ?? own;
  const { fault, listeners } = useFieldFault(error);
  return (
    <div className={joinClasses(STACK, className)}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : LABEL}>
        {label}
      </label>
      <textarea
        {...listeners}
        {...input}
        rows={rows}
        id={id}
        {...described(id, hint, fault)}
        className={joinClasses(CONTROL, "py-2")}
      />
      <FieldNotes id={id} hint={hint} error={fault} />
    </div>
  );
}

function described(id: string, hint?: string, error?: string | null) {
  const ids = [error ? `${id}-error` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": error ? true : undefined };
}

function FieldNotes({ id, hint, error }: { id: string; hint?: string; error?: string | null }) {
  return (
    <>
      {error ? (
        <p id={`${id}-error`} className={ERROR}>
          {error}
        </p>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className={HINT}>
          {hint}
        </p>
      ) : null}
    </>
  );
}
