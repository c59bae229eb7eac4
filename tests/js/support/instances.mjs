// Watches the WebAssembly instances that are made, and can stop one. To be imported before the package's first call.
const { Instance } = WebAssembly;

/** The memory of each instance, the oldest first. */
export const memories = [];

let stop;
/** Makes the next call stop in the core, with what an engine throws then: no input of the real one does that. */
export const stopNextCall = (error = new WebAssembly.RuntimeError("unreachable")) => (stop = error);

WebAssembly.Instance = class {
  constructor(...given) {
    const { exports } = new Instance(...given);
    // That of the planner works in the memory of another.
    if (exports.memory !== undefined) memories.push(exports.memory);
    const stoppable = (work) =>
      typeof work !== "function"
        ? work
        : (...args) => {
            if (stop === undefined) return work(...args);
            const error = stop;
            stop = undefined;
            throw error;
          };
    this.exports = Object.fromEntries(Object.entries(exports).map(([name, item]) => [name, stoppable(item)]));
  }
};
