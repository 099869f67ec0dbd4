import { formatPace, formatSpeed, METRES_PER_MILE, type UnitSystem } from "@repo/core/units";
import { Chart } from "@repo/ui/chart";
import { type SpeedWords, tracePicture } from "@repo/ui/charts";
import type { ActivityData } from "./activity-view.tsx";

const ON_FOOT = ["run", "walk", "hike"];
/** Fewer points make no curve. */
const LEAST_POINTS = 6;

type Props = { activity: Pick<ActivityData, "trace" | "sport">; units: UnitSystem };

/** Pace and heart rate over the session's time, as recorded; nothing where neither was. */
export function SessionTrace({ activity, units }: Props) {
  const { trace, sport } = activity;
  const known = trace.filter(({ speedMps, hrBpm }) => speedMps !== null || hrBpm !== null);
  if (known.length < LEAST_POINTS) return null;
  const speed: SpeedWords = ON_FOOT.includes(sport)
    ? {
        label: "Pace",
        say: (mps) => formatPace(1_000 / mps, units),
        ticks: (slow, fast) => roundPaces(slow, fast, units === "imperial" ? METRES_PER_MILE : 1_000),
      }
    : { label: "Speed", say: (mps) => formatSpeed(mps, units) };
  const hasBoth =
    trace.some(({ speedMps }) => speedMps !== null) && trace.some(({ hrBpm }) => hrBpm !== null);
  const height = hasBoth ? 260 : 160;
  return (
    <Chart
      label="The session over its time"
      className="mt-6"
      picture={tracePicture(trace, { width: 1150, height, speed })}
      narrow={tracePicture(trace, { width: 358, height, speed })}
    />
  );
}

const STEPS_S = [15, 30, 60, 120, 300, 600];
const MOST_TICKS = 4;
/** Slower is standing: no pace to write on a scale. */
const SLOWEST_S = 1_800;

/** Speeds whose pace is round, four at most. */
function roundPaces(slowMps: number, fastMps: number, unitM: number): number[] {
  const [from, to] = [unitM / fastMps, Math.min(SLOWEST_S, unitM / slowMps)];
  const step = STEPS_S.find((each) => (to - from) / each <= MOST_TICKS) ?? SLOWEST_S;
  const paces: number[] = [];
  for (let pace = Math.ceil(from / step) * step; pace <= to; pace += step) paces.push(unitM / pace);
  return paces;
}
