export { assess } from "./assess.ts";
export { type Assessor, type Judgement, prepareAssessor } from "./prepare-assessor.ts";
export { prepareVerdicts, type Verdict, type Verdicts } from "./prepare-verdicts.ts";
export * from "./schema.ts";
export { writtenWarnings } from "./written-warnings.ts";
