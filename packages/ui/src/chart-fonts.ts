import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { woffToTtf } from "./woff-to-ttf.ts";

/** For resvg's `font.sansSerifFamily`: the family the charts fall back to outside a browser. */
export const CHART_FONT_FAMILY = "Archivo Narrow";

const FILES = ["latin-500", "latin-600", "latin-ext-500", "latin-ext-600"];

/** Writes the charts' font as TrueType files into a directory and returns their paths, for resvg's `font.fontFiles`. */
export function writeChartFonts(directory: string): string[] {
  const require = createRequire(import.meta.url);
  mkdirSync(directory, { recursive: true });
  return FILES.map((name) => {
    const woff = require.resolve(`@fontsource/archivo-narrow/files/archivo-narrow-${name}-normal.woff`);
    const path = join(directory, `archivo-narrow-${name}.ttf`);
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, woffToTtf(readFileSync(woff)));
    renameSync(draft, path); // a reader never meets half a font
    return path;
  });
}
