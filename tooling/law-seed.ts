import fc from "fast-check";

// The same cases every time, so that nobody's change fails for a rare case of something else;
// `npm run test:long` looks for new ones.
if (!process.env.MESOCYCLE_LONG) fc.configureGlobal({ seed: 20_261_129 });
