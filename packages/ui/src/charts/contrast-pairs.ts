import type { ColourName } from "./palette.ts";

/** Every text colour beside every ground it is used on: WCAG AA, 4.5 to 1. */
export const TEXT_PAIRS: readonly (readonly [text: ColourName, ground: ColourName])[] = [
  ...(["ink", "ink-soft", "ink-faint"] as const).flatMap((text) =>
    (["paper", "surface", "raised", "sunken"] as const).map((ground) => [text, ground] as const),
  ),
  ["on-ink", "ink"],
  ["on-ink", "ink-hover"],
  ["on-track", "track"],
  ["on-track", "track-hover"],
  ["track", "paper"],
  ["track", "surface"],
  ["track", "sunken"],
  ["track-text", "track-soft"],
  ["track-text", "paper"],
  ["track-text", "surface"],
  ["fitness", "paper"],
  ["fitness", "surface"],
  ["fatigue", "paper"],
  ["fatigue", "surface"],
  ["form-text", "paper"],
  ["form-text", "surface"],
  ["on-attention", "attention-fill"],
  ["attention-text", "attention-soft"],
  ["attention-text", "paper"],
  ["on-good", "good-fill"],
  ["good-text", "good-soft"],
  ["good-text", "paper"],
  ["on-info", "info-fill"],
  ["info-text", "info-soft"],
  ["info-text", "paper"],
  ["on-neutral", "neutral-fill"],
  ["ink", "attention-soft"],
  ["ink", "good-soft"],
  ["ink", "info-soft"],
  ["ink", "track-soft"],
  ...(["planned", "done", "off", "far-off", "missed", "adapted", "excused", "unplanned"] as const).flatMap(
    (state) => [
      [`state-${state}-text`, `state-${state}-soft`] as const,
      [`state-${state}-text`, "paper"] as const,
      ["ink", `state-${state}-soft`] as const,
      ["ink-soft", `state-${state}-soft`] as const,
    ],
  ),
];

/** Marks that carry meaning without being text (icons, field borders, lines): 3 to 1. */
export const MARK_PAIRS: readonly (readonly [mark: ColourName, ground: ColourName])[] = [
  ["line-strong", "paper"],
  ["line-strong", "surface"],
  ["focus", "paper"],
  ["focus", "surface"],
  ["fitness", "surface"],
  ["fatigue", "surface"],
  ["phase-base", "paper"],
  ["phase-speed", "paper"],
  ["phase-peak", "paper"],
  ["phase-race", "paper"],
  ...(["done", "far-off", "missed", "adapted", "excused", "unplanned", "planned"] as const).map(
    (state) => [`state-${state}`, `state-${state}-soft`] as const,
  ),
];
