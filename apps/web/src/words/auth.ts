/** Why signing in did not work. No answer says whether an address is known. */
export const authWords = {
  credentials: "That address and password do not belong together. Check both, or ask for a sign-in link.",
  CredentialsSignin:
    "That address and password do not belong together. Check both, or ask for a sign-in link.",
  limited: "Too many attempts. Wait 15 minutes, or ask for a sign-in link.",
  Verification: "This link was used already or is older than 30 minutes. Ask for a new one.",
  AccessDenied: "This account cannot sign in. Ask whoever runs this server.",
  Configuration: "Signing in does not work right now. Whoever runs this server finds the reason in its log.",
  unreachable: "The server did not answer. Check the connection and try again.",
} as const;
