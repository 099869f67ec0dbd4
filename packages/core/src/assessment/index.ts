export { assess } from "./assess.ts";
export { type Assessor, type Judgement, prepareAssessor } from "./prepare-assessor.ts";
export * from "./schema.ts";
