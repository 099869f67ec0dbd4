import { COLOURS } from "./palette.ts";

/** The stylesheet of the colours: Tailwind's theme in light, the same names again wherever the theme is dark. */
export function themeColorsCss(): string {
  const block = (index: 0 | 1, indent: string) =>
    Object.entries(COLOURS)
      .map(([name, pair]) => `${indent}--color-${name}: ${pair[index]};`)
      .join("\n");
  return `/* Written by "pnpm --filter @repo/ui theme" from charts/palette.ts: change the colours there. */
@theme static {
${block(0, "  ")}
}

@layer theme {
  :root {
    color-scheme: light;
  }

  [data-theme="light"] {
    color-scheme: light;
${block(0, "    ")}
  }

  @media (prefers-color-scheme: dark) {
    :root:not([data-theme]) {
      color-scheme: dark;
${block(1, "      ")}
    }
  }

  [data-theme="dark"] {
    color-scheme: dark;
${block(1, "    ")}
  }
}
`;
}
