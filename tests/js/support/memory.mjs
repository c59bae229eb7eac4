// Watches the memories of the WebAssembly instances that are made. To be imported before the package's first call.
const { Instance } = WebAssembly;

/** The memory of each instance, the oldest first. */
export const memories = [];

WebAssembly.Instance = class extends Instance {
  constructor(...given) {
    super(...given);
    if (this.exports.memory instanceof WebAssembly.Memory) memories.push(this.exports.memory);
  }
};
