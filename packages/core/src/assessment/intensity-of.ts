import type { IsoDate } from "@repo/core/calendar";
import type { AthleteHistory } from "@repo/core/history";

export function intensityOf(_history: AthleteHistory, _asOf: IsoDate): Record<string, unknown> {
  return {};
}
