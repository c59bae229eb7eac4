// How often the properties are tried: FC_NUM_RUNS=100000 for a long run. When one fails, fast-check prints its seed and
// path; FC_SEED and FC_PATH repeat it.
import fc from "fast-check";

const { FC_NUM_RUNS: runs = "200", FC_SEED: seed, FC_PATH: path } = process.env;
/** Runs of each property. */
export const RUNS = Number(runs);

fc.configureGlobal({
  numRuns: RUNS,
  ...(seed === undefined ? {} : { seed: Number(seed) }),
  ...(path === undefined ? {} : { path }),
});
