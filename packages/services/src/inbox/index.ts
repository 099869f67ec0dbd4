export {
  countInbox,
  getThread,
  listInbox,
  MarkThreadInput,
  markThread,
  newSince,
  ThreadInput,
} from "./inbox.ts";
