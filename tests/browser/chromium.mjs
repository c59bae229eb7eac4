// A headless Chromium without root and without a download: an installed one, else the one inside npm's
// `@sparticuz/chromium`.
import { execFileSync } from "node:child_process";
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import { chromium } from "playwright-core";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** No browser could be started; `message` is one line. */
export class NoBrowser extends Error {}

/** Starts the first Chromium that works. Close it when you are done. */
export async function launch() {
  const tried = [];
  for await (const candidate of candidates(tried)) {
    try {
      return await start(candidate);
    } catch (error) {
      tried.push(`${candidate.name}: ${reason(error)}`);
    }
  }
  throw new NoBrowser(`no headless Chromium could be started (${tried.join("; ")})`);
}

/** What to try, in this order. Each is prepared only when those before it have failed. */
async function* candidates(tried) {
  const { CHROME_PATH, PATH = "" } = process.env;
  // Who names a browser means that one and no other.
  if (CHROME_PATH) return yield { name: `CHROME_PATH=${CHROME_PATH}`, path: CHROME_PATH };
  const folders = PATH.split(delimiter).filter(Boolean);
  const installed = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) =>
    existsSync(file),
  );
  if (installed) yield { name: installed, path: installed };
  else tried.push("none installed");
  if (process.platform !== "linux" || process.arch !== "x64") return;
  try {
    const { path, libraries } = await unpack();
    yield { name: "npm's @sparticuz/chromium", path };
    yield { name: "the same with its own shared libraries", path, libraries };
  } catch (error) {
    tried.push(`npm's @sparticuz/chromium: ${reason(error)}`);
  }
}

function start({ path, libraries }) {
  return chromium.launch({
    executablePath: path,
    headless: true,
    args: [
      // Only our own pages on this machine are opened; in containers, and as root, the sandbox does not start.
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--disable-gpu",
      // With the crash reporter off, as Playwright has it, nobody handles the signal by which V8 notices an access
      // outside the wasm memory: the page would crash where a user's browser throws. Checks in the code instead.
      "--disable-features=WebAssemblyTrapHandler",
    ],
    env: libraries ? { ...process.env, LD_LIBRARY_PATH: libraries } : process.env,
    timeout: 60_000,
  });
}

/** Unpacks the npm package's Chromium (64 MB of brotli) once, into node_modules/.cache. */
async function unpack() {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const from = entry.slice(0, entry.lastIndexOf(join("build", "")));
  const { version } = JSON.parse(readFileSync(join(from, "package.json"), "utf8"));
  const folder = join(root, "node_modules", ".cache", `chromium-${version}`);
  const result = { path: join(folder, "chromium"), libraries: join(folder, "lib") };
  if (existsSync(result.path)) return result;
  // Into a folder of its own first, so that an interrupted or a second run never meets half a browser.
  const making = `${folder}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  const brotli = (name, to, mode) =>
    pipeline(
      createReadStream(join(from, "bin", name)),
      createBrotliDecompress(),
      createWriteStream(join(making, to), { mode }),
    );
  await Promise.all([
    brotli("chromium.br", "chromium", 0o755),
    brotli("swiftshader.tar.br", "swiftshader.tar"),
    // NSS and friends, for machines that have no desktop libraries.
    brotli("al2023.tar.br", "lib.tar"),
  ]);
  for (const archive of ["swiftshader.tar", "lib.tar"]) {
    execFileSync("tar", ["-xf", archive], { cwd: making });
    rmSync(join(making, archive));
  }
  try {
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true });
    if (!existsSync(result.path)) throw error;
  }
  return result;
}

/** The first line of an error that says something, without terminal colours. */
function reason(error) {
  // eslint-disable-next-line no-control-regex
  const lines = String(error?.message ?? error)
    .replace(/\u001b\[[0-9;]*m/g, "")
    .split("\n");
  return (lines.find((line) => /error while loading|ENOENT|cannot/i.test(line)) ?? lines[0]).trim().slice(0, 200);
}
