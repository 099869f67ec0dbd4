export { BeginImportInput, beginImport } from "./begin-import.ts";
export { finishImport, type ImportFile, importFile } from "./import-file.ts";
export { instantOf } from "./instant-of.ts";
export { KeepBothInput, keepBoth, SameRunInput, sameRun } from "./keep-both.ts";
export { listImports } from "./list-imports.ts";
export { undoImport } from "./undo-import.ts";
