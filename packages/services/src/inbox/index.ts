export { countInbox, getThread, listInbox, MarkThreadInput, markThread, ThreadInput } from "./inbox.ts";
