import type { IsoDate } from "@repo/core/calendar";

/** A peak of another season of the same athlete. */
export type OtherPeak = {
  start: IsoDate;
  /** The season's name. */
  season: string;
  /** Its goal races. */
  races: readonly { date: IsoDate; name: string | null; distanceM: number }[];
};
