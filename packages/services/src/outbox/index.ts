export { type Outgoing, type Renew, type SendSummary, sendOutbox } from "./send-outbox.ts";
