export { judgeWarnings, kindsToldByOthers, WARNING_RULES } from "./judge-warnings.ts";
export {
  mergeWarnings,
  NO_WARNINGS,
  type OpenWarning,
  refutedKinds,
  type WarningChanges,
  type WarningState,
} from "./merge-warnings.ts";
export * from "./schema.ts";
export { isQuiet, type WarningContext, type WarningReading, type WarningRule } from "./warning-context.ts";
