import { expect, test } from "vitest";
import { readImportFile } from "../imports/import-file.ts";
import { readActivityFile, readActivityLog, readJsonLog } from "./index.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const log = (text: string) => readActivityLog(bytes(text));
const line = (text: string) => log(text).activities[0];
const json = (value: unknown) => {
  const read = readJsonLog(bytes(JSON.stringify(value)));
  return read?.kind === "activities" ? read.activities : [];
};

/** A run of 10.5 km in 50 minutes on 2026-01-05 at 07:30, as programs and people write it. */
const RUN = { date: "2026-01-05", time: "07:30:00", distanceM: 10_500, durationS: 3_000 };

test.each([
  // Days.
  "Date,Distance (km),Duration\n05/01/26 07:30,10.5,50:00\n13/01/26 07:30,9,50:00\n",
  "Date,Distance (km),Duration\n1/5/26 7:30 AM,10.5,50:00\n",
  "Date,Distance (km),Duration\n05.01.26 07:30,10.5,50:00\n",
  'Date,Distance (km),Duration\n"Mon, 5 Jan 2026 7:30",10.5,50:00\n',
  'Start,Zeit,Distanz\n"Mo, 5 Jan 2026 7:30",50:00,"10,50"\n',
  'Date,Distance (km),Duration\n"January 5, 2026 at 7:30 AM",10.5,50:00\n',
  "Date,Distance (km),Duration\n5-Jan-26 7:30,10.5,50:00\n",
  "Date,Distance (km),Duration\n46027.3125,10.5,50:00\n",
  "Date,Distance (km),Duration\n20260105T073000,10.5,50:00\n",
  "Date,Start time,Total distance (km),Duration\n2026-01-05,07:30,10.5,00:50:00\n",
  // Lengths and times, with and without their units.
  "Date,Distance,Duration\n2026-01-05 07:30,10.5 km,50 min\n",
  'Date;Distance;Duration\n2026-01-05 07:30;"10,5 km";50:00\n',
  "Date,Distance,Duration\n2026-01-05 07:30,10500 m,0:50:00\n",
  "Date,Distance,Duration\n2026-01-05 07:30,10 500 m,PT50M\n",
  "Date,Distance,Duration\n2026-01-05 07:30,10.5,0 days 00:50:00\n",
  "Date,Distance,Duration\n2026-01-05 07:30,10.5,50'00\"\n",
  "Date,Distance,Duration\n2026-01-05 07:30,10.5,50\n",
  "Date,Distance,Duration\n2026-01-05 07:30,10500,50\n",
  "Date,Distance,Duration\n2026-01-05 07:30,10500,3000000\n",
  "Date,Distance,Duration (ms)\n2026-01-05 07:30,10500,3000000\n",
  "Date,Distance (km),Avg Pace\n2026-01-05 07:30,10.5,4:45.714 /km\n".replace(".714", ""),
  "Start,End,Distance (km)\n2026-01-05 07:30,2026-01-05 08:20,10.5\n",
  // Tables around the table.
  "My runs\n\nDate,Distance (km),Duration,Notes\n2026-01-05 07:30,10.5,50:00,a\n",
  "Date\tDistance (km)\tDuration\n2026-01-05 07:30\t10.5\t50:00\n",
  "Datum;Distanz;Dauer;Notiz\n05.01.2026 07:30;10,5;50:00;leicht, locker, flach, kühl, gut\n",
  // Programs' interfaces, written as tables.
  "name,distance,moving_time,elapsed_time,start_date_local\nRun,10500.0,3000,3100,2026-01-05T07:30:00Z\n",
  "activityName,startTimeLocal,distance,movingDuration\nRun,2026-01-05 07:30:00,10500.0,3000.0\n",
])("%j", (text) => {
  const read = line(text);
  expect(read).toMatchObject({ date: RUN.date, time: RUN.time, isUtc: false });
  expect(Math.round(read?.distanceM ?? 0)).toBe(10_500);
  // A pace is written to the whole second.
  expect(Math.abs((read?.durationS ?? 0) - RUN.durationS)).toBeLessThan(10);
});

test("times that carry their zone are instants, unless their column calls them local", () => {
  const start = (name: string, cell: string) => {
    const { date, time, isUtc } = line(`${name},distance,moving_time\n${cell},10500,3000\n`) ?? {};
    return `${date} ${time} ${isUtc ? "UTC" : "local"}`;
  };
  expect(start("start_date", "2026-01-05T06:30:00Z")).toBe("2026-01-05 06:30:00 UTC");
  expect(start("start_date", "2026-01-05T00:30:00+02:00")).toBe("2026-01-04 22:30:00 UTC");
  expect(start("start_date_local", "2026-01-05T07:30:00Z")).toBe("2026-01-05 07:30:00 local");
  expect(start("start_time", "1767594600")).toBe("2026-01-05 06:30:00 UTC");
  expect(start("start_time", "1767594600000")).toBe("2026-01-05 06:30:00 UTC");
});

test("miles are read where the cell, another column, or strides and steps say so", () => {
  const metres = (text: string) => Math.round(line(text)?.distanceM ?? 0);
  expect(metres("Date,Distance,Duration\n2026-01-05,6.2 mi,50:00\n")).toBe(9_978);
  expect(metres("Date,Distance,Time,Average Speed (mph)\n2026-01-05,6.2,50:00,7.4\n")).toBe(9_978);
  expect(metres("Date,Distance,Time,Avg Pace\n2026-01-05,6.2,50:00,8:04 /mi\n")).toBe(9_978);
  // 178 steps a minute of 1.12 m are 9,968 m in 50 minutes.
  const garmin = (distance: string) =>
    `Activity Type,Date,Distance,Time,Avg Run Cadence,Avg Stride Length\nRunning,2026-01-05 07:30:00,${distance},00:50:00,178,1.12\n`;
  expect(metres(garmin("6.2"))).toBe(9_978);
  expect(metres(garmin("9.98"))).toBe(9_980);
});

test("a swim in metres among runs in kilometres is repaired and named", () => {
  const { activities, remarks } = log(
    "Activity Type,Date,Distance,Time\nRunning,2026-01-05,10.5,50:00\nRunning,2026-01-06,8.2,40:00\nPool Swimming,2026-01-07,750,20:00\n",
  );
  expect(activities.map(({ distanceM }) => distanceM)).toEqual([10_500, 8_200, 750]);
  expect(remarks).toEqual([{ line: 4, code: "repaired", text: "distance 750 read as 0.75 km" }]);
});

test("days that could be either are read in the order in which the log stands", () => {
  const rows = ["01/02", "01/05", "01/09", "02/01", "02/03"].map((day) => `${day}/2026,8,40:00`);
  const days = log(`Date,Distance (km),Duration\n${rows.join("\n")}\n`).activities.map(({ date }) => date);
  expect(days).toEqual(["2026-01-02", "2026-01-05", "2026-01-09", "2026-02-01", "2026-02-03"]);
});

test("the lists of programs' interfaces are read from JSON as from tables", () => {
  const strava = {
    id: 1,
    name: "Morning Run",
    distance: 10500.4,
    moving_time: 3000,
    elapsed_time: 3100,
    total_elevation_gain: 85.2,
    type: "Run",
    sport_type: "TrailRun",
    start_date: "2026-01-05T06:30:00Z",
    start_date_local: "2026-01-05T07:30:00Z",
    average_heartrate: 151.2,
    max_heartrate: 172,
    map: { id: "a1" },
  };
  const expected = {
    ...RUN,
    distanceM: 10_500.4,
    sport: "run",
    elevationGainM: 85.2,
    avgHr: 151.2,
    maxHr: 172,
  };
  expect(json([strava])).toMatchObject([expected]);
  expect(json({ activities: [strava] })).toMatchObject([expected]);
  const intervals = { ...strava, id: "i1", icu_rpe: 4, icu_training_load: 61 };
  expect(json([intervals])).toMatchObject([{ ...expected, rpe: 4 }]);
  const garmin = {
    activityId: 7,
    activityName: "Run",
    startTimeLocal: "2026-01-05 07:30:00",
    distance: 10500,
    duration: 3010.5,
    movingDuration: 3000,
    averageHR: 151,
    activityType: { typeId: 1, typeKey: "street_running" },
  };
  expect(json([garmin])).toMatchObject([{ ...RUN, sport: "run", title: "Run", avgHr: 151 }]);
  const polar = {
    startTime: "2026-01-05T07:30:00.000",
    duration: "PT3000.5S",
    distance: 10500,
    exercises: [{ sport: "RUNNING", duration: "PT3000.5S" }],
  };
  expect(json(polar)).toMatchObject([{ ...RUN, durationS: 3_001, sport: "run" }]);
  expect(json([{ hello: "world" }])).toEqual([]);
});

test("sports that services write in one word are known", () => {
  const sport = (type: string) =>
    line(`Date,Type,Distance (km),Duration\n2026-01-05,${type},10,50:00\n`)?.sport;
  expect(
    ["VirtualRide", "EBikeRide", "TrailRun", "street_running", "lap_swimming", "WeightTraining"].map(sport),
  ).toEqual(["ride", "ride", "run", "run", "swim", "strength"]);
});

test("a table in UTF-16 needs no name to be known", () => {
  const text = "Date\tDistance (km)\tDuration\n2026-01-05\t10.5\t50:00\n";
  const units = [...text].flatMap((letter) => [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8]);
  for (const content of [Uint8Array.from([0xff, 0xfe, ...units]), Uint8Array.from(units)]) {
    const read = readImportFile({ name: "export", bytes: content });
    expect(read.kind === "log" && read.log.activities).toMatchObject([
      { distanceM: 10_500, durationS: 3_000 },
    ]);
  }
});

test.each([
  ["<!DOCTYPE html><html><head><title>Log in</title></head></html>", /web page.*Sign in/],
  ["\n<html lang=en><body>", /web page/],
  ["PK\u0003\u0004rest", /zip archive/],
  ['<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"></kml>', /KML/],
  ['{"message":"Authorization Error"}', /JSON/],
  ["\u0000".repeat(500), /nothing but zeros/],
])("what is no recording says what it is: %j", (text, sentence) => {
  expect(() => readActivityFile(bytes(text))).toThrow(sentence);
});

test.each([
  "Date|Distance|Duration|Avg HR\n2026-01-05|10.5|50:00|150\n",
  "Datum\tkm\tmin\tMedelpuls\n5.1.2026\t10,5\t50\t150\n",
  "Дата;Дистанция;Время;Средний пульс\n05.01.2026;10,5;50:00;150\n",
  "日付,距離,タイム,平均心拍数\n2026/01/05,10.5,50:00,150\n",
  "Date;Duration;Distance;FC moy\n05.01.2026 06:13;0:50'00;10.50 km;150\n",
  "Date,Distance,Pace,Avg HR\n2026-01-05,10.5,4:45.714,150\n",
])("days, lengths and pulses of further programs: %j", (text) => {
  const [activity] = readActivityLog(new TextEncoder().encode(text)).activities;
  expect(activity).toMatchObject({ date: "2026-01-05", distanceM: 10_500, avgHr: 150, sport: "run" });
  expect(activity?.durationS).toBeCloseTo(3000, 0);
});

test("sports named in Nordic languages are no runs by mistake", () => {
  const text =
    "Aktivitetstype;Dato;Distanse;Tid\nLøping;2026-01-05;10,5;50:00\nSykling;2026-01-06;30,5;1:20:00\nStyrketrening;2026-01-07;;40:00\nVandring;2026-01-08;12;2:40:00\n";
  const { activities } = readActivityLog(new TextEncoder().encode(text));
  expect(activities.map(({ sport }) => sport)).toEqual(["run", "ride", "strength", "hike"]);
});
