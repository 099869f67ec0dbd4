export { type RolePasswords, type RoleUrls, roleUrls } from "./role-urls.ts";
export { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from "./start-embedded.ts";
export { stopEmbedded } from "./stop-embedded.ts";
