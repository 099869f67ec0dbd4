"use client";

import { isTimeZone } from "@repo/core/calendar";
import { useMemo } from "react";
import { NativeSelect } from "./native-select.tsx";

type Props = { name: string; defaultValue: string; label?: string; hint?: string; error?: string | null };

/** All zones this browser knows, and the one that is set even if it does not. */
export function TimeZoneSelect({ name, defaultValue, label = "Time zone", hint, error }: Props) {
  const options = useMemo(() => {
    const known = new Set([defaultValue, "UTC", ...Intl.supportedValuesOf("timeZone")]);
    return [...known].sort().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
  }, [defaultValue]);
  return (
    <NativeSelect
      label={label}
      name={name}
      defaultValue={defaultValue}
      options={options}
      hint={hint}
      // The server's list may be older or newer than the one somebody chose from.
      error={
        error ??
        (isTimeZone(defaultValue) ? null : "This zone is not known here, so UTC counts. Choose another.")
      }
      suppressHydrationWarning
    />
  );
}
