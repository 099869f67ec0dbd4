import { encodeFit, type FitRecord } from "../../files/fit/encode.ts";

/** 2026-03-01T07:00:00Z in seconds of the FIT epoch. */
export const START = 1_141_282_800;
const MINUTES = 30;

/** The messages of half an hour's run, a record a minute. */
export function runMessages(change: { startS?: number; hr?: number; lat?: number } = {}): FitRecord[] {
  const start = change.startS ?? START;
  const u32 = (num: number, value: number) => ({ num, type: "uint32" as const, value });
  const records = Array.from({ length: MINUTES + 1 }, (_, minute) => ({
    num: 20,
    fields: [
      u32(253, start + minute * 60),
      u32(5, minute * 18_000),
      u32(0, change.lat ?? 714_000_000 + minute * 2_000),
      u32(1, 127_000_000),
      { num: 3, type: "enum" as const, value: change.hr ?? 150 },
    ],
  }));
  const session = {
    num: 18,
    fields: [
      u32(253, start + MINUTES * 60),
      u32(2, start),
      u32(7, MINUTES * 60_000),
      u32(8, MINUTES * 60_000),
      u32(9, MINUTES * 18_000),
      { num: 5, type: "enum" as const, value: 1 },
    ],
  };
  return [{ num: 0, fields: [{ num: 0, type: "enum", value: 4 }] }, ...records, session];
}

export const fitRun = (change: Parameters<typeof runMessages>[0] = {}) => encodeFit(runMessages(change));

/** Half an hour's run as GPX, with whatever stands in place of its points' details. */
export function gpxRun({ day = "2026-03-01", extra = "", head = "" } = {}): string {
  const points = Array.from({ length: MINUTES + 1 }, (_, minute) => {
    const time = `${day}T07:${String(minute).padStart(2, "0")}:00Z`;
    return `<trkpt lat="${(59.9 + minute * 0.0018).toFixed(4)}" lon="10.7"><ele>100</ele><time>${time}</time>${extra}</trkpt>`;
  });
  return `<?xml version="1.0"?>${head}<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><type>running</type><trkseg>${points.join("\n")}</trkseg></trk></gpx>`;
}

/** Half an hour's run as TCX. */
export function tcxRun({ distanceM = "5400", seconds = "1800", hr = "150" } = {}): string {
  const points = Array.from({ length: MINUTES + 1 }, (_, minute) => {
    const time = `2026-03-01T07:${String(minute).padStart(2, "0")}:00Z`;
    return `<Trackpoint><Time>${time}</Time><DistanceMeters>${minute * 180}</DistanceMeters><HeartRateBpm><Value>${hr}</Value></HeartRateBpm></Trackpoint>`;
  });
  return `<?xml version="1.0"?><TrainingCenterDatabase><Activities><Activity Sport="Running"><Id>2026-03-01T07:00:00Z</Id><Lap StartTime="2026-03-01T07:00:00Z"><TotalTimeSeconds>${seconds}</TotalTimeSeconds><DistanceMeters>${distanceM}</DistanceMeters><Track>${points.join("\n")}</Track></Lap></Activity></Activities></TrainingCenterDatabase>`;
}

/** A log of three runs. */
export const csvLog =
  "Date,Type,Distance (km),Duration,Notes\n2026-01-05 07:00:00,Running,10.0,50:00,easy\n2026-01-07 07:00:00,Running,8.0,40:00,\n2026-01-09 07:00:00,Running,12.5,1:02:30,long\n";
