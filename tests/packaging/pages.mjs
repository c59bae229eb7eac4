// Pages in real browsers. A page hands in its answer by POST, so that any browser can be opened on it, by whatever
// means.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

import { launch, NoBrowser } from "../browser/chromium.mjs";
import { within } from "../browser/open.mjs";

const TYPES = { html: "text/html", mjs: "text/javascript", js: "text/javascript", wasm: "application/wasm" };

/** What a page's script does with an answer. */
export const HAND_IN = '(answer) => fetch("/answer", { method: "POST", body: answer })';

/** The answer of a page: `files` are texts by path, `/` is the page. The headers are sent with everything. */
async function answerOf(files, headers, open) {
  let hand;
  const answer = new Promise((resolve) => (hand = resolve));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (request.method === "POST") {
      const chunks = [];
      request.on("data", (chunk) => chunks.push(chunk));
      request.on("end", () => (response.end(), hand(Buffer.concat(chunks).toString())));
      return;
    }
    const content = files[pathname];
    if (content === undefined) return response.writeHead(404).end();
    const type = TYPES[pathname === "/" ? "html" : pathname.split(".").at(-1)];
    response.writeHead(200, { "content-type": `${type}; charset=utf-8`, ...headers }).end(content);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  try {
    return await open(`http://127.0.0.1:${server.address().port}/`, answer);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

let chromium;

/** Opens pages in one Chromium: `{ version, answer(files, headers) }`, or why there is none. */
export function inChromium() {
  chromium ??= launch().then(
    (browser) => ({
      version: browser.version(),
      close: () => browser.close(),
      answer: (files, headers = {}) =>
        answerOf(files, headers, async (url, answer) => {
          const page = await browser.newPage();
          const said = [];
          page.on("pageerror", (error) => said.push(error.message));
          page.on("console", (message) => message.type() === "error" && said.push(message.text()));
          try {
            await page.goto(url);
            return await within(30_000, answer, "the answer of the page");
          } catch (error) {
            throw new Error([error.message, ...said].join("\n"));
          } finally {
            await page.close();
          }
        }),
    }),
    (error) => {
      if (error instanceof NoBrowser) return { missing: error.message, close() {} };
      throw error;
    },
  );
  return chromium;
}

/** Opens pages in an installed Firefox, one process for each: `{ answer(files, headers) }`, or why there is none. */
export function inFirefox() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const program = ["firefox-esr", "firefox"]
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
  if (program === undefined) return { missing: "no Firefox is installed" };
  const answer = (files, headers = {}) =>
    answerOf(files, headers, async (url, answer) => {
      const profile = mkdtempSync(join(tmpdir(), "firefox-"));
      // It asks nothing and calls nobody; without its own sandbox it starts in a container too.
      writeFileSync(join(profile, "user.js"), PREFERENCES);
      const env = { ...process.env, HOME: profile, MOZ_DISABLE_CONTENT_SANDBOX: "1", MOZ_CRASHREPORTER_DISABLE: "1" };
      const firefox = spawn(program, ["--headless", "--no-remote", "--profile", profile, url], {
        env,
        stdio: "ignore",
        detached: true,
      });
      try {
        const failed = new Promise((_, reject) => firefox.on("error", reject));
        return await within(90_000, Promise.race([answer, failed]), "the answer of the page");
      } finally {
        const gone = new Promise((done) => firefox.once("exit", done));
        // With its children, which are in a group of their own.
        if (firefox.pid !== undefined && firefox.exitCode === null) process.kill(-firefox.pid, "SIGKILL");
        await gone;
        rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
      }
    });
  return { answer };
}

const PREFERENCES = Object.entries({
  "app.update.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "services.settings.server": "",
  "toolkit.telemetry.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "termsofuse.bypassNotification": true,
})
  .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
  .join("");
