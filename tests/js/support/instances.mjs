// Watches the WebAssembly instances that are made, and can stop one. To be imported before the package's first call.
const { Instance } = WebAssembly;

/** The memory of each instance, the oldest first. */
export const memories = [];

let stops = false;
/** Makes the next call stop in the core, as it would on a bug: no input of the real one does that. */
export const stopNextCall = () => (stops = true);

WebAssembly.Instance = class {
  constructor(...given) {
    const { exports } = new Instance(...given);
    memories.push(exports.memory);
    const stoppable = (work) =>
      typeof work !== "function"
        ? work
        : (...args) => {
            if (!stops) return work(...args);
            stops = false;
            throw new WebAssembly.RuntimeError("unreachable");
          };
    this.exports = Object.fromEntries(Object.entries(exports).map(([name, item]) => [name, stoppable(item)]));
  }
};
