// Runs JavaScript in a headless Chromium, on a page of a local server, and brings the result back.
import { createServer } from "node:http";
import { launch, NoBrowser } from "./chromium.mjs";

export { launch, NoBrowser };

/** Under CI a missing browser is a failure; elsewhere a test may skip. */
export const browserRequired = Boolean(process.env.CI) && process.env.CI !== "false";

/**
 * Runs `script`, the text of an ES module without imports left in it (bundle it with esbuild), and returns what it
 * put into `globalThis.result`: a value that JSON can carry, or a promise of one. Throws when the script throws, when
 * it leaves no result, or after `timeout` ms. `headers` are sent with the page, to try a Content-Security-Policy.
 */
export async function runInBrowser(script, { timeout = 60_000, headers = {} } = {}) {
  const files = {
    "/": [
      "text/html",
      '<!doctype html><meta charset="utf-8"><title>test</title><script type="module" src="/script.js"></script>',
    ],
    "/script.js": ["text/javascript", script],
  };
  return await serve(files, headers, async (url) => {
    return await withPage(async (page, problems) => {
      await page.goto(url, { timeout });
      const done = page.evaluate(async () => {
        // Modules have run when `load` has fired, and goto waits for it.
        if (!("result" in globalThis)) return undefined;
        return JSON.stringify((await globalThis.result) ?? null);
      });
      const text = await within(timeout, done, "the script's result");
      if (text === undefined) throw new Error(`the script left nothing in globalThis.result${list(problems)}`);
      return JSON.parse(text);
    });
  });
}

/** Opens a browser with one page; `problems` collects the page's uncaught errors and console errors. */
export async function withPage(work) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const problems = [];
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    return await work(page, problems);
  } finally {
    await browser.close();
  }
}

/** Serves the files ({ "/path": [type, text or bytes] }) on a free port while `work` runs. */
export async function serve(files, headers, work) {
  const server = createServer((request, response) => {
    const [type, content] = files[new URL(request.url, "http://localhost").pathname] ?? [];
    if (type === undefined) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": `${type}; charset=utf-8`, ...headers }).end(content);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  try {
    return await work(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** The promise, or an error when it takes longer. */
export async function within(milliseconds, promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not come within ${milliseconds / 1000} s`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function list(problems) {
  return problems.length > 0 ? `; the page said:\n  ${problems.join("\n  ")}` : "";
}
