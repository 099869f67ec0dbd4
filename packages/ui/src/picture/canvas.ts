/** Red, green and blue 0–255, alpha 0–1. */
export type Ink = { red: number; green: number; blue: number; alpha: number };

/**
 * A picture whose pixels are places in a palette; place 0 is fully transparent. Each row begins with a zero, as PNG wants
 * it: "not filtered".
 */
export type Canvas = {
  width: number;
  height: number;
  rows: Uint8Array;
  palette: Ink[];
  /** What a colour laid over another gives, so that each mixture is worked out once. */
  mixtures: Map<number, number>;
  inks: Map<Ink, number>;
};

const CLEAR: Ink = { red: 0, green: 0, blue: 0, alpha: 0 };
const MOST_COLOURS = 256;
/** Edges between pixels are drawn in so many steps: more would be more colours than an eye sees. */
const STEPS = 4;

export function makeCanvas(width: number, height: number): Canvas {
  const rows = new Uint8Array((width + 1) * height);
  return { width, height, rows, palette: [CLEAR], mixtures: new Map(), inks: new Map() };
}

/** A colour of the palette of charts ("#3d7d68") as an ink. */
export function inkOf(hex: string, alpha = 1): Ink {
  const value = Number.parseInt(hex.slice(1), 16);
  return { red: value >> 16, green: (value >> 8) & 255, blue: value & 255, alpha };
}

/** Fills part of one row, from x = `from` up to `to`; pixels that are covered in part are painted in part. */
export function fillSpan(canvas: Canvas, y: number, span: { from: number; to: number; ink: Ink }): void {
  const [from, to] = [Math.max(0, span.from), Math.min(canvas.width, span.to)];
  if (y < 0 || y >= canvas.height || to <= from) return;
  const [first, last] = [Math.ceil(from), Math.floor(to)];
  if (first > last) {
    paint(canvas, [first - 1, first, y], { ink: span.ink, share: to - from });
    return;
  }
  paint(canvas, [first - 1, first, y], { ink: span.ink, share: first - from });
  paint(canvas, [first, last, y], { ink: span.ink, share: 1 });
  paint(canvas, [last, last + 1, y], { ink: span.ink, share: to - last });
}

/** Fills a rectangle with whole pixels, so that its edges are sharp; what is there is at least one pixel. */
export function fillBox(
  canvas: Canvas,
  box: { x: number; y: number; width: number; height: number; ink: Ink },
): void {
  const [left, top] = [Math.round(box.x), Math.round(box.y)];
  const right = Math.max(left + 1, Math.round(box.x + box.width));
  const bottom = Math.max(top + 1, Math.round(box.y + box.height));
  for (let y = top; y < bottom; y += 1) fillSpan(canvas, y, { from: left, to: right, ink: box.ink });
}

function paint(
  canvas: Canvas,
  [first, end, y]: readonly [number, number, number],
  { ink, share }: { ink: Ink; share: number },
): void {
  const step = Math.round(share * STEPS);
  if (step === 0 || end <= first) return;
  const { rows } = canvas;
  const row = y * (canvas.width + 1) + 1;
  let [below, mixed] = [-1, 0];
  for (let at = row + first; at < row + end; at += 1) {
    const now = rows[at] as number;
    if (now !== below) {
      below = now;
      mixed = mixtureOf(canvas, now, { ink, step });
    }
    rows[at] = mixed;
  }
}

function mixtureOf(canvas: Canvas, below: number, { ink, step }: { ink: Ink; step: number }): number {
  const key = (idOf(canvas, ink) * MOST_COLOURS + below) * (STEPS + 1) + step;
  const known = canvas.mixtures.get(key);
  if (known !== undefined) return known;
  const mixed = mix(ink, (ink.alpha * step) / STEPS, canvas.palette[below] ?? CLEAR);
  // A full palette keeps what is below: only a picture of hundreds of colours gets there.
  const index = canvas.palette.length < MOST_COLOURS ? canvas.palette.push(mixed) - 1 : below;
  canvas.mixtures.set(key, index);
  return index;
}

function idOf({ inks }: Canvas, ink: Ink): number {
  const known = inks.get(ink);
  if (known !== undefined) return known;
  inks.set(ink, inks.size);
  return inks.size - 1;
}

function mix(upper: Ink, alpha: number, lower: Ink): Ink {
  const rest = lower.alpha * (1 - alpha);
  const all = alpha + rest;
  const channel = (above: number, under: number) =>
    all === 0 ? 0 : Math.round((above * alpha + under * rest) / all);
  return {
    red: channel(upper.red, lower.red),
    green: channel(upper.green, lower.green),
    blue: channel(upper.blue, lower.blue),
    alpha: all,
  };
}
