"use client";

import { Check } from "lucide-react";
import { ListBox, ListBoxItem } from "react-aria-components";

export type Option = { id: string; label: string; detail?: string; isDisabled?: boolean };

/** The list inside a select or combobox. */
export function OptionList({
  options,
  empty = "Nothing matches",
}: {
  options: readonly Option[];
  empty?: string;
}) {
  return (
    <ListBox
      items={options}
      className="max-h-72 overflow-auto p-1 outline-none"
      renderEmptyState={() => <p className="px-2.5 py-2 text-sm text-ink-soft">{empty}</p>}
    >
      {(option) => (
        <ListBoxItem
          id={option.id}
          textValue={option.label}
          isDisabled={option.isDisabled}
          className="group flex min-h-9 cursor-pointer items-center gap-2 rounded-sm px-2.5 py-1.5 text-sm outline-none data-disabled:opacity-50 data-focused:bg-sunken data-selected:font-semibold"
        >
          <span className="flex-1">
            {option.label}
            {option.detail ? (
              <span className="block text-xs font-normal text-ink-soft">{option.detail}</span>
            ) : null}
          </span>
          <Check aria-hidden="true" className="hidden size-4 group-data-selected:block" />
        </ListBoxItem>
      )}
    </ListBox>
  );
}
