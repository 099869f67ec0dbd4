import type { IsoDate } from "@repo/core/calendar";
import type { AthleteHistory } from "@repo/core/history";
import type { ClassifiedActivity } from "@repo/core/intensity";
import { assessRecovery } from "@repo/core/recovery";
import type { Assessment } from "./schema.ts";

/** Recovery as the contract writes it: its state, and every signal with its rows, read or not. */
export function recoveryOf(
  history: AthleteHistory,
  sessions: readonly ClassifiedActivity[],
  asOf: IsoDate,
): Assessment["recovery"] {
  const recovery = assessRecovery({ checkIns: history.wellness, sessions, asOf });
  return {
    state: recovery.state,
    signals: recovery.signals.map(({ signal, state, evidence }) => ({ signal, state, evidence })),
    sharpOrStale: recovery.board.verdict,
    legsComeBack: recovery.legsComeBack,
  };
}
