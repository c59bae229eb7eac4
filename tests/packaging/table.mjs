// docs/runtimes.md: the rows as a table.

const HEAD = `<!-- Written by \`UPDATE_CASES=1 npm test -- packaging\`; do not edit. -->
# Where it runs

The package is packed, installed into an empty project, and really run in each of these: one program that checks the
published example, builds, plans, and asks for blocks, schedules and a rule. "works" means that its answer is, byte for
byte, the one of Node. "not tried" means just that.

| where | how it gets there | files of the package | result |
|---|---|---|---|
`;

const FOOT = `
- Nothing happens at import. WebAssembly is compiled at the first call that needs it, without a network and without a file
  that must be found: it is a part of the JavaScript, and a bundler leaves out what a program does not use: \`core\` has checks,
  builders and facts, \`planner\` plans, \`arithmetic\` has \`cidr\` and \`schedule\`. Node reads the .wasm files beside its
  JavaScript instead, if they are there, because that is faster; workerd takes them as modules.
- A page that loads the .wasm files by itself gives them to \`init\` before the first call; after it they have no effect. With
  \`core.wasm\` copied to where the page is, \`await init("core.wasm")\` compiles it while it is loaded. A \`URL\`, a \`Response\`, the
  bytes and a \`WebAssembly.Module\` will do, too. Node reads the files by itself; its \`fetch\` loads none from the disk.
- A page with a Content-Security-Policy needs \`'wasm-unsafe-eval'\` in its \`script-src\`. Without it the first call throws
  an \`EnvironmentError\` that says so. Nothing else of a policy is touched: no \`eval\`, no worker, no connection.
- The entry points \`pulumi\`, \`pulumi/guard\`, \`policy\` and \`testing\` are for Node, where Pulumi's programs run:
  [pulumi.md](pulumi.md).
`;

/** The page. */
export function pageOf(rows, results) {
  const line = (row) => `| ${row.where} | ${row.how} | ${row.uses.join(", ")} | ${results.get(row)} |\n`;
  return HEAD + rows.map(line).join("") + FOOT;
}

/** The results on a page, in the order of its rows. */
export function resultsIn(page) {
  const lines = page.split("\n").filter((line) => line.startsWith("| "));
  return lines.slice(1).map((line) => line.split(" | ").at(-1).replace(/ \|$/, ""));
}
