// The core in WebAssembly against the same core compiled natively: reads from stdin what that one was asked and has
// answered (tests/fuzz/examples/differential/answers.rs), asks the built package's core the same, and compares the answers
// byte for byte.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { createGlue } = createRequire(import.meta.url)("../../target/wasm/glue.js");
const module = new WebAssembly.Module(readFileSync(new URL("../../target/npm/core.wasm", import.meta.url)));
/** Differences of which the input is shown. */
const MOST_SHOWN = 20;

/** One instance of the core. */
class Core {
  constructor() {
    this.glue = createGlue(TextDecoder, TextEncoder);
    this.exports = new WebAssembly.Instance(module, { "./core_bg.js": this.glue }).exports;
    this.glue.__wbg_set_wasm(this.exports);
    this.exports.__wbindgen_start();
  }

  /** Whether the answer is the native one. */
  answers(question, input, expected) {
    const { memory, call, __wbindgen_malloc: room, __wbindgen_free: free } = this.exports;
    const at = room(input.length, 1);
    new Uint8Array(memory.buffer).set(input, at);
    const answer = call(question, at, input.length);
    // A message tells its own length: one that begins with the whole of another is that other.
    const isSame = expected.equals(new Uint8Array(memory.buffer, answer, expected.length));
    free(answer, expected.length, 1);
    return isSame;
  }
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

let core = new Core();
const counts = new Map();
let differences = 0;
for await (const [[question], input, expected] of questions(process.stdin)) {
  let isSame = false;
  let said = "another answer";
  try {
    isSame = core.answers(question, input, expected);
  } catch (thrown) {
    // A trap takes the instance with it.
    core = new Core();
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
