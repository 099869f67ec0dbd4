import { describe, expect, test } from "vitest";
import { formatWorkout, parseWorkout, resolveWorkout, summariseSteps } from "./index.ts";

function read(text: string) {
  const parsed = parseWorkout(text);
  if (!parsed.ok) throw new Error(`${text}\n${JSON.stringify(parsed.errors)}`);
  return parsed.blocks;
}

describe("what coaches type means what they mean", () => {
  const same: [plain: string, spelling: string][] = [
    ["2 x (4 x (400m @mile, 200m jog), 5min rest)", "2x(4x400 @mile, 200 jog), 5 min rest"],
    ["2 x (3 x (1000m @10k, 1min recovery), 4min recovery)", "2 x (3 x 1km @10k, 1min), 4min"],
    ["2 x (4 x (200m @R, 200m jog), 5min recovery)", "2x[4x200m @R, 200 jog] w/ 5min between sets"],
    ["3 x (300m @mile, 200m @mile, 100m @mile)", "3x(300m,200m,100m) @mile"],
    ["5 x 5min @10k, 2min recovery", "5x5min @10k, 2min between"],
    ["6 x 1min hard, 2min jog", "1 min hard / 2 min jog × 6"],
    ["8 x (400m @5k, 200m @MP)", "(400 m 5K pace + 200 m marathon pace) × 8"],
    ["10 x 30s hard, 30s jog", "10 x 30/30"],
    ["10 x 30s work, 30s recovery", "10 x (30s/30s)"],
    ["1min hard\n1min rest\n2min hard\n2min rest\n1min hard", "1-2-1 min hard, equal rest"],
    ["400m @5k\n200m jog\n800m @5k\n200m jog\n400m @5k", "ladder 400/800/400 @5k, 200m jog"],
    ["1min @5k\n1min jog\n2min @5k\n2min jog\n1min @5k", "1'-2'-1' @5k, jog as long as the work"],
    ["2 x (300m @mile, 200m @mile, 100m @mile)", "2 x 300-200-100 @mile"],
    ["8 x 400m @5k, 200m jog", "8 x 400 m at 5 km pace, 200 m jog"],
    ["5 x (30s easy, 20s steady, 10s all-out)", "5 x (30s easy, 20s moderate, 10s sprint)"],
    ["9mi run\n3mi @HM", "12 mi, last 3 mi at HMP"],
    ["9mi easy\n3mi @HM", "12 miles easy with the last 3 @HM"],
    ["70min easy\n20min @MP", "90min easy, final 20min @MP"],
    ["3min jog", "3-min jog"],
    ["3 x 1mi @T, 1min jog\n4 x 200m @5k", "3 × 1-mile threshold, 1-min jogs + 4 × 200 m 5K pace"],
    ['40min RPE 4-8 "fartlek"', "40 min fartlek"],
    ["10km @10k", "10 km race"],
    ["5km @5k", "parkrun"],
    ["21.0975km @HM", "Half marathon"],
    ["10km run", "10K"],
    ["13.1mi run", "13.1 miles"],
    ["2mi run\n4 x 800m @5k, 400m jog\n2mi run", "2 miles, 4x800 @5k w/ 400 jog, 2 miles"],
    ["lap press rest", "Rest day"],
    ["5 x 1000m work", "5 x 1k reps"],
    ["30min easy > tempo", "30 min cutdown"],
    ["10 x 1min hard, 1min jog", "fartlek 10x(1 min on, 1 min off)"],
    ['6 x 1min RPE 8-9 "up", lap press jog "down"', "Hill repeats 6 x 1 min up, jog down"],
    ["4 x 5min @T, 1min rest", "threshold 4 x 5 min, 1 min rest"],
    ["2mi warm-up\n4 x 1mi @T, 1min rest\n2mi cool-down", "2 mi WU, 4 x mile @ T w/ 1 min rest, 2 mi CD"],
    ["9mi run\n3mi @HM", "12 miles: last 3 at half marathon pace"],
    ["4km easy\n8km @MP\n4km easy", "16 km long, middle 8 km @MP"],
    ["8 x 400m @3:45/km, 200m jog", "8x400 in 90 w/ 200 jog"],
    ["10 x 400m @5k, 1min recovery", "10 x 400m @5k off 60s"],
    ["10 x 30s hard, 30s jog", "30/30 x 10"],
    ["20min tempo", "Tempo: 20min"],
    ["10mi easy > tempo", "10 mile progression run"],
    ["15min easy\n4 x 20s strides", "15min easy + 4 strides"],
    ["6 x 30s strides, 1min walk", "6 strides of 30s, 1min walk"],
    ["6 x 400m @800, 3min rest", "6 x 400m @800m pace, 3min rest"],
    ["20min 85-90% HRmax", "20 min @ 85-90% of max HR"],
    ["5 x 3min @I, 2min recovery", "5x3min @vVO2max, 2min"],
    ["1500m easy", "1,5 km easy"],
    ["2mi warm-up\n6 x 800m @5k, 400m jog\n1mi cool-down", "WU: 2mi; MS: 6x800 @5k, 400 jog; CD: 1mi"],
    ["8 x 400m @3:45/km, 1min recovery", "8x400 @ 90s w 60s"],
    ['16min easy "180spm"', "16min easy 180spm"],
    ["10km <145bpm", "10 km under 145 bpm"],
    ["10km easy <145bpm", "10km easy HR < 145"],
    ["60min <75% HRmax", "60min below 75% of max HR"],
    ["6 x 20s strides", "strides 6x20s"],
    ["6 x 20s strides, 1min walk", "Strides: 6 x 20s, 1min walk"],
    ['8 x 10s all-out "hill", 2min walk', "hill sprints 8 x 10s, 2min walk"],
    ["2mi easy\n4mi tempo\n2mi easy", "8 miles w/ 4 @ tempo"],
    ["20min easy\n20min @T\n20min easy", "60min with 20min @T"],
    ["5mi easy\n6 x 20s strides", "5 mi easy w/ 6 x 20s strides"],
    ["5mi easy\n4 x 20s strides", "5 mi easy with 4 strides"],
    ["1.5mi easy\n3mi tempo\n1.5mi easy", "6 miles (3 tempo)"],
    ["10mi run\n2mi steady", "12 mi (last 2 steady)"],
    ["2mi easy\n6 x 800m work\n2mi easy", "7 mi (6 × 800)"],
    ["1.5km easy\n5 x 1000m @10k, 400m jog\n1.5km easy", "10 km (5 x 1km @10k, 400m jog)"],
  ];
  for (const [plain, spelling] of same) {
    test(spelling, () => {
      expect(read(spelling)).toEqual(read(plain));
      expect(read(formatWorkout(read(spelling)))).toEqual(read(spelling));
    });
  }

  test("the articles' own lines are read (M24–M60)", () => {
    for (const line of [
      "10 × 200 m mile pace / 200 m float",
      "15 min tempo, 3-min jog, 2 × 800 m 5K pace, 2-min rest",
      "6 × 1 min hard, 4 × 15 s all-out",
      "3 × 90 s 5K effort (jog back) + 4 × 15 s sprint (walk back)",
      "8 × 400 m 5K pace, 200 m jog + 4 × 100 m strides",
      "8 × 150 m all-out, 3 min walk",
      "1600 @10K, 1200 @5K, 800 @3K, 400 @mile",
      "2 mi tempo + 4 × 400 m fast + 2 mi tempo",
      "3 × 8 min threshold, 90 s jog",
      "3 × 5K MP, 5-min jogs, 1 × 5K HMP",
      "1-2-3-4-5-4-3-2-1 min hard, equal rest",
    ]) {
      const blocks = read(line);
      expect(read(formatWorkout(blocks)), line).toEqual(blocks);
    }
    const pyramid = summariseSteps(resolveWorkout(read("1-2-3-4-5-4-3-2-1 min hard, equal jog")));
    expect([pyramid.workDurationS, pyramid.durationS]).toEqual([1500, 2940]);
  });
});

describe("what only looks like a workout is named", () => {
  const cases: [text: string, found: string, expected: string][] = [
    ["8 x 400s @5k", "400s", "400m for the distance, or 6:40"],
    ["45 min bike", "bike", "running"],
    ["8-12 x 400m @5k", "8-12", "one number of repetitions"],
    ["10-12 mi @MP", "10-12", "10mi or 12mi"],
    ["10min @250W", "@250W", "power is not read"],
    ["10 min 90% FTP", "90%", "power is not read"],
    ["30min 75%", "75%", "a share of"],
    ["8 x 0m", "0m", "above 0 m"],
    ["8 x -400m", "-400m", "a length"],
    ["200m @mile x 8", "200m", "the number first"],
    ["pyramid 1-2-3-2-1", "1-2-3-2-1", "a unit after the ladder"],
    ["5km easy, last 6km @T", "6km", "shorter than it"],
    ["last 3mi @HM", "last", "a run before"],
    ["8mi w/ 9 @tempo", "w/", "shorter than it"],
    ["10km <130-145bpm", "<130-145bpm", "one heart rate after the sign"],
    ["(400m @5k, 200m jog)", "(", "how often"],
    ["20min @T (2min jog)", "(", "how often"],
    ["3km (4km tempo)", "(", "how often"],
  ];
  for (const [text, found, expected] of cases) {
    test(text, () => {
      const parsed = parseWorkout(text);
      expect(parsed.ok ? null : parsed.errors[0]?.found).toBe(found);
      expect(parsed.ok ? "" : parsed.errors[0]?.expected).toContain(expected);
    });
  }
});
