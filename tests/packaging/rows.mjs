// The table of runtimes: each row says where and how the program runs, and runs it.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { fileIn, project, run, versionIn } from "./installs.mjs";
import { HAND_IN, inChromium, inFirefox } from "./pages.mjs";
import { HERE } from "./places.mjs";
import { asModule } from "./program/index.mjs";

/** Where the table says that something cannot be run here. */
export class NotHere extends Error {}

export const IMPORT = 'import { answer } from "./program.mjs";\nprocess.stdout.write(answer());\n';
export const REQUIRE = 'process.stdout.write(require("./program.cjs").answer());\n';
const IN_PAGE = `import { answer } from "./program.mjs";\n(${HAND_IN})(answer());\n`;
const PAGE = '<!doctype html><meta charset="utf-8"><title>test</title><script type="module" src="/script.js"></script>';
const MODULES = ["arithmetic", "core", "planner"];
const WASM = MODULES.map((name) => `${name}.wasm`);
export const COMMONJS = ["index.cjs", "internal.cjs", "pages.cjs", ...WASM];
export const WRAPPER = ["index.mjs", ...COMMONJS];
/** Where .wasm files are not read: instead of them. */
const textOf = (uses) => uses.map((file) => file.replace(/^(.*)\.wasm$/, "payload/$1.cjs"));
const esModules = (environment) =>
  ["index", "cidr-functions", "schedule-functions", "shared"].map((name) => `${name}.${environment}.mjs`);
const BROWSER = [...esModules("browser"), ...MODULES.map((name) => `payload/${name}.mjs`)];
const WORKERD = [...esModules("workerd"), ...WASM];
const file = (set, name) => readFileSync(join(HERE, "projects", set, name), "utf8");

/** A binary that npm has for this platform. */
function program(set, ...path) {
  const found = fileIn(set, ...path);
  if (found === undefined) throw new NotHere(`npm has no ${path[0]} for ${process.platform}-${process.arch}`);
  return found;
}

const nodeOf = (major) => program("runtimes", `node-${major}`, "bin", "node");
const TOOLS = 24;

const usedBy = (form) => (form === "import" ? WRAPPER : COMMONJS);

function node(major, form) {
  const files = { "main.mjs": IMPORT, "main.cjs": REQUIRE };
  return {
    where: `Node ${versionIn("runtimes", `node-${major}`)}`,
    how: form === "import" ? "`import`" : "`require`",
    uses: usedBy(form),
    run: () =>
      run(project(`node-${major}-${form}`, undefined, files, usedBy(form)), nodeOf(major), [
        form === "import" ? "main.mjs" : "main.cjs",
      ]),
  };
}

function bun(form) {
  return {
    where: `Bun ${versionIn("runtimes", "@oven/bun-linux-x64")}`,
    how: form === "import" ? "`import`" : "`require`",
    uses: usedBy(form),
    run: () => {
      const folder = project(`bun-${form}`, undefined, { "main.mjs": IMPORT, "main.cjs": REQUIRE }, usedBy(form));
      return run(folder, program("runtimes", "@oven", "bun-linux-x64", "bin", "bun"), [
        form === "import" ? "main.mjs" : "main.cjs",
      ]);
    },
  };
}

function deno(form) {
  return {
    where: `Deno ${versionIn("runtimes", "@deno/linux-x64-glibc")}`,
    how: form === "import" ? "`import`" : "`require`",
    uses: textOf(usedBy(form)),
    run: () => {
      const folder = project(
        `deno-${form}`,
        undefined,
        { "main.mjs": IMPORT, "main.cjs": REQUIRE },
        textOf(usedBy(form)),
      );
      // It may read files, and nothing else.
      const args = ["run", "--no-prompt", "--cached-only", "--allow-read", form === "import" ? "main.mjs" : "main.cjs"];
      const env = { DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1", DENO_DIR: join(folder, ".deno") };
      return run(folder, program("runtimes", "@deno", "linux-x64-glibc", "deno"), args, { env });
    },
  };
}

const workerThread = {
  where: `Node ${versionIn("runtimes", `node-${TOOLS}`)}`,
  how: "`import` in a worker thread",
  uses: WRAPPER,
  run: () => {
    const files = {
      "main.mjs":
        'import { Worker } from "node:worker_threads";\nnew Worker(new URL("./worker.mjs", ' +
        'import.meta.url)).on("message", (text) => process.stdout.write(text));\n',
      "worker.mjs":
        'import { parentPort } from "node:worker_threads";\nimport { answer } from "./program.mjs";\n' +
        "parentPort.postMessage(answer());\n",
    };
    return run(project("worker-thread", undefined, files, WRAPPER), nodeOf(TOOLS), ["main.mjs"]);
  },
};

/** A bundler: its own program makes `dist/main.js` from `main.mjs`. */
const BUNDLERS = {
  vite: {
    name: "Vite",
    files: ["vite.config.mjs"],
    args: ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"],
  },
  webpack: { name: "webpack", files: ["webpack.mjs"], args: ["webpack.mjs"] },
  rollup: {
    name: "Rollup",
    files: ["rollup.config.mjs"],
    args: ["node_modules/rollup/dist/bin/rollup", "--config", "rollup.config.mjs", "--silent"],
  },
  esbuild: { name: "esbuild", files: ["esbuild.mjs"], args: ["esbuild.mjs"] },
};

function bundle(bundler, main, uses, ...more) {
  const { files, args } = BUNDLERS[bundler];
  const texts = Object.fromEntries(files.map((name) => [name, file("bundlers", name)]));
  const folder = project(`${bundler}${more.join("")}`, "bundlers", { "main.mjs": main, ...texts }, uses);
  run(folder, nodeOf(TOOLS), [...args, ...more]);
  return join(folder, "dist", "main.js");
}

async function chromium() {
  const browser = await inChromium();
  if (browser.missing !== undefined) throw new NotHere(browser.missing);
  return browser;
}

function firefox() {
  const browser = inFirefox();
  if (browser.missing !== undefined) throw new NotHere(browser.missing);
  return browser;
}

function bundled(bundler) {
  const { name } = BUNDLERS[bundler];
  return {
    where: "Chromium",
    how: `bundled by ${name} ${versionIn("bundlers", bundler)}`,
    uses: BROWSER,
    run: async () =>
      (await chromium()).answer({ "/": PAGE, "/script.js": readFileSync(bundle(bundler, IN_PAGE, BROWSER)) }),
  };
}

/** The package as it is, on a server of static files. */
function plainFiles(page) {
  const folder = project("page", undefined, {}, BROWSER);
  const from = join(folder, "node_modules", "eventstorecloud-planner");
  return {
    "/": page,
    "/program.mjs": asModule.replace('"eventstorecloud-planner"', '"/planner/index.browser.mjs"'),
    ...Object.fromEntries(BROWSER.map((file) => [`/planner/${file}`, readFileSync(join(from, file))])),
  };
}

const INLINE = `<!doctype html><meta charset="utf-8"><title>test</title>\n<script type="module">\n${IN_PAGE}</script>`;
const WORKER =
  `<!doctype html><meta charset="utf-8"><title>test</title>\n<script type="module">\nnew Worker("/worker.mjs", { ` +
  `type: "module" }).onmessage = ({ data }) => (${HAND_IN})(data);\n</script>`;

const page = (where, browser) => ({
  where,
  how: '`<script type="module">`, files as they are',
  uses: BROWSER,
  run: async () => (await browser()).answer(plainFiles(INLINE)),
});

const webWorker = (where, browser) => ({
  where,
  how: "module Web Worker, files as they are",
  uses: BROWSER,
  run: async () => {
    const files = plainFiles(WORKER);
    return (await browser()).answer({
      ...files,
      "/worker.mjs": 'import { answer } from "./program.mjs";\npostMessage(answer());\n',
    });
  },
});

const policy = (scripts) => ({
  "content-security-policy": `default-src 'none'; connect-src 'self'; script-src ${scripts}`,
});
const underPolicy = (where, browser, scripts, refusal) => ({
  where,
  how: `Content-Security-Policy \`script-src ${scripts}\``,
  uses: BROWSER,
  refusal,
  run: async () =>
    (await browser()).answer(
      { "/": PAGE, "/script.js": readFileSync(bundle("esbuild", IN_PAGE, BROWSER)) },
      policy(scripts),
    ),
});

const bundledForNode = {
  where: `Node ${versionIn("runtimes", `node-${TOOLS}`)}`,
  how: `bundled by esbuild ${versionIn("bundlers", "esbuild")}, \`--platform=node --format=cjs\``,
  uses: textOf(WRAPPER),
  run: () => {
    const made = bundle("esbuild", IMPORT, textOf(WRAPPER), "node");
    return run(join(made, ".."), nodeOf(TOOLS), [made]);
  },
};

function workerd(condition, refusal) {
  const [miniflare, esbuild] = ["miniflare", "esbuild"].map((name) => versionIn("workers", name));
  const bundling = `miniflare ${miniflare}, bundled by esbuild ${esbuild}`;
  return {
    where: `workerd ${versionIn("workers", "workerd")}`,
    how:
      condition === "workerd"
        ? `${bundling} with the condition \`workerd\``
        : `${bundling} without the condition \`workerd\``,
    uses: condition === "workerd" ? WORKERD : BROWSER,
    refusal,
    run: () => {
      const files = {
        "main.mjs":
          'import { answer } from "./program.mjs";\nexport default { fetch: () => new Response(answer()) };\n',
        "serve.mjs": file("workers", "serve.mjs"),
      };
      return run(
        project(`workerd-${condition}`, "workers", files, condition === "workerd" ? WORKERD : BROWSER),
        nodeOf(TOOLS),
        ["serve.mjs", condition],
      );
    },
  };
}

const IN_TEST = 'require("fs").writeFileSync("answer.json", require("./program.cjs").answer());';
const jest = {
  where: `jest ${versionIn("runners", "jest")}`,
  how: `\`jsdom\` environment, \`require\``,
  uses: COMMONJS,
  run: () => {
    const files = {
      "planner.test.js": `test("the program", () => { ${IN_TEST} });\n`,
      "jest.config.cjs":
        'module.exports = { testEnvironment: "jsdom", transform: {}, watchman: false, cacheDirectory: ".jest" };\n',
    };
    const folder = project("jest", "runners", files, COMMONJS);
    run(folder, nodeOf(TOOLS), ["node_modules/jest/bin/jest.js", "--runInBand", "--silent"]);
    return readFileSync(join(folder, "answer.json"), "utf8");
  },
};

const vitest = {
  where: `vitest ${versionIn("runners", "vitest")}`,
  how: "`jsdom` environment, `import`",
  uses: WRAPPER,
  run: () => {
    const files = {
      "planner.test.mjs":
        'import { writeFileSync } from "node:fs";\nimport { test } from "vitest";\nimport { answer } from ' +
        '"./program.mjs";\n' +
        'test("the program", () => writeFileSync("answer.json", answer()));\n',
      "vitest.config.mjs":
        "export default { root: import.meta.dirname, " +
        'test: { environment: "jsdom", include: ["planner.test.mjs"] } };\n',
    };
    const folder = project("vitest", "runners", files, WRAPPER);
    run(folder, nodeOf(TOOLS), ["node_modules/vitest/vitest.mjs", "run", "--config", "vitest.config.mjs"]);
    return readFileSync(join(folder, "answer.json"), "utf8");
  },
};

/** In the order of the table. The first is what the others are compared with. */
export const ROWS = [
  ...[18, 20, 22, 24].flatMap((major) => [node(major, "require"), node(major, "import")]),
  workerThread,
  bundledForNode,
  bun("import"),
  bun("require"),
  deno("import"),
  deno("require"),
  page("Chromium", chromium),
  ...Object.keys(BUNDLERS).map(bundled),
  webWorker("Chromium", chromium),
  underPolicy("Chromium", chromium, "'self' 'wasm-unsafe-eval'"),
  underPolicy("Chromium", chromium, "'self'", /^EnvironmentError: .*Add 'wasm-unsafe-eval' to its script-src/),
  page("Firefox", firefox),
  webWorker("Firefox", firefox),
  underPolicy("Firefox", firefox, "'self' 'wasm-unsafe-eval'"),
  underPolicy("Firefox", firefox, "'self'", /^EnvironmentError: .*Add 'wasm-unsafe-eval' to its script-src/),
  workerd("workerd"),
  workerd("none", /^EnvironmentError: .*export condition `workerd`/),
  jest,
  vitest,
];
