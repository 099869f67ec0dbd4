import { expect, test } from "vitest";
import { readActivityFile } from "./read-activity-file.ts";

const START = Date.parse("2026-03-01T10:00:00Z");

/** A lap of five minutes at 3 m/s, counted on from what came before. */
function lap(place: number, distance: string): string {
  const points = Array.from({ length: 61 }, (_, index) => {
    const seconds = place * 300 + index * 5;
    const time = new Date(START + seconds * 1000).toISOString();
    return `<Trackpoint><Time>${time}</Time><DistanceMeters>${seconds * 3}</DistanceMeters></Trackpoint>`;
  });
  const start = new Date(START + place * 300_000).toISOString();
  return `<Lap StartTime="${start}"><TotalTimeSeconds>300</TotalTimeSeconds>${distance}<Track>${points.join("")}</Track></Lap>`;
}

function distanceOf(...laps: string[]): number | null {
  const text = `<?xml version="1.0"?><TrainingCenterDatabase><Activities><Activity Sport="Running"><Id>2026-03-01T10:00:00Z</Id>${laps.join("")}</Activity></Activities></TrainingCenterDatabase>`;
  return readActivityFile(new TextEncoder().encode(text)).sessions[0]?.distanceM ?? null;
}

test("laps that tell their distance are summed", () => {
  const told = "<DistanceMeters>905</DistanceMeters>";
  expect(distanceOf(lap(0, told), lap(1, told))).toBe(1810);
});

test("where a lap tells none, what the points counted stands in for the whole", () => {
  expect(distanceOf(lap(0, "<DistanceMeters></DistanceMeters>"))).toBe(900);
  expect(distanceOf(lap(0, "<DistanceMeters>905</DistanceMeters>"), lap(1, ""))).toBe(1800);
});

test("nobody moves for longer than the timer ran, however long the track is", () => {
  const told = lap(0, "<DistanceMeters>905</DistanceMeters>").replace(">300<", ">200<");
  const text = `<?xml version="1.0"?><TrainingCenterDatabase><Activities><Activity Sport="Running">${told}</Activity></Activities></TrainingCenterDatabase>`;
  expect(readActivityFile(new TextEncoder().encode(text)).sessions[0]).toMatchObject({
    timerS: 200,
    movingS: 200,
  });
});

test("laps in any order are one run from its first second on", () => {
  const text = `<?xml version="1.0"?><TrainingCenterDatabase><Activities><Activity Sport="Running">${lap(1, "<DistanceMeters>900</DistanceMeters>")}${lap(0, "<DistanceMeters>900</DistanceMeters>")}</Activity></Activities></TrainingCenterDatabase>`;
  const [session] = readActivityFile(new TextEncoder().encode(text)).sessions;
  expect(session).toMatchObject({ startTime: "2026-03-01T10:00:00Z", timerS: 600, elapsedS: 600 });
  expect(session?.samples.timeS[0]).toBe(0);
});

test("a counter that begins anew with every lap adds up", () => {
  const anew = lap(1, "").replace(
    /<DistanceMeters>(\d+)</g,
    (_, metres) => `<DistanceMeters>${metres - 900}<`,
  );
  expect(distanceOf(lap(0, ""), anew)).toBe(1800);
});
