/** One place for every colour: [light, dark]. theme-colors.css is written from it; charts paint from it. */
export const COLOURS = {
  // ground and lines
  paper: ["#f6f4ee", "#14151a"],
  surface: ["#fffefa", "#1d1f26"],
  raised: ["#fffefa", "#262932"],
  sunken: ["#ebe7dc", "#0e0f13"],
  line: ["#dfdbcf", "#31343e"],
  "line-strong": ["#8b877b", "#737784"],
  // text
  ink: ["#1b1c20", "#f1eee6"],
  "ink-soft": ["#56575d", "#b4b3b0"],
  "ink-faint": ["#66665f", "#989893"],
  "on-ink": ["#fffefa", "#14151a"],
  "ink-hover": ["#33353c", "#d8d5cb"],
  // track red: today, and what needs a person
  track: ["#b3261e", "#ff7a66"],
  "track-hover": ["#8f1c16", "#ff9585"],
  "on-track": ["#ffffff", "#2a0703"],
  "track-soft": ["#f8e2dd", "#3b1d1b"],
  focus: ["#1f5fbf", "#8ab8ff"],
  // phases
  "phase-base": ["#3d7d68", "#56a68c"],
  "phase-build": ["#bf8b1e", "#d9a63d"],
  "phase-speed": ["#b8402c", "#e2664f"],
  "phase-peak": ["#54489a", "#8f83d8"],
  "phase-race": ["#1b1c20", "#f1eee6"],
  "phase-recovery": ["#6fa8cb", "#86bfe0"],
  "phase-free": ["#8f8c83", "#7d7f87"],
  // load, as runners know it
  fitness: ["#2a64b0", "#74aaf2"],
  fatigue: ["#c23b7c", "#f07fb2"],
  form: ["#c98a12", "#e3b04b"],
  "form-text": ["#8a5a00", "#e8bb62"],
  // normal bands of wellness values
  band: ["#dfe6dc", "#26332f"],
  "band-line": ["#7f9b8c", "#5f8473"],
  // tones of badges and notices: ground, text on it
  "attention-fill": ["#e6b24a", "#e3b04b"],
  "on-attention": ["#2b1d00", "#2b1d00"],
  "attention-soft": ["#faf0d7", "#332a17"],
  "attention-text": ["#7d5200", "#ecc272"],
  "good-fill": ["#2c6e55", "#62b596"],
  "on-good": ["#ffffff", "#04211a"],
  "good-soft": ["#e3f0e8", "#1a302a"],
  "good-text": ["#1f6148", "#84d0b1"],
  "info-fill": ["#2a64b0", "#8ab8f5"],
  "on-info": ["#ffffff", "#04162e"],
  "info-soft": ["#e4ecf7", "#1b2a40"],
  "info-text": ["#22579c", "#9cc4fb"],
  "track-text": ["#a1211a", "#ff9d8d"],
  "neutral-fill": ["#e4e0d4", "#393c47"],
  "on-neutral": ["#3b3c42", "#e2dfd7"],
  // the eight states of a card: mark (border, icon), its text, its ground
  "state-planned": ["#74736d", "#9a9a97"],
  "state-planned-text": ["#56575d", "#b4b3b0"],
  "state-planned-soft": ["#fffefa", "#1d1f26"],
  "state-done": ["#2f7d5f", "#5cb896"],
  "state-done-text": ["#1f6148", "#84d0b1"],
  "state-done-soft": ["#e6f2ea", "#1a302a"],
  "state-off": ["#b98a00", "#e0b93c"],
  "state-off-text": ["#735400", "#ebcb66"],
  "state-off-soft": ["#fbf3d2", "#332d16"],
  "state-far-off": ["#c4601a", "#ee8f4a"],
  "state-far-off-text": ["#924208", "#f7ab74"],
  "state-far-off-soft": ["#fbe8d8", "#392518"],
  "state-missed": ["#b3261e", "#ff7a66"],
  "state-missed-text": ["#a1211a", "#ff9d8d"],
  "state-missed-soft": ["#f9e3df", "#3b1d1b"],
  "state-adapted": ["#5d6470", "#a5adbb"],
  "state-adapted-text": ["#4c525d", "#bdc4d0"],
  "state-adapted-soft": ["#e9ebee", "#292d36"],
  "state-excused": ["#807d74", "#8d8f97"],
  "state-excused-text": ["#5b5952", "#b0b0b2"],
  "state-excused-soft": ["#efece3", "#21232a"],
  "state-unplanned": ["#2a64b0", "#74aaf2"],
  "state-unplanned-text": ["#22579c", "#9cc4fb"],
  "state-unplanned-soft": ["#e6eef8", "#1b2a40"],
} as const satisfies Record<string, readonly [string, string]>;

export type ColourName = keyof typeof COLOURS;

/** "css" follows the page's theme; the literal ones are for mail, PDF and pictures, where no variables exist. */
export type Palette = "css" | "light" | "dark";

export function paint(palette: Palette): (name: ColourName) => string {
  if (palette === "css") return (name) => `var(--color-${name}, ${COLOURS[name][0]})`;
  const index = palette === "light" ? 0 : 1;
  return (name) => COLOURS[name][index];
}
