export { exportHistory } from "./export-history.ts";
export { type ImportedHistory, importHistory } from "./import-history.ts";
