"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";

type Props = { choices: readonly { value: string; label: string }[]; chosen: string };

/** Narrows the roster; the choice stands in the address, so that it can be kept and shared. */
export function RosterFilter({ choices, chosen }: Props) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <select
      aria-label="Filter"
      aria-busy={isPending}
      value={chosen}
      onChange={({ target }) =>
        startTransition(() =>
          router.replace(
            target.value === "" ? "/roster" : `/roster?${new URLSearchParams({ show: target.value })}`,
          ),
        )
      }
      className="min-h-11 min-w-0 max-w-64 flex-1 rounded-md border border-line-strong bg-surface px-2.5 text-sm font-semibold sm:min-h-10"
    >
      <option value="">Filter: everybody</option>
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
