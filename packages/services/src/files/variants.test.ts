import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { gpxRun, runMessages, START, tcxRun } from "../imports/hostile/sound-files.ts";
import { encodeFit, type FitRecord } from "./fit/encode.ts";
import { readActivityFile, readActivityLog } from "./index.ts";

const read = (text: string) => readActivityFile(new TextEncoder().encode(text));
const line = (text: string) => readActivityLog(new TextEncoder().encode(text)).activities[0];
const trackOf = (day: string) => /<trk>.*<\/trk>/s.exec(gpxRun({ day }))?.[0] ?? "";

test("tracks of two days are two sessions in the order of their days, whatever their order in the file", () => {
  const { sessions } = read(`<gpx>${trackOf("2026-03-02")}${trackOf("2026-03-01")}</gpx>`);
  expect(sessions.map(({ startTime }) => startTime)).toEqual([
    "2026-03-01T07:00:00Z",
    "2026-03-02T07:00:00Z",
  ]);
  for (const session of sessions)
    expect(session).toMatchObject({ timerS: 1800, elapsedS: 1800, records: 31 });
});

test.each(["trail_running", "VirtualRun", "street_running"])("a track of the type %s is a run", (type) => {
  expect(read(gpxRun().replace(">running<", `>${type}<`)).sessions[0]?.sport).toBe("run");
});

test("times say UTC by name, or an offset of hours alone", () => {
  expect(read(gpxRun().replaceAll("00Z</time>", "00 UTC</time>")).sessions[0]?.startTime).toBe(
    "2026-03-01T07:00:00Z",
  );
  expect(read(gpxRun().replaceAll("00Z</time>", "00+02</time>")).sessions[0]?.startTime).toBe(
    "2026-03-01T05:00:00Z",
  );
});

test("a bare < in a note loses nothing, and a prefix may hold a dot", () => {
  const noted = tcxRun().replace("<Lap ", "<Notes>pace < 5 & fine</Notes><Lap ");
  expect(read(noted).sessions[0]).toMatchObject({ distanceM: 5400, timerS: 1800 });
  const prefixed = tcxRun().replace(/<(\/?)([A-Za-z])/g, "<$1t.v2:$2");
  expect(read(prefixed).sessions[0]).toMatchObject({ distanceM: 5400, timerS: 1800 });
});

test("laps whose totals are zeros are told by their points; an activity with nothing in it is refused", () => {
  const zeros = tcxRun({ distanceM: "0", seconds: "0" });
  expect(read(zeros).sessions[0]).toMatchObject({ distanceM: 5400, timerS: 1800 });
  expect(() => read(tcxRun().replace(/<Lap.*<\/Lap>/s, ""))).toThrow(/no time and no point/);
});

test.each([
  "Datum;Afstand;Tijd\n05.01.2026;10,5;50:00\n",
  "sep=;\nFecha;Distancia;Tiempo\n05-01-2026;10,5;50:00,4\n",
  "Date,Distance [km],Duration (min)\n2026-01-05,10.5,50\n",
  "Date,km,minutes\n2026-01-05,10.5,50\n",
  "Date,Distance,Duration\n2026-01-05,10.5,50m\n",
  "Date,km,minutes\n2026-01-05,10.5,50:00\n",
  "Date,Distance,Duration\n2026-01-05,10.5,0h 50min\n",
])("a table with the columns of another language or program: %j", (text) => {
  expect(line(text)).toMatchObject({ date: "2026-01-05", distanceM: 10_500, durationS: 3000 });
});

test("metres climbed have no decimals, whatever sets their thousands apart", () => {
  const climbed = (cell: string) =>
    line(`Date,Distance,Time,Elevation Gain\n2026-01-05,10.5,50:00,"${cell}"\n`)?.elevationGainM;
  expect([climbed("1,200"), climbed("1.200"), climbed("85.5")]).toEqual([1200, 1200, 85.5]);
});

test("a header that names half of the bytes hides nothing", () => {
  const lying = encodeFit(runMessages()).slice();
  const whole = readActivityFile(lying).sessions[0];
  new DataView(lying.buffer).setUint32(4, Math.floor(lying.length / 2), true);
  const { sessions, warnings } = readActivityFile(lying);
  expect(sessions[0]).toMatchObject({
    distanceM: whole?.distanceM,
    timerS: whole?.timerS,
    records: whole?.records,
  });
  expect(warnings.map(({ code }) => code)).toContain("wrong-size");
});

test("a file that breaks off in its second leg keeps that leg", () => {
  const next = Array.from({ length: 3 }, (_, part) => runMessages({ startS: START + 2_400 + part * 1_860 }));
  const legs = next
    .flatMap((leg) => leg.filter(({ num }) => num === 20))
    .map((record, index) => ({
      ...record,
      fields: record.fields.map((field) =>
        // The counter runs on from the first leg's 5,400 m.
        field.num === 5 && field.type === "uint32" ? { ...field, value: 540_000 + index * 10_000 } : field,
      ),
    }));
  const whole = encodeFit([...runMessages(), ...legs]);
  const { sessions } = readActivityFile(whole.subarray(0, whole.length - 2));
  expect(sessions.map(({ timerS, records, distanceM }) => [timerS, records, distanceM])).toEqual([
    [1800, 31, 5400],
    [5520, 93, 9200],
  ]);
});

test("documents behind one another in one file are all read", () => {
  const twice = (one: string, other: string) =>
    read(one + other).sessions.map(({ startTime, timerS }) => [startTime, timerS]);
  const expected = [
    ["2026-03-01T07:00:00Z", 1800],
    ["2026-03-02T07:00:00Z", 1800],
  ];
  expect(twice(gpxRun(), gpxRun({ day: "2026-03-02" }))).toEqual(expected);
  expect(twice(tcxRun(), `\n${tcxRun().replaceAll("2026-03-01", "2026-03-02")}`)).toEqual(expected);
});

test("a session that a file holds twice is counted once, and that is said", () => {
  const activity = /<Activity .*<\/Activity>/s.exec(tcxRun())?.[0] ?? "";
  for (const file of [
    read(tcxRun().replace(activity, activity + activity)),
    read(gpxRun() + gpxRun()),
    read(
      `<gpx>${trackOf("2026-03-01")}${trackOf("2026-03-01").replace(/<trkpt.{900,1200}<trkpt/s, "<trkpt")}</gpx>`,
    ),
  ]) {
    expect(file.sessions).toMatchObject([{ timerS: 1800, records: 31 }]);
    expect(file.warnings.map(({ code }) => code).join()).toMatch(/twice/);
  }
});

test("points without a segment around them are a track", () => {
  expect(read(gpxRun().replace(/<\/?trkseg>/g, "")).sessions).toMatchObject([{ timerS: 1800, records: 31 }]);
});

test("a gzipped recording that is cut short gives up what it holds", () => {
  const packed = gzipSync(gpxRun({ extra: "<!-- a comment that fills the file -->" }));
  const { sessions, warnings } = readActivityFile(packed.subarray(0, Math.floor(packed.length * 0.8)));
  expect(sessions[0]?.records).toBeGreaterThan(10);
  expect(warnings.map(({ code }) => code)).toContain("truncated-gzip");
  expect(() => readActivityFile(packed.subarray(0, 30))).toThrow(/gzip file is damaged/);
});

test("a FIT file with a damaged mark is named as one", () => {
  const damaged = encodeFit(runMessages()).slice();
  damaged[9] = 0;
  expect(() => readActivityFile(damaged)).toThrow(/looks like a FIT file/);
});

test("gzip in gzip is unpacked", () => {
  const twice = gzipSync(gzipSync(encodeFit(runMessages())));
  expect(readActivityFile(twice).sessions).toMatchObject([{ timerS: 1800, distanceM: 5400 }]);
});

const u32 = (num: number, value: number | null) => ({ num, type: "uint32" as const, value });
const withSummary = (change: Record<number, number | null>) =>
  encodeFit(
    runMessages().map((message) =>
      message.num === 18
        ? {
            ...message,
            fields: message.fields.map((field) =>
              field.num in change ? u32(field.num, change[field.num] ?? null) : field,
            ),
          }
        : message,
    ),
  );

test("a summary that was never filled in says zeros, and its records say the rest", () => {
  expect(readActivityFile(withSummary({ 7: 0, 8: 0, 9: 0 })).sessions).toMatchObject([
    { timerS: 1800, elapsedS: 1800, distanceM: 5400 },
  ]);
});

test("a device that was left on ran for as long as its records span", () => {
  const { sessions, warnings } = readActivityFile(withSummary({ 7: 27 * 86_400_000 }));
  expect(sessions).toMatchObject([{ timerS: 1800, elapsedS: 1800 }]);
  expect(warnings.map(({ code }) => code)).toContain("wall-clock");
});

test("laps without a summary or a record are a session", () => {
  const lap = (minute: number): FitRecord => ({
    num: 19,
    fields: [
      u32(253, START + (minute + 10) * 60),
      u32(2, START + minute * 60),
      u32(7, 600_000),
      u32(8, 600_000),
      u32(9, 180_000),
      { num: 25, type: "enum", value: 1 },
    ],
  });
  const file = encodeFit([{ num: 0, fields: [{ num: 0, type: "enum", value: 4 }] }, lap(0), lap(10)]);
  expect(readActivityFile(file).sessions).toMatchObject([
    { sport: "run", startTime: "2026-03-01T07:00:00Z", timerS: 1200, distanceM: 3600, records: 0 },
  ]);
});

test("records that tell nothing but their speed add up to a distance", () => {
  const speeds = runMessages()
    .filter(({ num }) => num !== 18)
    .flatMap((message) =>
      message.num === 20
        ? [0, 20, 40].map((second) => ({
            num: 20,
            fields: [
              { ...u32(253, Number(message.fields[0]?.value) + second) },
              { num: 6, type: "uint16" as const, value: 3000 },
            ],
          }))
        : [message],
    );
  expect(readActivityFile(encodeFit(speeds)).sessions).toMatchObject([{ timerS: 1840, distanceM: 5520 }]);
});

test.each(["Løping", "Carrera", "Corsa", "Bieganie", "Hardlopen"])(
  "a track of the type %s is a run abroad",
  (type) => {
    expect(read(gpxRun().replace(">running<", `>${type}<`)).sessions[0]?.sport).toBe("run");
  },
);

test("a file that was cut short loses none of those chained behind it", () => {
  const [first, second, third] = [0, 7_200, 14_400].map((later) =>
    encodeFit(runMessages({ startS: START + later })),
  );
  const chained = (...files: (Uint8Array | undefined)[]) =>
    readActivityFile(Buffer.concat(files.map((file) => file ?? ([] as never))));
  const startsOf = ({ sessions }: ReturnType<typeof readActivityFile>) =>
    sessions.map(({ startTime }) => startTime);
  const all = ["2026-03-01T07:00:00Z", "2026-03-01T09:00:00Z", "2026-03-01T11:00:00Z"];
  for (const size of [20, 60, 300, 500]) {
    const cut = chained(first?.subarray(0, size), second, third);
    expect(startsOf(cut).slice(-2)).toEqual(all.slice(1));
    expect(cut.warnings.map(({ code }) => code)).toContain("truncated");
    expect(startsOf(chained(first, second?.subarray(0, size), third))).toEqual(
      expect.arrayContaining([all[0], all[2]]),
    );
  }
});

test.each([
  'Aktivitets-ID,Aktivitetsdato,Aktivitetsnavn,Aktivitetstype,Forløpt tid,Distanse,Filnavn,Tid i bevegelse,Distanse\n123,"5. jan. 2026, 07:12:00",Tur,Løp,3100,"10,02",,3000,10020\n',
  'ID attività,Data dell\'attività,Nome dell\'attività,Tipo di attività,Tempo trascorso,Distanza,Nome file,Tempo in movimento,Distanza\n123,"5 gen 2026, 07:12:00",Tur,Corsa,3100,"10,02",,3000,10020\n',
  'アクティビティID,アクティビティ日,アクティビティ名,アクティビティタイプ,経過時間,距離,ファイル名,移動時間,距離\n123,"2026/01/05 7:12:00",Tur,ランニング,3100,10.02,,3000,10020\n',
])("the list of an export in another language: %j", (text) => {
  const said = { date: "2026-01-05", sport: "run", title: "Tur", distanceM: 10_020, durationS: 3000 };
  expect(line(text)).toMatchObject(said);
});
