export { type Outgoing, type SendSummary, sendOutbox } from "./send-outbox.ts";
