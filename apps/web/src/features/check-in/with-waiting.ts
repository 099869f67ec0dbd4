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

/**
 * Changes when the server holds other answers for the form than before, and only then: the form is drawn anew by it,
 * and would forget what is being typed. A tap on the legs, or an answer still on its way, is no reason.
 */
export function answersKey(known: CheckInState["today"]): string {
  const { legs: _, localDate: __, ...answers } = known ?? { legs: null, localDate: null };
  return JSON.stringify(Object.entries(answers).filter(([, value]) => value !== null && value !== false));
}
