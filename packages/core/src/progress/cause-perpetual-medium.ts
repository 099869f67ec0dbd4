import { vo2AtSpeed } from "@repo/core/paces";
import { median } from "@repo/core/stats";
import { type CauseRule, type CauseWindow, graded, row } from "./cause-window.ts";
import type { Session } from "./read-session.ts";

const MIN_RUNS = 6;
/** Upper end of easy: 73.5 % of the score's oxygen, the same share of the heart-rate reserve, RPE below 5. */
const EASY_FRACTION = 0.735;
const EASY_MAX_HR_SHARE = 0.79;
const MEDIUM_RPE = 5;

/** Easy runs that are not easy: between talking and racing, day after day (M7). */
export const perpetualMedium: CauseRule = {
  cause: "perpetual-medium",
  read(window) {
    const judged = window.easy.flatMap((session) => {
      const medium = isMedium(session, window);
      return medium === null ? [] : [{ session, medium }];
    });
    if (judged.length < MIN_RUNS) return null;
    const medium = judged.filter((each) => each.medium);
    const share = medium.length / judged.length;
    const evidence = [row("easy runs done at medium effort", medium.length, "runs", `of ${judged.length}`)];
    const hr = median(judged.flatMap((each) => each.session.activity.avgHr ?? []));
    if (hr !== null)
      evidence.push(row("median heart rate of easy runs", hr, "bpm", hrLimit(window) ?? undefined));
    return { strength: graded(share, 0.4, 0.8), evidence };
  },
  remedy: {
    code: "slow-easy-days",
    text: "Run easy days 40–75 s/km slower than marathon pace, slow enough to talk, for the next four weeks.",
    weeks: 6,
  },
  source: ["M7", "M123"],
};

/** Heart rate decides where it is recorded; else pace against the current score; else the effort written down. */
function isMedium(session: Session, window: CauseWindow): boolean | null {
  const { avgHr, rpe } = session.activity;
  const limit = hrLimit(window);
  if (avgHr != null && limit !== null) return avgHr > limit;
  if (session.speedMps !== null && window.score !== null) {
    return vo2AtSpeed(session.speedMps) > EASY_FRACTION * window.score;
  }
  return rpe == null ? null : rpe >= MEDIUM_RPE;
}

function hrLimit({ log }: CauseWindow): number | null {
  const { maxHr, restingHr, thresholdHr } = log.athlete;
  if (maxHr != null && restingHr != null) return restingHr + (EASY_FRACTION + 0.01) * (maxHr - restingHr);
  if (maxHr != null) return EASY_MAX_HR_SHARE * maxHr;
  return thresholdHr != null ? 0.9 * thresholdHr : null;
}
