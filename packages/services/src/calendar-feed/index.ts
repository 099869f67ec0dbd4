export { CreateFeedInput, createFeed, listFeeds, revokeFeed } from "./feeds.ts";
export { readCalendar } from "./read-calendar.ts";
export { type CalendarEvent, writeIcs } from "./write-ics.ts";
