export { getUser, getUserByEmail, updateEmailVerified } from "@repo/db/queries";
export type { CredentialContext } from "./context.ts";
export { createOwner, isSetUp } from "./create-owner.ts";
export {
  requestPasswordLink,
  requestSignInLink,
  resetPassword,
  storeSignInToken,
  takeSignInToken,
} from "./links.ts";
export { mayMailLink } from "./may-mail-link.ts";
export { requestNewEmail, takeNewEmail } from "./new-email.ts";
export { normaliseEmail } from "./normalise-email.ts";
export { newOwnerToken, newResetToken } from "./operator-links.ts";
export { setPassword } from "./passwords.ts";
export {
  confirmSession,
  createSession,
  type LiveSession,
  listSessions,
  lookupSession,
  type NewSession,
  revokeSession,
  type SessionSummary,
  signOut,
  signOutEverywhere,
} from "./sessions.ts";
export { signUpByInvitation } from "./sign-up-by-invitation.ts";
export { TimeZone } from "./time-zone.ts";
export { hashToken, newToken } from "./token.ts";
export { UpdateAccountInput, updateAccount } from "./update-account.ts";
export { type VerifyPasswordInput, verifyPassword } from "./verify-password.ts";
