"use client";

import { GalleryBasics } from "./gallery-basics.tsx";
import { GalleryCharts } from "./gallery-charts.tsx";
import { GalleryExamples } from "./gallery-examples.tsx";
import { GalleryFields } from "./gallery-fields.tsx";
import { NavRail } from "./nav-rail.tsx";
import { Toaster } from "./toast.tsx";

const ITEMS = [
  { href: "#roster", label: "Roster", current: true, count: 3, countLabel: "need you" },
  { href: "#calendar", label: "Calendar" },
  { href: "#seasons", label: "Seasons" },
  { href: "#workouts", label: "Workouts" },
  { href: "#reports", label: "Reports" },
];
const FOOT = [
  { href: "#club", label: "Demo club" },
  { href: "#settings", label: "Settings" },
];

/** Every component and chart in its states, light and dark side by side. */
export function Gallery({ themes = ["light", "dark"] }: { themes?: readonly ("light" | "dark")[] }) {
  return (
    <main className={themes.length > 1 ? "grid 2xl:grid-cols-2" : ""}>
      {themes.map((theme) => (
        <div key={theme} data-theme={theme} className="flex min-w-0">
          <NavRail items={ITEMS} footItems={FOOT} label={`Main, ${theme}`} />
          <div className="min-w-0 flex-1 px-4 py-6 sm:px-8">
            <GalleryExamples id={theme} />
            <GalleryCharts id={theme} />
            <GalleryBasics />
            <GalleryFields id={theme} />
          </div>
        </div>
      ))}
      <Toaster />
    </main>
  );
}
