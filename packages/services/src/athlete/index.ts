export {
  becomeAthlete,
  getProfile,
  type Profile,
  ProfileChanges,
  UpdateProfileInput,
  updateProfile,
} from "./profile.ts";
export { AddResultInput, addResult, deleteResult, listResults } from "./results.ts";
