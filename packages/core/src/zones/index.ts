export {
  ARTICLE_ZONES,
  type ArticleZone,
  articleZoneOfRpe,
  type TalkTest,
} from "./article-zones.ts";
export { describePaces, type PaceDescription } from "./describe-paces.ts";
export { estimateMaxHr, MAX_HR_ERROR_BPM, type MaxHrFormula } from "./estimate-max-hr.ts";
export { hrAtReserve, reserveFraction } from "./heart-rate-reserve.ts";
export { HEART_SCHEMES, type HeartScheme, heartZoneTable } from "./heart-zone-table.ts";
export { type HeartSamples, observedMaxHr } from "./observed-max-hr.ts";
export { type Zone, type ZoneScheme, type ZoneTable, zoneOf } from "./scheme.ts";
export { plausibleHr, type TimeInZone, timeInZone, type ZoneSample } from "./time-in-zone.ts";
export {
  articleHrZones,
  frielHrZones,
  frielPaceZones,
  frielZoneOfHrPct,
  frielZoneOfPacePct,
  percentMaxHrZones,
  reserveZones,
  threeZonesHr,
  threeZonesPace,
} from "./zone-tables.ts";
