import { dayNumber, fromDayNumber } from "@repo/core/calendar";
import { EWMA_CONVENTIONS } from "@repo/core/stats";
import { type FormMoment, type LoadState, RING_DAYS } from "./load-state.ts";

/** Grows when the layout or the meaning of a field changes: what was packed by another one is computed again. */
const LAYOUT = 1;
const MOMENTS: readonly FormMoment[] = ["start-of-day", "end-of-day"];
const RAMP_DAYS = 7;
const NONE = -0x80000000;
const BYTES = 24 + 8 * (6 + RAMP_DAYS) + 4 * RING_DAYS;

/**
 * A load state as 368 bytes: what a night reads and an edit writes. Averages keep every bit, loads are whole tenths.
 *
 * @throws {RangeError} for a state before its first day
 */
export function packLoadState(state: LoadState): Uint8Array {
  if (state.lastDay === null) throw new RangeError("a state before its first day holds nothing to keep");
  const view = new DataView(new ArrayBuffer(BYTES));
  const { settings } = state;
  view.setUint8(0, LAYOUT);
  view.setUint8(1, EWMA_CONVENTIONS.indexOf(settings.convention));
  view.setUint8(2, MOMENTS.indexOf(settings.formAt));
  view.setUint8(3, state.seeded ? 1 : 0);
  view.setInt32(4, dayNumber(state.lastDay));
  view.setInt32(8, state.days);
  view.setInt32(12, state.silentDays);
  view.setInt32(16, state.daysSinceGap ?? NONE);
  view.setUint16(20, state.recentFitness.length);
  view.setUint16(22, state.ring.length);
  const { fitness, fatigue, priorFitness, priorFatigue, recentFitness, ring } = state;
  const doubles = [
    settings.fitnessTauDays,
    settings.fatigueTauDays,
    fitness,
    fatigue,
    priorFitness,
    priorFatigue,
  ];
  [...doubles, ...recentFitness].forEach((value, index) => {
    view.setFloat64(24 + 8 * index, value);
  });
  const from = 24 + 8 * (6 + RAMP_DAYS);
  ring.forEach((load, index) => {
    view.setInt32(from + 4 * index, load ?? NONE);
  });
  return new Uint8Array(view.buffer);
}

/** The state again, bit for bit; null when it was packed by another layout. */
export function unpackLoadState(bytes: Uint8Array): LoadState | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength !== BYTES || view.getUint8(0) !== LAYOUT) return null;
  const double = (index: number) => view.getFloat64(24 + 8 * index);
  const [daysSinceGap, ringFrom] = [view.getInt32(16), 24 + 8 * (6 + RAMP_DAYS)];
  return {
    settings: {
      convention: EWMA_CONVENTIONS[view.getUint8(1)] ?? "exp",
      fitnessTauDays: double(0),
      fatigueTauDays: double(1),
      formAt: MOMENTS[view.getUint8(2)] ?? "start-of-day",
    },
    lastDay: fromDayNumber(view.getInt32(4)),
    fitness: double(2),
    fatigue: double(3),
    priorFitness: double(4),
    priorFatigue: double(5),
    days: view.getInt32(8),
    silentDays: view.getInt32(12),
    daysSinceGap: daysSinceGap === NONE ? null : daysSinceGap,
    seeded: view.getUint8(3) === 1,
    recentFitness: Array.from({ length: view.getUint16(20) }, (_, index) => double(6 + index)),
    ring: Array.from({ length: view.getUint16(22) }, (_, index) => {
      const load = view.getInt32(ringFrom + 4 * index);
      return load === NONE ? null : load;
    }),
  };
}
