export { getServer, resend, retry, type Server } from "./server.ts";
