export { BeginImportInput, beginImport } from "./begin-import.ts";
export { finishImport } from "./finish-import.ts";
export { importProgress } from "./import-progress.ts";
export { KeepBothInput, keepBoth, SameRunInput, sameRun } from "./keep-both.ts";
export { listImports } from "./list-imports.ts";
export { importLocalFiles, type LocalFile, runImport } from "./run-import.ts";
export { runOpenImports } from "./run-open-imports.ts";
export { handOverImport, MAX_PIECE_BYTES, StagePieceInput, stagePiece } from "./stage-piece.ts";
export { undoImport } from "./undo-import.ts";
