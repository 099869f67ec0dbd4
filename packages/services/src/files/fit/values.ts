import type { FitMessage } from "./messages.ts";
import { FIT_EPOCH_S } from "./profile.ts";

/** A field as one number (the first of an array), or null. */
export function numberOf(message: FitMessage, field: number): number | null {
  const value = message.fields.get(field);
  const single = Array.isArray(value) ? value.find((item) => !Number.isNaN(item)) : value;
  return typeof single === "number" ? single : null;
}

/** A field as one number divided by its scale, or null. */
export function scaledOf(message: FitMessage, field: number, scale: number): number | null {
  const value = numberOf(message, field);
  return value === null ? null : value / scale;
}

/** A field as text, or null. */
export function textOf(message: FitMessage, field: number): string | null {
  const value = message.fields.get(field);
  return typeof value === "string" ? value : null;
}

/** A timestamp field in Unix seconds, or null. Values below 2^28 are seconds since power-on, not dates. */
export function timeOf(message: FitMessage, field: number): number | null {
  const value = numberOf(message, field);
  return value === null ? null : value + FIT_EPOCH_S;
}

/** The first message of a kind. */
export function first(messages: readonly FitMessage[], num: number): FitMessage | undefined {
  return messages.find((message) => message.num === num);
}
