// The core in WebAssembly against the same core compiled natively: reads from stdin what that one was asked and has
// answered (tests/fuzz/examples/differential/answers.rs), asks the built package's core the same, and compares the answers
// byte for byte.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const glueOf = (name) => require(`../../target/wasm/${name}/glue.js`).createGlue(TextDecoder, TextEncoder);
const [core, planner, arithmetic] = ["core", "planner", "arithmetic"].map(
  (name) => new WebAssembly.Module(readFileSync(new URL(`../../target/npm/${name}.wasm`, import.meta.url))),
);
/** The outcome of a question that a module does not have. */
const MALFORMED = 2;
/** Differences of which the input is shown. */
const MOST_SHOWN = 20;

/** One instance of each module. */
class Modules {
  constructor() {
    const first = started("core", core);
    const part = new WebAssembly.Instance(planner, { core: first }).exports;
    const other = started("arithmetic", arithmetic);
    this.all = [
      [first, first.call],
      [first, part.call_planner],
      [other, other.call],
    ];
  }

  /** Whether the answer is the native one: that of the module that has the question. */
  answers(question, input, expected) {
    return this.all.some(([exports, call]) => answered(exports, call, question, input, expected));
  }
}

function started(name, module) {
  const glue = glueOf(name);
  const { exports } = new WebAssembly.Instance(module, { [`./${name}_bg.js`]: glue });
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  return exports;
}

function answered({ memory, __wbindgen_malloc: room, __wbindgen_free: free }, call, question, input, expected) {
  const at = room(input.length, 1);
  new Uint8Array(memory.buffer).set(input, at);
  const answer = call(question, at, input.length);
  const bytes = new Uint8Array(memory.buffer);
  // A message tells its own length: one that begins with the whole of another is that other.
  const isSame = expected.equals(bytes.subarray(answer, answer + expected.length));
  // What is malformed has no value. Another difference is an end of the comparison soon enough.
  if (isSame || bytes[answer] === MALFORMED) free(answer, isSame ? expected.length : 9, 1);
  return isSame;
}

/** What comes in, three pieces at a time, each after its length. */
async function* questions(stream) {
  let left = Buffer.alloc(0);
  for await (const chunk of stream) {
    left = Buffer.concat([left, chunk]);
    for (let found; (found = pieces(left, 3)) !== undefined; left = left.subarray(found.end)) yield found.pieces;
  }
  if (left.length > 0) throw new Error(`the last question ends too early, by its ${left.length} bytes`);
}

function pieces(bytes, count) {
  const found = [];
  let end = 0;
  while (found.length < count) {
    if (bytes.length < end + 4) return undefined;
    const start = end + 4;
    end = start + bytes.readUInt32LE(end);
    if (bytes.length < end) return undefined;
    found.push(bytes.subarray(start, end));
  }
  return { pieces: found, end };
}

let modules = new Modules();
const counts = new Map();
let differences = 0;
for await (const [[question], input, expected] of questions(process.stdin)) {
  let isSame = false;
  let said = "another answer";
  try {
    isSame = modules.answers(question, input, expected);
  } catch (thrown) {
    // A trap takes the instance with it.
    modules = new Modules();
    said = String(thrown);
  }
  counts.set(question, (counts.get(question) ?? 0) + 1);
  if (isSame) continue;
  differences += 1;
  if (differences <= MOST_SHOWN)
    console.log(`question ${question}, ${input.toString("hex")}\n  in WebAssembly: ${said}`);
}
for (const [question, count] of [...counts].sort(([a], [b]) => a - b)) console.log(`  question ${question}: ${count}`);
const compared = [...counts.values()].reduce((sum, count) => sum + count, 0);
console.log(
  `WebAssembly: ${compared} answers to ${counts.size} questions compared with the native ones, ${differences} differ`,
);
process.exitCode = differences === 0 && compared > 0 ? 0 : 1;
