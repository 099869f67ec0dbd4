import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MARK_PAIRS, TEXT_PAIRS } from "./contrast-pairs.ts";
import { COLOURS, type ColourName } from "./palette.ts";
import { themeColorsCss } from "./theme-colors-css.ts";

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (channels[0] ?? 0) + 0.7152 * (channels[1] ?? 0) + 0.0722 * (channels[2] ?? 0);
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function tooLow(pairs: readonly (readonly [ColourName, ColourName])[], least: number): string[] {
  return pairs.flatMap(([front, back]) =>
    ([0, 1] as const).flatMap((theme) => {
      const ratio = contrast(COLOURS[front][theme], COLOURS[back][theme]);
      return ratio < least ? [`${theme ? "dark" : "light"} ${front} on ${back}: ${ratio.toFixed(2)}`] : [];
    }),
  );
}

test("black on white measures 21 to 1, so the measure itself is right", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 6);
});

test("every text colour meets WCAG AA on every ground it is used on, in both themes", () => {
  expect(tooLow(TEXT_PAIRS, 4.5)).toEqual([]);
});

test("every mark that carries meaning stands out 3 to 1, in both themes", () => {
  expect(tooLow(MARK_PAIRS, 3)).toEqual([]);
});

test("the stylesheet holds the same colours as the charts", () => {
  const css = readFileSync(new URL("../theme-colors.css", import.meta.url), "utf8");
  expect(css).toBe(themeColorsCss());
});
