// npm run fuzz:package -- --runs N --seed S [--target T], or --bad-calls N --seed S
import { fuzz, instances, TARGETS } from "./fuzz.mjs";
import { given } from "./arguments.mjs";
import { badCalls } from "./bad-calls.mjs";
import { fuzzCli } from "./cli.mjs";

const { runs, seed, target, "bad-calls": bad } = given({ runs: 200_000, seed: 1, target: "", "bad-calls": 0 });
if (bad > 0) {
  const {
    calls,
    wrong,
    instances: made,
    first,
    second,
  } = badCalls(bad, seed, (done, faults, { bytes }) =>
    console.log(`${done} bad calls, ${faults} wrong, ${bytes} bytes of memory`),
  );
  for (const fault of wrong) console.log(`  ${fault}`);
  console.log(
    `seed ${seed}: ${calls} bad calls, a good one after each, ${wrong.length} wrong; ${made} instance of the ` +
      `core, ${first} bytes of memory after the first round, ${second} after the same calls again`,
  );
  process.exit(wrong.length === 0 && made === 1 && first === second ? 0 : 1);
}
const all = [...Object.keys(TARGETS), "cli"];
const names = target === "" ? all : [target];
const unknown = names.find((name) => !all.includes(name));
if (unknown !== undefined) throw new Error(`no target ${unknown}; there are ${all.join(", ")}`);

let executions = 0;
let found = 0;
console.log(`seed ${seed}`);
for (const name of names) {
  const start = performance.now();
  const count = Math.ceil(runs / names.length);
  const done = name === "cli" ? await fuzzCli(count, seed) : fuzz(name, count, seed);
  executions += done.executions;
  found += done.kinds.size;
  const seconds = (performance.now() - start) / 1_000;
  console.log(
    `${name}: ${done.executions} executions in ${seconds.toFixed(1)} s, ${done.refused} refused, ` +
      `${done.passedOn} errors of the caller's passed on, ${done.kinds.size} findings`,
  );
  for (const { state, what, wrong } of done.findings) console.log(`  state ${state}  ${what}: ${wrong}`);
}
const { made, bytes } = instances();
console.log(`${executions} executions, ${found} findings; ${made} instance of the core, ${bytes} bytes of memory`);
process.exitCode = found === 0 && made === 1 ? 0 : 1;
