import type { CheckInState } from "./check-in-card.tsx";

type Band = { low: number; high: number } | null;

/** What the morning's figures say against this athlete's own usual range; parts only, never one score. */
export function checkInSentence({ today, bands }: CheckInState): string {
  if (!today) return "One tap is enough. The rest is there when you want it.";
  const read = [
    part("Resting heart rate", today.restingHr, bands.restingHr, (value) => String(Math.round(value))),
    part("HRV", today.hrvRmssd, bands.hrvRmssd, (value) => `${Math.round(value)} ms`),
    part("slept", today.sleepHours, bands.sleepHours, hoursWords),
  ].flatMap((each) => (each ? [each] : []));
  const said = read.map(({ text }) => text).join(", ");
  const known = read.filter(({ outside }) => outside !== null);
  const outside = known.filter(({ outside: where }) => where);
  if (today.ill) return "Ill: rest comes first, and your coach can see it where you share it.";
  if (read.length === 0) return "Saved. Sleep, resting heart rate and HRV would say more.";
  if (outside.length > 0) return `${sentence(said)} ${outside.map(({ outside: where }) => where).join(" ")}`;
  if (known.length === 0) return `${sentence(said)} Your usual range is known after 14 mornings.`;
  return `${sentence(said)} ${known.length > 1 ? "All inside" : "Inside"} your usual range.`;
}

function part(name: string, value: number | null, band: Band, words: (value: number) => string) {
  if (value === null) return null;
  const text = `${name} ${words(value)}`;
  if (!band) return { text, outside: null };
  // Held against the band as it is shown, so that 56 is never below "56 to 60".
  const [low, high] = [round(band.low), round(band.high)];
  const where = round(value) < low ? "below" : round(value) > high ? "above" : "";
  const usual = `${words(low)} to ${words(high)}`;
  return { text, outside: where ? `${capital(name)} is ${where} your usual ${usual}.` : "" };
}

function sentence(text: string): string {
  return `${capital(text)}.`;
}

function capital(text: string): string {
  return text === "slept" ? "Sleep" : text.charAt(0).toUpperCase() + text.slice(1);
}

function round(value: number): number {
  return Math.round(value * 10) / 10 > 20 ? Math.round(value) : Math.round(value * 10) / 10;
}

/** 7.67 hours as 7 h 40. */
function hoursWords(hours: number): string {
  const minutes = Math.round(hours * 60);
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")}`;
}
