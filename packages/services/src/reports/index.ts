export { createAlerts } from "./create-alerts.ts";
export { createDigests, dueDigest, type RenderDigest } from "./create-digests.ts";
export {
  type DigestAthlete,
  type DigestContent,
  type DigestRibbon,
  type DigestWarning,
  digestContent,
} from "./digest-content.ts";
export { previewDigest } from "./preview-digest.ts";
export { verdictOf } from "./words.ts";
