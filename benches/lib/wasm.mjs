// Reads a wasm module as far as its sizes go: sections, functions with their names, data.

/** `{ sections: { name: size }, functions: [{ name, body }], data }`; names are those of the name section. */
export function readModule(bytes) {
  const read = new Reader(bytes);
  read.at = 8;
  const module = { sections: {}, functions: [], data: Buffer.alloc(0) };
  const names = new Map();
  let imported = 0;
  while (read.at < bytes.length) {
    const id = read.byte();
    const end = read.number() + read.at;
    const start = read.at;
    const label = id === 0 ? `"${read.text()}"` : (SECTIONS[id] ?? String(id));
    module.sections[label] = (module.sections[label] ?? 0) + end - start;
    if (id === 2) imported = importedFunctions(read);
    if (id === 10) module.functions = read.list(() => read.bytesOf(read.number()));
    if (id === 11) module.data = bytes.subarray(start, end);
    if (label === '"name"') functionNames(read, end, names);
    read.at = end;
  }
  module.functions = module.functions.map((body, i) => ({ name: names.get(i + imported) ?? "", body }));
  return module;
}

const SECTIONS = {
  1: "types",
  2: "imports",
  3: "functions",
  4: "tables",
  5: "memory",
  6: "globals",
  7: "exports",
  9: "elements",
  10: "code",
  11: "data",
};

/** How many functions are imported: they have the first numbers. */
function importedFunctions(read) {
  const limits = () => {
    const flags = read.number();
    read.number();
    if (flags & 1) read.number();
  };
  const kinds = [
    () => read.number(),
    () => (read.byte(), limits()),
    () => limits(),
    () => (read.byte(), read.byte()),
    () => (read.byte(), read.number()),
  ];
  const found = read.list(() => {
    read.text();
    read.text();
    const kind = read.byte();
    kinds[kind]();
    return kind;
  });
  return found.filter((kind) => kind === 0).length;
}

function functionNames(read, end, names) {
  while (read.at < end) {
    const kind = read.byte();
    const next = read.number() + read.at;
    if (kind === 1) read.list(() => names.set(read.number(), read.text()));
    read.at = next;
  }
}

class Reader {
  at = 0;
  constructor(bytes) {
    this.bytes = bytes;
  }
  byte() {
    return this.bytes[this.at++];
  }
  /** An unsigned LEB128. */
  number() {
    let result = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      result += (byte & 127) * factor;
      if (byte < 128) return result;
    }
  }
  bytesOf(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
  text() {
    return this.bytesOf(this.number()).toString("utf8");
  }
  list(each) {
    return Array.from({ length: this.number() }, () => each());
  }
}
