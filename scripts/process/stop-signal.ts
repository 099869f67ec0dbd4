/** Aborts at the first Ctrl-C, `kill` or closed terminal; a second Ctrl-C ends the process at once. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort(new Error("Stopped."));
  process.on("SIGINT", () => (controller.signal.aborted ? process.exit(130) : stop()));
  // Of these a second one is no second wish: sent to a whole group, one comes at once and one passed on.
  for (const signal of ["SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  return controller.signal;
}

/** Resolves when the signal comes, at once if it came already. */
export function untilStopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
