import type { Ghost } from "./fix-preview.ts";

/** What a fix would put on the day, while its button has the pointer or the keyboard. */
export function GhostTile({ ghost }: { ghost: Ghost }) {
  return (
    <div data-ghost={ghost.key} className="rounded-md border-2 border-dashed border-focus px-2 py-1">
      <p className="text-[0.8125rem] font-semibold leading-tight">{ghost.title}</p>
      <p className="type-narrow text-xs text-ink-soft">{ghost.word}</p>
    </div>
  );
}
