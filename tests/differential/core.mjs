// The core in WebAssembly against the same core compiled natively: reads from stdin what that one was asked and has
// answered (tests/fuzz/examples/differential/answers.rs), asks the built package's core the same, and compares the answers
// byte for byte.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { isDeepStrictEqual } from "node:util";

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
  answers(name, input, expected) {
    // What is asked in the room of the core takes the length of the input only; the others give a JavaScript value.
    if (this.exports[name].length > 1)
      return isDeepStrictEqual(this.glue[name](input), JSON.parse(expected.toString()));
    const room = this.glue.roomFor(input.length);
    new Uint8Array(this.exports.memory.buffer).set(input, room);
    const place = this.glue[name](input.length);
    if (place === 0) return expected.length === 0;
    // An answer tells its own length: one that begins with the whole of another is that other.
    return expected.length > 0 && expected.equals(new Uint8Array(this.exports.memory.buffer, place, expected.length));
  }
}

/** What comes in, four pieces at a time, each after its length. */
async function* questions(stream) {
  let left = Buffer.alloc(0);
  for await (const chunk of stream) {
    left = Buffer.concat([left, chunk]);
    for (let found; (found = pieces(left, 4)) !== undefined; left = left.subarray(found.end)) yield found.pieces;
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
for await (const [name, input, [isAnswered], expected] of questions(process.stdin)) {
  let said;
  try {
    said = core.answers(String(name), input, expected) && isAnswered === 1 ? undefined : "another answer";
  } catch (thrown) {
    // An exception takes the instance with it. It is what is said of malformed input; a trap never is.
    core = new Core();
    said = isAnswered === 0 && /packed as it should be/.test(String(thrown)) ? undefined : String(thrown);
  }
  counts.set(String(name), (counts.get(String(name)) ?? 0) + 1);
  if (said === undefined) continue;
  differences += 1;
  if (differences <= MOST_SHOWN)
    console.log(
      `${name} of ${input.toString("hex")}\n  natively ${isAnswered === 1 ? "answered" : "malformed"}, in ` +
        `WebAssembly: ${said}`,
    );
}
for (const [name, count] of [...counts].sort()) console.log(`  ${name}: ${count}`);
const compared = [...counts.values()].reduce((sum, count) => sum + count, 0);
console.log(
  `WebAssembly: ${compared} answers to ${counts.size} questions compared with the native ones, ${differences} differ`,
);
process.exitCode = differences === 0 && compared > 0 ? 0 : 1;
