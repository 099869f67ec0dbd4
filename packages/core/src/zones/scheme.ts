/** The schemes zones may be drawn in. A chart holds one of them: their numbers do not mean the same. */
export type ZoneScheme =
  | "article"
  | "percent-max-hr"
  | "heart-rate-reserve"
  | "friel-hr"
  | "friel-pace"
  | "three-zone-hr"
  | "three-zone-pace";

/**
 * One zone: from `low` (included) to `high` (not included); null: open-ended. In beats a minute for heart rate, in
 * seconds a kilometre for pace, where `low` is the fast end.
 */
export type Zone = { zone: string; name: string; low: number | null; high: number | null };

/** Zones in one scheme, with what they were made from. */
export type ZoneTable = {
  scheme: ZoneScheme;
  unit: "bpm" | "s/km";
  zones: Zone[];
  /** Whether a threshold or maximum behind it was estimated and not measured. */
  estimated: boolean;
};

/** The zone a value falls into, or null outside all of them. */
export function zoneOf(table: ZoneTable, value: number): Zone | null {
  if (!Number.isFinite(value)) return null;
  const inside = (zone: Zone) =>
    (zone.low === null || value >= zone.low) && (zone.high === null || value < zone.high);
  return table.zones.find(inside) ?? null;
}
