export { type Actor, getActor, requireActor } from "./actor.ts";
