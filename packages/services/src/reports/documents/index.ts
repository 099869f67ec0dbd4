export { blockDocument, phaseName } from "./block-document.ts";
export { digestDocument } from "./digest-document.ts";
export { comingLines, quietLine, trendLines } from "./digest-lines.ts";
export { raceDocument } from "./race-document.ts";
export { longDay, type ReaderWords, raceName, readerWords, shortDay, sinceWords } from "./reader-words.ts";
export type { ReportBlock, ReportDocument, ReportPoint, ReportRibbon } from "./report-document.ts";
export { sayFact } from "./say-fact.ts";
export { type Waiver, weekDocument } from "./week-document.ts";
