type Versioned = { id: string; version: number };

/** Versions that our own changes left behind, by "id version", and what followed them. */
const followed = new Map<string, number>();

/** Remembers what a change made of the workouts it touched. */
export function followVersions(answer: unknown): void {
  const { workouts } = (answer ?? {}) as { workouts?: readonly Versioned[] };
  for (const { id, version } of workouts ?? []) followed.set(`${id} ${version - 1}`, version);
}

/** A change as it is sent: our own earlier change of a workout is no one else's, so its version is followed. */
export function upToDate(input: Record<string, unknown>): Record<string, unknown> {
  const { ops } = input as { ops?: readonly Record<string, unknown>[] };
  if (ops) return { ...input, ops: ops.map(upToDate) };
  if (!isVersioned(input)) return input;
  const { id } = input;
  let { version } = input;
  for (let next = followed.get(`${id} ${version}`); next; next = followed.get(`${id} ${version}`))
    version = next;
  return { ...input, version };
}

function isVersioned(input: Record<string, unknown>): input is Record<string, unknown> & Versioned {
  return typeof input.id === "string" && typeof input.version === "number";
}
