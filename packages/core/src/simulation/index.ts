export { type DemoAthlete, type DemoStory, demoAthletes } from "./demo-athletes.ts";
export type { Recording, Runner } from "./draw-runner.ts";
export { SIMULATED_STORIES, type SimulatedStory } from "./habits.ts";
export { type Prng, prng } from "./prng.ts";
export { type RecordedSession, recordSession } from "./record-session.ts";
export { type SimulationRequest, simulateAthlete } from "./simulate-athlete.ts";
