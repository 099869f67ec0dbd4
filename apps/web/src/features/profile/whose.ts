import { createContext, useContext } from "react";

/** Whether a profile is the reader's own, or an athlete's whom they coach; its sentences follow. */
const Own = createContext(true);
export const OwnProfile = Own.Provider;

/** Chooses between what is said to the athlete and what is said of them. */
export function useWhose(): <T>(own: T, other: T) => T {
  const isOwn = useContext(Own);
  return (own, other) => (isOwn ? own : other);
}
