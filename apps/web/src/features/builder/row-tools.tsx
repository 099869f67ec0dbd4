"use client";

import { IconButton } from "@repo/ui/icon-button";
import { Menu, type MenuEntry } from "@repo/ui/menu";
import { ArrowDown, ArrowUp, Ellipsis } from "lucide-react";

type Props = {
  name: string;
  onUp: (() => void) | null;
  onDown: (() => void) | null;
  items: readonly MenuEntry[];
};

const SIZE = "!size-10 !min-h-10 sm:!size-8 sm:!min-h-8";

/** What can be done with a row of a workout, by pointer and by key. */
export function RowTools({ name, onUp, onDown, items }: Props) {
  return (
    <span className="flex shrink-0 items-center">
      <IconButton
        size="sm"
        label={`Move ${name} up`}
        shortcut="Alt ↑"
        data-move="up"
        isDisabled={!onUp}
        className={SIZE}
        onPress={() => onUp?.()}
      >
        <ArrowUp aria-hidden="true" className="size-4" />
      </IconButton>
      <IconButton
        size="sm"
        label={`Move ${name} down`}
        shortcut="Alt ↓"
        data-move="down"
        isDisabled={!onDown}
        className={SIZE}
        onPress={() => onDown?.()}
      >
        <ArrowDown aria-hidden="true" className="size-4" />
      </IconButton>
      <Menu
        label={`More for ${name}`}
        trigger={
          <IconButton size="sm" label={`More for ${name}`} className={SIZE}>
            <Ellipsis aria-hidden="true" className="size-4" />
          </IconButton>
        }
        items={items}
      />
    </span>
  );
}

type CountProps = { label: string; value: number; onChange: (value: number) => void; most?: number };

/** A small number with a button on either side. */
export function Counter({ label, value, onChange, most = 200 }: CountProps) {
  const button = (sign: string, word: string, next: number) => (
    <button
      type="button"
      aria-label={word}
      disabled={next < 1 || next > most}
      onClick={() => onChange(next)}
      className="flex size-10 items-center justify-center rounded-md border border-line hover:border-line-strong disabled:opacity-40 sm:size-8"
    >
      {sign}
    </button>
  );
  return (
    <fieldset className="flex items-center gap-1">
      <legend className="sr-only">{label}</legend>
      {button("−", "One less", value - 1)}
      <output className="type-figure w-10 text-center">{`${value} ×`}</output>
      {button("+", "One more", value + 1)}
    </fieldset>
  );
}
