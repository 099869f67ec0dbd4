// Loaded before a server's own code: a server whose supervisor was killed ends, instead of holding its port.
process.once("disconnect", () => process.exit(0));
process.channel?.unref();
