export { exportArchive } from "./export-archive.ts";
export { exportHistory } from "./export-history.ts";
export { type ExportedAthlete, ExportManyInput, exportMany, previewExport } from "./export-many.ts";
export { type ImportedHistory, importHistory } from "./import-history.ts";
export { writeCsv } from "./write-csv.ts";
