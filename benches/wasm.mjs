// Reads a wasm module as far as its sizes go: functions with their names, data.

/** `{ functions: [{ name, body }], data }`; names are those of the name section. */
export function readModule(bytes) {
  const module = new WebAssembly.Module(bytes);
  const imported = WebAssembly.Module.imports(module).filter(({ kind }) => kind === "function").length;
  const [section] = WebAssembly.Module.customSections(module, "name");
  const names = functionNames(new Reader(new Uint8Array(section ?? new ArrayBuffer(0))));
  let [bodies, data] = [[], Buffer.alloc(0)];
  for (const [id, content] of sections(new Reader(bytes, 8))) {
    if (id === 10) bodies = content.list(() => content.take());
    if (id === 11) data = content.bytes;
  }
  return { functions: bodies.map((body, i) => ({ name: names.get(i + imported) ?? "", body })), data };
}

function functionNames(read) {
  for (const [id, names] of sections(read))
    if (id === 1) return new Map(names.list(() => [names.number(), names.text()]));
  return new Map();
}

function* sections(read) {
  while (read.at < read.bytes.length) yield [read.number(), new Reader(read.take())];
}

class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  /** An unsigned LEB128. */
  number() {
    let result = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.at++];
      result += (byte & 127) * factor;
      if (byte < 128) return result;
    }
  }
  /** As many bytes as the number before them says. */
  take() {
    const length = this.number();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
  text() {
    return Buffer.from(this.take()).toString("utf8");
  }
  list(each) {
    return Array.from({ length: this.number() }, each);
  }
}
