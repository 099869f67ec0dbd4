/** Runs once when the server starts: settings are checked, and a role that could bypass the wall is refused. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { assertSafeStart } = await import("./assert-safe-start.ts");
  await assertSafeStart();
}
