export { isOpenDay, REQUEST_CHOICES, seasonRequestOf } from "./season-request-of.ts";
