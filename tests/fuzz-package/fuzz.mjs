// Calls the package with arbitrary values and judges each call.
import { instances } from "./memory.mjs";
import { attempt, goodCall, unpolluted, wrongError } from "./judge.mjs";
import { Random } from "./random.mjs";
import { TARGETS } from "./targets.mjs";
import { fingerprint } from "./values.mjs";

/** Longest time of one call in ms; generous, for slow machines. */
const LONGEST = 5_000;
/** How many findings are kept; one mistake is met again and again. */
const MOST_FINDINGS = 20;

/**
 * Makes `runs` executions of a target. `limit` ends it after that many milliseconds. Returns what was done and what was
 * found: `{ executions, passedOn, refused, findings: [{ state, what, wrong }] }`; a state repeats its case.
 */
export function fuzz(name, runs, seed, limit = Infinity) {
  const target = TARGETS[name];
  const random = new Random(seed);
  const until = performance.now() + limit;
  const done = { target: name, executions: 0, refused: 0, passedOn: 0, findings: [], kinds: new Map() };
  const report = (state, what, wrong) => {
    const kind = `${what}: ${wrong.replace(/[0-9]+/g, "0").slice(0, 60)}`;
    done.kinds.set(kind, (done.kinds.get(kind) ?? 0) + 1);
    if (done.kinds.get(kind) === 1 && done.findings.length < MOST_FINDINGS) done.findings.push({ state, what, wrong });
  };
  fuzzed(() => {
    for (let cases = 0; done.executions < runs && (cases % 64 > 0 || performance.now() < until); cases++) {
      const { state } = random;
      one(target, random, done, (what, wrong) => report(state, what, wrong));
      if (cases % 64 === 0) {
        const wrong = unpolluted();
        if (wrong !== undefined) report(state, name, wrong);
      }
    }
  });
  return done;
}

/** Works without what builders print when nothing takes their warnings. */
export function fuzzed(work) {
  const { warn } = console;
  console.warn = () => {};
  try {
    work();
  } finally {
    console.warn = warn;
  }
}

function one(target, random, done, report) {
  const { what, inputs, call, wrong } = target(random);
  const before = inputs.map((input) => fingerprint(input)).join("\n");
  const start = performance.now();
  const outcome = attempt(call);
  const took = performance.now() - start;
  if (took > LONGEST) report(what, `took ${took.toFixed(0)} ms`);
  done.executions += 1;
  if (outcome.isMine) done.passedOn += 1;
  if ("error" in outcome) {
    done.refused += 1;
    const fault = wrongError(outcome.error);
    if (fault !== undefined) report(what, fault);
  }
  if (inputs.map((input) => fingerprint(input)).join("\n") !== before) report(what, "an input was changed");
  if (random.oneIn(4)) {
    done.executions += 1;
    const second = attempt(call);
    if (second.print !== outcome.print)
      report(what, `two answers: ${outcome.print.slice(0, 300)} / ${second.print.slice(0, 300)}`);
  }
  if (!outcome.isMine) {
    const fault = wrong(outcome);
    if (fault !== undefined) report(what, fault);
  }
  if (random.oneIn(8)) {
    done.executions += 1;
    const fault = goodCall();
    if (fault !== undefined) report(what, fault);
  }
}

export { instances, TARGETS };
