export { type ClassifiedActivity, classifyHistory } from "./classify-history.ts";
export {
  DISTRIBUTION_HOURS,
  type Distribution,
  distribution,
  isPolarised,
  timeInZones,
  type ZoneBasis,
} from "./distribution.ts";
export {
  type Decoupling,
  decoupling,
  decouplingOfSamples,
  efficiencyFactor,
  efficiencyOf,
} from "./efficiency.ts";
export { type PerpetualMedium, perpetualMedium } from "./perpetual-medium.ts";
export { POLARISED_ABOVE, polarisationIndex, type ThreeZones } from "./polarisation-index.ts";
