export { currentWorkers, getServer, isSilent, resend, retry, type Server } from "./server.ts";
