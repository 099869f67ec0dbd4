export type { AlertWords, RenderAlert } from "./alert-mail.ts";
export {
  AthleteReportInput,
  getAthleteReport,
  listAthleteReports,
  REPORT_KINDS,
  type Reading,
  type ReportKind,
  type ReportLink,
} from "./athlete-report.ts";
export { createAlerts } from "./create-alerts.ts";
export { createDigests, dueDigest, type RenderReport } from "./create-digests.ts";
export { createWeekMails } from "./create-week-mails.ts";
export {
  type DigestAthlete,
  type DigestContent,
  type DigestWarning,
  digestContent,
} from "./digest-content.ts";
export {
  comingLines,
  digestDocument,
  quietLine,
  type ReportBlock,
  type ReportDocument,
  type ReportPoint,
  type ReportRibbon,
  sinceWords,
  trendLines,
} from "./documents/index.ts";
export { previewDigest, sendDigestNow } from "./preview-digest.ts";
export { readDigest, stillShared } from "./read-digest.ts";
export { renewMail } from "./renew-mail.ts";
export {
  getReportSetting,
  type ReportSetting,
  SetReportSettingInput,
  setReportSetting,
} from "./report-setting.ts";
export { type MailStop, readStopToken, stopMail, stopToken } from "./stop-mail.ts";
export { verdictOf } from "./words.ts";
