export {
  CONSENT_TEXT_VERSION,
  EndConsentInput,
  endConsent,
  GrantConsentInput,
  grantConsent,
} from "./grant-consent.ts";
export { type CoachAccess, type Look, listConsentHistory, listConsents, listLooks } from "./list-consents.ts";
export { recordRead } from "./record-read.ts";
