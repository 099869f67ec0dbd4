const LARGEST = 1e9; // beyond any real value, small enough that differences and pixels stay finite
const FINEST = 1e6; // a millionth: finer differences would only break scales

/** The number itself, held within what a picture can show; null when it is none. */
export function drawable(value: number | null | undefined): number | null {
  if (value === null || value === undefined || Number.isNaN(value)) return null;
  const held = Math.min(LARGEST, Math.max(-LARGEST, value));
  return Math.round(held * FINEST) / FINEST + 0;
}

export function drawableOrZero(value: number | null | undefined): number {
  return drawable(value) ?? 0;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** A side of a picture: whole, at least 8 and never absurd. */
export function side(value: number): number {
  return Number.isFinite(value) ? clamp(Math.round(value), 8, 8000) : 8;
}

/** At most one decimal for people; the sign is a real minus. */
export function figure(value: number | null, decimals = 0): string {
  if (value === null) return "not known";
  const text = value.toFixed(decimals);
  return (Number(text) === 0 ? text.replace("-", "") : text).replace("-", "−");
}

export function rounded(value: number | null | undefined, decimals = 1): number | null {
  const safe = drawable(value);
  if (safe === null) return null;
  const scale = 10 ** decimals;
  return Math.round(safe * scale) / scale + 0;
}
