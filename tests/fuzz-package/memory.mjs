// Watches the memory of the core. To be imported before the package makes its first call.
const { Instance } = WebAssembly;
const memories = [];

WebAssembly.Instance = class extends Instance {
  constructor(...given) {
    super(...given);
    if (this.exports.memory instanceof WebAssembly.Memory) memories.push(this.exports.memory);
  }
};

/** How many instances have been made, and the bytes of the one in use. */
export const instances = () => ({ made: memories.length, bytes: memories.at(-1)?.buffer.byteLength ?? 0 });
