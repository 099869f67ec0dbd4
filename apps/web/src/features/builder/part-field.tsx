"use client";

import type { ParsedPart } from "@repo/core/workouts";
import { useId, useState } from "react";

type Props<T> = {
  label: string;
  /** The value's own spelling. */
  value: string;
  read: (text: string) => ParsedPart<T>;
  onChange: (value: T) => void;
  suggestions?: string;
  placeholder?: string;
  className?: string;
};

/** One part of a step in a field of its own: taken over as soon as it can be read, kept as typed until then. */
export function PartField<T>({
  label,
  value,
  read,
  onChange,
  suggestions,
  placeholder,
  className,
}: Props<T>) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    // Changed from elsewhere: what stood here half-typed was meant for another value.
    if (typed !== null && !read(typed).ok) setTyped(null);
  }
  const parsed = typed === null ? null : read(typed);
  const fault = parsed && !parsed.ok ? parsed.expected : null;
  return (
    <span className={`flex min-w-0 flex-col ${className ?? ""}`}>
      <input
        aria-label={label}
        value={typed ?? value}
        list={suggestions}
        placeholder={placeholder}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? id : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = read(event.target.value);
          if (next.ok) onChange(next.value);
        }}
        onBlur={() => {
          if (!fault) setTyped(null);
        }}
        className="type-figure min-h-10 w-full rounded-md border border-line bg-surface px-2 text-sm font-normal hover:border-line-strong aria-invalid:border-track sm:min-h-8"
      />
      {fault ? (
        <span id={id} className="mt-0.5 text-xs text-track-text">
          {`Expected ${fault}.`}
        </span>
      ) : null}
    </span>
  );
}
