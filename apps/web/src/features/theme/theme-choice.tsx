"use client";

import { SegmentedChoice } from "@repo/ui/segmented-choice";
import { useState } from "react";
import { readTheme, THEME_COOKIE, type Theme } from "./theme.ts";

const YEAR_S = 31_536_000;
const OPTIONS = [
  { value: "system", label: "As the device" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

/** Changes the page at once; a cookie of this browser remembers it. */
export function ThemeChoice({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  const choose = (value: string) => {
    const next = readTheme(value);
    setTheme(next);
    // biome-ignore lint/suspicious/noDocumentCookie: the server reads it with the next page; nothing secret in it
    document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=${YEAR_S}; samesite=lax`;
    if (next === "system") document.documentElement.removeAttribute("data-theme");
    else document.documentElement.dataset.theme = next;
  };
  return (
    <SegmentedChoice
      legend="Light or dark"
      name="theme"
      options={OPTIONS}
      value={theme}
      onChange={choose}
      size="sm"
    />
  );
}
