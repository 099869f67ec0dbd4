import type { UnsentEntry } from "#features/offline/unsent.ts";
import type { CheckInState } from "./check-in-card.tsx";

type Day = NonNullable<CheckInState["today"]>;
type Entry = Pick<UnsentEntry, "path" | "input" | "refused">;

const NOTHING_SAID: Omit<Day, "localDate"> = {
  legs: null,
  sleepHours: null,
  sleepQuality: null,
  soreness: null,
  stress: null,
  mood: null,
  motivation: null,
  appetite: null,
  restingHr: null,
  hrvRmssd: null,
  ill: null,
  cyclePhase: null,
  medicalNotes: null,
  pain: null,
  notes: null,
};

/**
 * The day's check-in with what waits on this device on top of what the server knew, so that a tap stays tapped over a
 * reload without a network. A kept page may be of an earlier day than the device is in: then nothing of it is today's.
 */
export function withWaiting(
  known: CheckInState,
  entries: readonly Entry[],
  days: { ofPage: string; today: string },
): { checkIn: CheckInState; waits: boolean } {
  const isSameDay = days.ofPage === days.today;
  const base = isSameDay ? known.today : null;
  const said = entries
    .filter(({ path, input, refused }) => {
      return path === "checkIn.save" && input.localDate === days.today && refused === null;
    })
    .map(({ input: { mutationId: _, ...fields } }) => fields as Partial<Day>);
  const today =
    said.length > 0 ? Object.assign({ ...NOTHING_SAID, localDate: days.today }, base, ...said) : base;
  const yesterday = isSameDay ? known.yesterday : (known.today ?? known.yesterday);
  return { checkIn: { ...known, today, yesterday }, waits: said.length > 0 };
}
