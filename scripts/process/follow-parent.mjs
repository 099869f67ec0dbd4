// Loaded before a server's own code: a server whose supervisor was killed ends, instead of holding its port.
// What that server starts in turn inherits this file, as `next dev` does, and must keep its own channel as it is.
if (process.env.MESOCYCLE_SUPERVISOR === String(process.ppid)) {
  process.once("disconnect", () => process.exit(0));
  process.channel?.unref();
}
