import { csvLog, fitRun, gpxRun, tcxRun } from "./sound-files.ts";

type Sample = { name: string; bytes: Uint8Array };

/** A sound file of each format. */
export function soundSamples(): Sample[] {
  const text = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) });
  return [
    { name: "run.fit", bytes: fitRun() },
    text("run.tcx", tcxRun()),
    text("run.gpx", gpxRun()),
    text("log.csv", csvLog),
  ];
}

/** Files with bytes flipped and ends cut, the same for the same seed. */
export function* mutations(samples: readonly Sample[], count: number, seed = 7): Generator<Sample> {
  let state = seed;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  for (let round = 0; round < count; round += 1) {
    const { name, bytes } = samples[round % samples.length] as Sample;
    const copy = Uint8Array.from(bytes);
    for (let flips = 1 + below(6); flips > 0; flips -= 1) copy[below(copy.length)] = below(256);
    yield { name, bytes: below(3) === 0 ? copy.subarray(0, below(copy.length)) : copy };
  }
}
