export { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from "./start-embedded.ts";
export { stopEmbedded } from "./stop-embedded.ts";
