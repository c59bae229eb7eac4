// How often the properties are tried. A short run has always the same seed: what fails was changed. A long one,
// FC_NUM_RUNS=20000, has a new one, and fast-check prints it when something fails; FC_SEED and FC_PATH repeat that.
import fc from "fast-check";

const { FC_NUM_RUNS: runs, FC_SEED: seed = runs === undefined ? "1" : undefined, FC_PATH: path } = process.env;
/** Runs of each property. */
export const RUNS = Number(runs ?? 200);

fc.configureGlobal({
  numRuns: RUNS,
  ...(seed === undefined ? {} : { seed: Number(seed) }),
  ...(path === undefined ? {} : { path }),
});
