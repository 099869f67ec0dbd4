import type { KbdGroup } from "@repo/ui/kbd-help";

/** Every key of the calendar, as its help shows them. */
export const KEY_LIST: readonly KbdGroup[] = [
  {
    title: "Around",
    keys: [
      { keys: ["t"], does: "Today" },
      { keys: ["j", "k"], does: "Next and previous week" },
      { keys: ["←", "→", "↑", "↓"], does: "Day by day, week by week" },
      { keys: ["Shift", "←→↑↓"], does: "Choose days" },
      { keys: ["[", "]"], does: "Previous and next athlete" },
      { keys: ["/"], does: "Search the library" },
      { keys: ["Ctrl", "K"], does: "Go anywhere" },
      { keys: ["g", "then t c s r"], does: "Go to week, calendar, seasons, roster" },
      { keys: ["?"], does: "These keys" },
    ],
  },
  {
    title: "Workouts",
    keys: [
      { keys: ["Enter"], does: "Into a day; on a workout: lift it" },
      { keys: ["Tab"], does: "While lifted: next day" },
      { keys: ["Enter", "Esc"], does: "While lifted: drop, or put back" },
      { keys: ["n"], does: "New workout on the day" },
      { keys: ["e"], does: "Edit" },
      { keys: ["m"], does: "Move to…" },
      { keys: ["c", "x", "v"], does: "Copy, cut, paste" },
      { keys: ["Del"], does: "Take off the plan" },
      { keys: ["Ctrl", "Z"], does: "Undo" },
      { keys: ["Ctrl", "click"], does: "Choose one workout more" },
    ],
  },
];
