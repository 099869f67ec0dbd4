import { formatDuration } from "@repo/core/units";

/** A time such as 42:10 or 1:02:33; a dash where none is known. */
export function Duration({ seconds }: { seconds: number | null }) {
  return <span className="type-figure whitespace-nowrap">{formatDuration(seconds ?? Number.NaN)}</span>;
}
