/** Days from and to, both included. */
export type DayRange = { from: string; to: string };
