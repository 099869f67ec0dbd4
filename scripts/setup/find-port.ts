import { createServer } from "node:net";

/** The first free port from the wanted one on. "localhost" may mean either family, so both must be free. */
export async function findPort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 200; port += 1) {
    if ((await isFree(port, "127.0.0.1")) && (await isFree(port, "::1"))) return port;
  }
  throw new Error(`All ports from ${wanted} to ${wanted + 199} are taken. Choose another with PORT=…`);
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      resolve(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT"); // no IPv6 here
    });
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
