import {
  type ColourName,
  describeRibbon,
  layoutRibbon,
  paint,
  phaseColour,
  type RibbonBar,
  type RibbonFlag,
  type RibbonLayout,
  type RibbonWeeks,
  ribbonOfWeeks,
  ribbonSentence,
} from "./charts/index.ts";
import { type Canvas, fillBox, fillSpan, type Ink, inkOf, makeCanvas } from "./picture/canvas.ts";
import { pngOf } from "./picture/png-of.ts";

/** In points of the page or pixels of the mail. */
export const RIBBON_PNG = { width: 520, height: 56 };
/** Pictures are drawn larger than they are shown, so that they stay sharp on phones and paper. */
const SCALE = 2;
const PALE = 0.36;
const colour = paint("light");
/** The same ink for the same colour: a canvas knows inks by what they are. */
const inks = new Map<string, Ink>();

/**
 * A season ribbon as a PNG for mails and PDFs, with the sentence that says the same in words. Painted here rather than
 * from the SVG: a night makes thousands, and bars on the grid of pixels are cheap and sharp.
 */
export function ribbonPng(season: RibbonWeeks, today: string, scale = SCALE): { png: Buffer; alt: string } {
  const data = ribbonOfWeeks(season, today);
  const layout = layoutRibbon(data, RIBBON_PNG, { labels: false });
  const canvas = makeCanvas(RIBBON_PNG.width * scale, RIBBON_PNG.height * scale);
  for (const bar of layout.bars) paintBar(canvas, bar, { ground: layout.baseline, scale });
  if (layout.bars.length === 0) {
    const y = (layout.baseline - 1) * scale;
    fillBox(canvas, { x: 0, y, width: canvas.width, height: scale, ink: ink("line") });
  }
  // There is room for the races that count.
  for (const flag of layout.flags.filter(({ race }) => race.priority !== "C"))
    paintFlag(canvas, flag, { layout, scale });
  if (layout.todayX !== null) {
    const width = 1.4 * scale;
    const x = layout.todayX * scale - width / 2;
    fillBox(canvas, { x, y: 0, width, height: canvas.height, ink: ink("track") });
  }
  return { png: pngOf(canvas), alt: ribbonSentence(describeRibbon(data)) };
}

const ROUNDED_FROM = 6;

function paintBar(canvas: Canvas, bar: RibbonBar, at: { ground: number; scale: number }): void {
  const name = phaseColour(bar.week.phase);
  const [planned, done] = [bar.plannedHeight ?? 0, bar.doneHeight ?? 0];
  if (planned > done + 0.25) paintColumn(canvas, bar, { ...at, height: planned, ink: ink(name, PALE) });
  if (done > 0) paintColumn(canvas, bar, { ...at, height: done, ink: ink(name) });
}

/** A bar with a round top: volume stands on the ground. */
function paintColumn(
  canvas: Canvas,
  bar: RibbonBar,
  of: { ground: number; scale: number; height: number; ink: Ink },
): void {
  const { scale } = of;
  const height = Math.max(0.75, of.height);
  const left = Math.round(bar.x * scale);
  const right = Math.max(left + 1, Math.round((bar.x + bar.width) * scale));
  const top = Math.round((of.ground - height) * scale);
  const bottom = Math.round(of.ground * scale);
  const radius = bar.width < ROUNDED_FROM ? 0 : Math.min(1.75, height) * scale;
  for (let y = top; y < bottom; y += 1) {
    const rise = radius - (y - top) - 0.5;
    const inset = rise > 0 ? radius - Math.sqrt(radius * radius - rise * rise) : 0;
    fillSpan(canvas, y, { from: left + inset, to: right - inset, ink: of.ink });
  }
}

/** A pole and a cloth with two tails: filled for the goal, outlined for a lesser race. */
function paintFlag(
  canvas: Canvas,
  { race, x }: RibbonFlag,
  { layout, scale }: { layout: RibbonLayout; scale: number },
): void {
  const size = Math.min(0.75, layout.height / 60) * scale;
  const [width, height, top] = [12 * size, 9 * size, 0.5 * scale];
  const pole = 1.1 * scale;
  const foot = layout.baseline * scale - top;
  fillBox(canvas, { x: x * scale - pole / 2, y: top, width: pole, height: foot, ink: ink("ink") });
  const leftwards = x * scale + width > canvas.width;
  const cloth = (inset: number, name: ColourName) => {
    const middle = top + height / 2;
    for (let y = Math.round(top + inset); y < Math.round(top + height - inset); y += 1) {
      const tail = Math.min(1, Math.abs(y + 0.5 - middle) / (height / 2));
      const reach = width * (0.68 + 0.32 * tail) - inset * 1.5;
      const [from, to] = leftwards
        ? [x * scale - reach, x * scale - inset]
        : [x * scale + inset, x * scale + reach];
      fillSpan(canvas, y, { from, to, ink: ink(name) });
    }
  };
  cloth(0, "ink");
  if (race.priority !== "A") cloth(pole, "paper");
}

function ink(name: ColourName, alpha = 1): Ink {
  const key = `${name} ${alpha}`;
  const known = inks.get(key) ?? inkOf(colour(name), alpha);
  inks.set(key, known);
  return known;
}
