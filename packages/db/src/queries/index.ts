export { hasAthleteProfile, hasRole, listConsentedRoles } from "./authorization.ts";
export { listHeartbeatAges } from "./health.ts";
