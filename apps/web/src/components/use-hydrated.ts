import { useSyncExternalStore } from "react";

/** Whether the page listens yet: false in what the server draws, true from the moment that its handlers are there. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
