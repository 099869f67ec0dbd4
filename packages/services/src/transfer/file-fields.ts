/**
 * What a file said in a way that no column keeps (an id that is no UUID, an instant with an offset): stored under
 * these names beside the fields that we do not know, given back on export.
 */
export type FileFields = {
  fileId?: string;
  fileStartTime?: string;
  filePlannedWorkoutId?: string;
};

const NAMES = ["fileId", "fileStartTime", "filePlannedWorkoutId"] as const;

/** An object without the file's own fields, and those fields. */
export function takeFileFields<T extends object>(value: T): { rest: T; file: FileFields } {
  const rest = { ...value } as Record<string, unknown>;
  const file: FileFields = {};
  for (const name of NAMES) {
    const text = rest[name];
    if (typeof text === "string") file[name] = text;
    delete rest[name];
  }
  return { rest: rest as T, file };
}

/** Null instead of an empty object: a row without anything extra has none. */
export function orNull(extra: Record<string, unknown>): Record<string, unknown> | null {
  const entries = Object.entries(extra).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Whether a text names an uploaded file by its content, and a session in it. */
export function isRecording(text: string): boolean {
  return /^file:[0-9a-f]{64}:\d{1,4}$/.test(text);
}
