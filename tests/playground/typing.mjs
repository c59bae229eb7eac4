// How typing feels in a large document: from a key to the next frame, and from a key to its diagnostics.
// `npm run playground:typing` prints it for the built page; with the paths of pages, for each of them in turn, so that
// two builds are compared under the same load.
import { resolve } from "node:path";
import { loadavg } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch } from "../browser/open.mjs";
import { address } from "./support.mjs";

/** A sound document of 1,001 resources. */
function largeDocument() {
  const resources = [{ kind: "Project", name: "p", args: { name: "p" } }];
  for (let i = 0; i < 250; i += 1) {
    const common = { projectId: { ref: "p" } };
    resources.push(
      {
        kind: "Network",
        name: `net${i}`,
        args: { ...common, name: `net${i}`, resourceProvider: "aws", region: "us-east-1", cidrBlock: `10.${i}.0.0/16` },
      },
      {
        kind: "ManagedCluster",
        name: `db${i}`,
        args: {
          ...common,
          networkId: { ref: `net${i}` },
          name: `db${i}`,
          topology: "three-node-multi-zone",
          instanceType: "M32",
          diskType: "gp3",
          diskSize: 1000,
          diskIops: 3000,
          diskThroughput: 125,
          serverVersion: "26.0",
        },
      },
      {
        kind: "Peering",
        name: `peer${i}`,
        args: {
          ...common,
          networkId: { ref: `net${i}` },
          name: `peer${i}`,
          peerResourceProvider: "aws",
          peerNetworkRegion: "us-east-1",
          peerAccountId: "012345678901",
          peerNetworkId: "vpc-0a1b2c3d4e5f67890",
          routes: ["172.20.0.0/16"],
        },
      },
      {
        kind: "ScheduledBackup",
        name: `b${i}`,
        args: {
          ...common,
          sourceClusterId: { ref: `db${i}` },
          description: "nightly",
          schedule: "0 2 * * *",
          backupDescription: "{cluster} nightly {datetime:rfc3339}",
          maxBackupCount: 14,
        },
      },
    );
  }
  return JSON.stringify({ resources }, null, 2);
}

/** The same as a program. */
function largeProgram() {
  const written = JSON.parse(largeDocument()).resources.map(({ kind, name, args }) => {
    const properties = Object.entries(args).map(
      ([key, value]) => `    ${key}: ${value?.ref === undefined ? JSON.stringify(value) : `${value.ref}.id`},`,
    );
    return `const ${name} = new esc.${kind}("${name}", {\n${properties.join("\n")}\n});`;
  });
  return `import * as esc from "@eventstore/pulumi-eventstorecloud";\n\n${written.join("\n\n")}\n`;
}

/** Puts a text into the editor as a paste does. */
export async function write(page, content) {
  await page.locator("#editor .cm-content").focus();
  await page.keyboard.press("Control+a");
  await page.evaluate((content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", content);
    document.activeElement.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, content);
}

/**
 * Types into a page that shows a large document, and takes the times that the page sees: `paint` from a key to the
 * frame that shows it, while somebody types without a rest; `diagnostics` from the last key of a few to their
 * underlines.
 */
export async function typing(page, { content = largeDocument(), view = "diagnostics", runs = 20 } = {}) {
  await write(page, content);
  await page.locator("#form-note", { hasText: "1,001 resources" }).waitFor({ timeout: 30_000 });
  await page.locator(`#tab-${view}`).click();
  await page.locator("#editor .cm-content").focus();
  await page.keyboard.press("Control+Home");
  await page
    .locator("#editor .cm-line", { hasText: /name"?: "net0"/ })
    .first()
    .click();
  await page.keyboard.press("End");
  for (let i = 0; i < 2; i += 1) await page.keyboard.press("ArrowLeft");
  await page.waitForTimeout(800);
  await page.evaluate(() => {
    globalThis.paints = [];
    globalThis.lastKeyDown = 0;
    addEventListener(
      "keydown",
      (event) => {
        const start = (globalThis.lastKeyDown = event.timeStamp);
        // A message that is sent in a frame arrives when the frame has been made.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => globalThis.paints.push(performance.now() - start);
          port2.postMessage(undefined);
        });
      },
      true,
    );
    performance.clearMeasures();
  });
  const measured = () => page.evaluate(() => performance.getEntriesByName("key-to-diagnostics").length);
  const diagnostics = [];
  for (let run = 0; run < runs; run += 1) {
    const before = await measured();
    await page.keyboard.press(run % 2 === 0 ? "x" : "Backspace");
    await page.waitForFunction((before) => performance.getEntriesByName("key-to-diagnostics").length > before, before, {
      timeout: 10_000,
      polling: 10,
    });
    // The end of the measure against the time of the key itself, not the time at which the page came to it.
    diagnostics.push(
      await page.evaluate(() => {
        const last = performance.getEntriesByName("key-to-diagnostics").at(-1);
        return last.startTime + last.duration - globalThis.lastKeyDown;
      }),
    );
    await page.waitForTimeout(150);
  }
  await page.evaluate(() => {
    globalThis.paints.length = 0;
  });
  for (let run = 0; run < runs * 3; run += 1) {
    await page.keyboard.press(run % 2 === 0 ? "x" : "Backspace");
    await page.waitForTimeout(90 + (run % 7 === 6 ? 250 : 0));
  }
  const paint = await page.evaluate(() => globalThis.paints);
  return { paint, diagnostics };
}

export function quantile(list, share) {
  return [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];
}

export function line(list) {
  return `median ${quantile(list, 0.5).toFixed(0)} ms, p95 ${quantile(list, 0.95).toFixed(0)} ms`;
}

async function main(pages) {
  const browser = await launch();
  const cases = {
    "JSON, diagnostics": {},
    "JSON, addresses": { view: "addresses" },
    "JSON, backups": { view: "backups" },
    "TypeScript, diagnostics": { content: largeProgram() },
  };
  try {
    for (const [name, options] of Object.entries(cases)) {
      for (const url of pages) {
        const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
        await page.goto(url);
        await page.waitForSelector("html[data-ready]");
        const { paint, diagnostics } = await typing(page, options);
        console.log(
          `${name}: key to frame ${line(paint)}; key to diagnostics ${line(diagnostics)}; load ` +
            `${loadavg()[0].toFixed(1)}${pages.length > 1 ? `; ${url}` : ""}`,
        );
        await page.close();
      }
    }
  } finally {
    await browser.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const pages = process.argv.slice(2).map((path) => pathToFileURL(resolve(path)).href);
  await main(pages.length > 0 ? pages : [address]);
}
