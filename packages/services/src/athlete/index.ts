export {
  becomeAthlete,
  getProfile,
  mayPlanAs,
  mayPlanFor,
  type Profile,
  ProfileChanges,
  UpdateProfileInput,
  updateProfile,
} from "./profile.ts";
export { listRacesAhead, type PlannedRace } from "./races.ts";
export { AddResultInput, addResult, deleteResult, listResults } from "./results.ts";
export {
  acceptSuggestion,
  DismissSuggestionInput,
  dismissSuggestion,
  listSuggestions,
  SettleSuggestionInput,
  type ShownSuggestion,
} from "./suggestions.ts";
export { getTimeline, type TimelineEntry } from "./timeline.ts";
