/** Why an invitation does not open. */
export const invitationWords = {
  accepted: "It was accepted already. Sign in with the address it was sent to.",
  revoked: "It was taken back, or a newer one was sent. Look for a later mail, or ask for a new invitation.",
  expired: "It is more than two weeks old. Ask for a new one.",
  unknown: "The link is not complete or was never valid. Open it again from the mail, or ask for a new one.",
} as const;
