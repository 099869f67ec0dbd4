import type { Samples } from "@repo/services/files";

export type Split = { distanceM: number; durationS: number; avgHrBpm: number | null };

const LONGEST_STEP_S = 30;

/** Every kilometre (or other length) of a recorded run: moving time and heart rate; the last one may be shorter. */
export function splitsOf(samples: Pick<Samples, "timeS" | "distanceM" | "hrBpm">, lengthM: number): Split[] {
  const splits: Split[] = [];
  let [startM, elapsedS, beats, beatsS] = [0, 0, 0, 0];
  let lastM: number | null = null;
  let lastS: number | null = null;
  const close = (distanceM: number, durationS: number) => {
    splits.push({ distanceM, durationS, avgHrBpm: beatsS > 0 ? beats / beatsS : null });
    [startM, elapsedS, beats, beatsS] = [startM + distanceM, 0, 0, 0];
  };
  for (const [index, timeS] of samples.timeS.entries()) {
    const atM = samples.distanceM[index] ?? null;
    if (atM === null) continue;
    const stepS = lastS === null ? 0 : timeS - lastS;
    // A pause is no part of a split.
    let restS = stepS > LONGEST_STEP_S ? 0 : stepS;
    const hr = samples.hrBpm[index] ?? null;
    const stepM = lastM === null ? 0 : atM - lastM;
    let fromM = lastM ?? atM;
    while (stepM > 0 && atM >= startM + lengthM) {
      const shareS = restS * ((startM + lengthM - fromM) / (atM - fromM || 1));
      fromM = startM + lengthM;
      restS -= shareS;
      close(lengthM, elapsedS + shareS);
    }
    elapsedS += restS;
    if (hr !== null) [beats, beatsS] = [beats + hr * restS, beatsS + restS];
    [lastM, lastS] = [atM, timeS];
  }
  const leftM = (lastM ?? 0) - startM;
  if (leftM > lengthM * 0.05 && elapsedS > 0) close(leftM, elapsedS);
  return splits;
}
