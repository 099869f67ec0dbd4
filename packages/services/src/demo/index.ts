export { DEMO_ORGANISATION, seedDemo } from "./seed-demo.ts";
