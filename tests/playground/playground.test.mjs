// The playground as somebody uses it: opened from a disk, typed into, driven by keyboard, shared, checked for
// accessibility.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, afterEach, beforeEach, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { browserRequired, launch, NoBrowser, serve } from "../browser/open.mjs";
import { address, VIEWS } from "./support.mjs";
import { line, quantile, typing, write as writeInto } from "./typing.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser;
let why;
try {
  browser = await launch();
} catch (error) {
  if (!(error instanceof NoBrowser) || browserRequired) throw error;
  why = error.message;
}

describe("playground", { skip: why }, () => {
  let page;
  let pageErrors = [];
  let requests = [];

  after(() => browser?.close());
  beforeEach(async () => {
    page = await open();
  });
  afterEach(async () => {
    await page.close();
    assert.deepEqual(pageErrors, []);
    assert.deepEqual(requests, [], "the page asks no network for anything");
  });

  async function open({ url = address, before, ...options } = {}) {
    pageErrors = [];
    requests = [];
    const next = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
    next.setDefaultTimeout(5000);
    next.on("pageerror", (error) => pageErrors.push(error.message));
    next.on("console", (message) => message.type() === "error" && pageErrors.push(message.text()));
    next.on("request", (request) => {
      if (!/^(file|data|blob):/.test(request.url())) requests.push(request.url());
    });
    if (before !== undefined) await next.addInitScript(before);
    await next.goto(url);
    await next.waitForSelector("html[data-ready]");
    return next;
  }

  const status = (text) => page.locator("#status", { hasText: text }).waitFor({ timeout: 5000 });
  const said = (text) => page.locator("#message", { hasText: text }).waitFor({ timeout: 5000 });
  const tab = (name) => page.locator(`#tab-${name}`).click();
  const example = (id) => page.getByLabel("Example").selectOption(id);
  const text = () =>
    page.evaluate(
      () =>
        document.querySelector("#editor .cm-content").cmTile?.view?.state.doc.toString() ??
        document.querySelector("#editor .cm-content").cmView.view.state.doc.toString(),
    );
  const underlined = () => page.locator("#editor .cm-lintRange-error").allTextContents();

  const write = (content) => writeInto(page, content);

  const NETWORK = {
    kind: "Network",
    name: "net",
    args: {
      projectId: "c2bq5k5o4t0gqrkt0030",
      name: "net",
      resourceProvider: "aws",
      region: "us-east-1",
      cidrBlock: "10.20.0.0/16",
    },
  };
  const documentOf = (...resources) => JSON.stringify({ partial: true, resources }, null, 2);

  describe("editor", () => {
    it("opens from a disk and underlines the seven errors of the published program at their values", async () => {
      assert.ok(page.url().startsWith("file://"));
      await status("7 errors, 1 warning");
      const marks = await underlined();
      for (const value of ['"@pulumi/eventstorecloud"', '"us-east1"', '""', '"gp2"', '"20.10"', '"@daily"'])
        assert.ok(marks.includes(value), `${value} in ${marks}`);
    });

    it("underlines an error as it is typed, and writes the fix without changing the rest", async () => {
      await write(documentOf(NETWORK));
      await status("No diagnostics");
      const good = await text();
      await page.locator("#editor .cm-line", { hasText: "us-east-1" }).click();
      await page.keyboard.press("End");
      for (let i = 0; i < 4; i += 1) await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("Delete"); // the dash before 1
      await status("1 error");
      assert.deepEqual(await underlined(), ['"us-east1"']);
      await page.locator("#panel-diagnostics tr[data-code=NET011]").getByRole("button", { name: /^Fix/ }).click();
      await status("No diagnostics");
      assert.equal(await text(), good);
      await said("Fixed");
    });

    it("shows message, help and fix where the pointer is, and fixes from there", async () => {
      await page.locator("#editor .cm-lintRange-error", { hasText: "us-east1" }).hover();
      const tooltip = page.locator(".cm-tooltip-lint");
      await tooltip.waitFor();
      assert.match(await tooltip.textContent(), /NET011.*is not how AWS spells a region.*use us-east-1/s);
      await tooltip.getByRole("button", { name: /Fix: region: "us-east-1"/ }).click();
      await status("6 errors");
    });

    it("shows the page of a rule, and jumps to the location", async () => {
      await page
        .locator("tr[data-code=CLU006]")
        .getByRole("button", { name: /go to its location/ })
        .click();
      const rule = page.getByRole("complementary", { name: "Page of the rule" });
      for (const part of ["CLU006", "What it checks", "Why", "Use instead", "Source"])
        assert.ok((await rule.textContent()).includes(part), part);
      assert.equal(await page.evaluate(() => document.activeElement.closest("#editor") !== null), true);
      assert.equal(await page.evaluate(() => getSelection().toString()), '"gp2"');
    });

    it("fixes everything that can be fixed at once", async () => {
      await page.getByRole("button", { name: "Fix all (6)" }).click();
      await status("1 error, 1 warning"); // the empty cidrBlock is for somebody to decide
      const { resources } = JSON.parse(await text());
      assert.deepEqual(
        [resources[2].args.diskType, resources[2].args.diskIops, resources[3].args.schedule],
        ["gp3", 3000, "0 0 * * *"],
      );
    });

    it("continues after a syntax error, and lists both", async () => {
      await write(documentOf({ ...NETWORK, args: { ...NETWORK.args, region: "us-east1" } }).replace('"aws",', '"aws"'));
      await status("1 syntax error, 1 error");
      assert.match(
        await page.locator("#panel-diagnostics .list tr", { hasText: "syntax" }).textContent(),
        /line 11.*expected a comma/,
      );
    });

    it("finds the same in the program as in its document", async () => {
      await example("program");
      await page.locator("#form-note", { hasText: "Pulumi program" }).waitFor();
      await status("7 errors, 1 warning");
      assert.ok((await underlined()).includes('"us-east1"'));
    });

    it("reads a Pulumi program, and keeps its quotes when it fixes", async () => {
      await write(
        [
          'import * as esc from "@eventstore/pulumi-eventstorecloud";',
          "const region = 'us-east1';",
          'const project = new esc.Project("orders", { name: "orders" });',
          "new esc.Network(\"net\", { projectId: project.id, name: `net`, resourceProvider: 'aws', region, " +
            "cidrBlock: '10.20.0.1/16' });",
        ].join("\n"),
      );
      await page.locator("#form-note", { hasText: "Pulumi program, 2 resources" }).waitFor();
      assert.ok((await underlined()).includes("'10.20.0.1/16'"));
      await page.locator("tr[data-code=NET007]").getByRole("button", { name: /^Fix/ }).click();
      await page.locator("tr[data-code=NET007]").waitFor({ state: "detached" });
      assert.match(await text(), /cidrBlock: '10\.20\.0\.0\/16' \}\);$/);
    });

    it("reads which resources a resource of a program depends on", async () => {
      const program = (options) =>
        [
          'import * as esc from "@eventstore/pulumi-eventstorecloud";',
          'const replicas = new esc.ManagedClusterReplicaset("replicas", { clusterId: db.id, projectId, ' +
            "replicaCount: 1 });",
          'const db = new esc.ManagedCluster("db", { ...common, name: "db" });',
          `new esc.ScheduledBackup("nightly", { ...common, sourceClusterId: db.id, schedule: "0 2 * * *" }${options});`,
        ].join("\n");
      await write(program(""));
      await page.locator("tr[data-code=REP007]").waitFor();
      for (const options of [
        ", { dependsOn: [replicas] }",
        ", { dependsOn: replicas }",
        ", options",
        ", { dependsOn: others() }",
      ]) {
        await write(program(""));
        await page.locator("tr[data-code=REP007]").waitFor();
        await write(program(options));
        await page.locator("tr[data-code=REP007]").waitFor({ state: "detached" });
      }
    });

    it("reads templates, builders and comments, and lists the parts of a program that are not checked", async () => {
      await write(
        [
          'import * as esc from "@eventstore/pulumi-eventstorecloud";',
          'import { network, managedCluster } from "eventstorecloud-planner";',
          "const common = { projectId: pulumi.interpolate`${stack}-id` }; // a comment with { braces }",
          'const net = new esc.Network("net", network({ ...common, /* no */ name: `net`, resourceProvider: ' +
            '"aws", region: `us-east1`, cidrBlock: "10.20.0.0/16" }));',
          'new esc.Network(`tpl-${i}`, { projectId, name: `a-${i}`, resourceProvider: "aws", region: "eu-west1", ' +
            'cidrBlock: "10.21.0.0/16" });',
          'for (const one of list) new esc.Network("looped", { projectId, name: "l", resourceProvider: "gcp", ' +
            'region: "us-east1", cidrBlock: one });',
          'new esc.ManagedCluster("db", managedCluster(argsOf(net)), { protect: true });',
          'new esc.Nework("typo", { name: "x" });',
        ].join("\n"),
      );
      await page.locator("#form-note", { hasText: "Pulumi program, 4 resources" }).waitFor();
      const marks = await underlined();
      for (const mark of ["`us-east1`", '"eu-west1"']) assert.ok(marks.includes(mark), `${mark} in ${marks}`);
      const unevaluated = page.locator("details.unevaluated");
      await unevaluated.locator("summary", { hasText: "5 parts" }).click();
      const listed = await unevaluated.textContent();
      for (const part of [
        /line 4.*args of this Network contain a spread/,
        /line 5.*name of this Network is unknown/,
        /line 6.*created in a loop or function/,
        /line 7.*args of this ManagedCluster are unknown/,
        /line 8.*unknown kind Nework/,
      ])
        assert.match(listed, part);
      await unevaluated.getByRole("button", { name: "line 8" }).click();
      assert.equal(await page.evaluate(() => getSelection().toString()), "esc.Nework");
    });

    it("reads an edited program like one that is pasted at once", async () => {
      await example("program");
      await page.locator("#form-note", { hasText: "Pulumi program" }).waitFor();
      await page.locator("#editor .cm-line", { hasText: "cidrBlock" }).first().click();
      await page.keyboard.press("Home");
      for (const typed of ["/* ", " */ `", "` x: { ", "}, ", "'"]) await page.keyboard.type(typed);
      for (let i = 0; i < 9; i += 1) await page.keyboard.press("Backspace");
      await page.waitForTimeout(400);
      const list = () => page.locator("#panel-diagnostics .list").textContent();
      const edited = await list();
      const content = await text();
      await write(" ");
      await status("Nothing to check");
      await write(content);
      await page.locator("#form-note", { hasText: "Pulumi program" }).waitFor();
      await page.waitForTimeout(300);
      assert.equal(await list(), edited);
    });

    it("reads the args of one resource of the selected kind", async () => {
      await example("args");
      await status("2 errors");
      await page.getByLabel("Kind").selectOption("Project");
      await page.locator("tr[data-code=ARG001]").first().waitFor();
    });

    it("finds a key with characters that a path escapes", async () => {
      await write(documentOf({ ...NETWORK, args: { ...NETWORK.args, "odd \u0001[key]": "here" } }));
      await page.locator("tr[data-code=ARG001]").waitFor();
      assert.deepEqual(await underlined(), ['"here"']);
    });

    it("deselects the example once it is edited, so that it can be selected again", async () => {
      const list = page.getByLabel("Example");
      await write("{}");
      assert.equal(await list.inputValue(), "");
      await example("published");
      await status("7 errors");
      assert.equal(await list.inputValue(), "published");
    });

    it("reports no diagnostics for an empty text", async () => {
      await write(" ");
      await status("Nothing to check");
    });
  });

  describe("addresses", () => {
    it("changes the map with the text, and marks overlaps", async () => {
      await write(documentOf(NETWORK));
      await tab("addresses");
      await page.locator('.map .cidr.network[data-cidr="10.20.0.0/16"]').waitFor();
      assert.equal(await page.locator(".map .clash").count(), 0);
      await write(
        documentOf(NETWORK, {
          ...NETWORK,
          name: "other",
          args: { ...NETWORK.args, name: "other", cidrBlock: "10.20.64.0/18" },
        }),
      );
      await page.locator('.map .cidr.clash[data-cidr="10.20.64.0/18"] .cross').waitFor();
      const table = page.getByRole("region", { name: "CIDR blocks" });
      assert.match(
        await table.locator('tr[data-cidr="10.20.64.0/18"]').textContent(),
        /10\.20\.64\.0 – 10\.20\.127\.255.*net/,
      );
    });

    it("shows every CIDR block, wherever the pools are", async () => {
      await write(
        documentOf(
          ...Array.from({ length: 60 }, (_, i) => ({
            ...NETWORK,
            name: `net${i}`,
            args: { ...NETWORK.args, name: `net${i}`, cidrBlock: `10.${i}.0.0/16` },
          })),
        ),
      );
      await tab("addresses");
      const table = page.getByRole("region", { name: "CIDR blocks" });
      await table.locator('tr[data-cidr="10.59.0.0/16"]').waitFor();
      assert.equal(await table.locator("tr[data-cidr]").count(), 60);
      await page.locator('.map .cidr[data-cidr="10.59.0.0/16"]').waitFor({ state: "attached" });
    });

    it("plans networks and adds them to the document", async () => {
      await example("overlaps");
      await page.getByRole("button", { name: "Plan", exact: true }).click();
      await page.getByRole("region", { name: "Planned networks" }).waitFor();
      await page.locator(".map .cidr.planned").waitFor();
      await page.getByRole("button", { name: "Apply to the program" }).click();
      await page.locator('.map .cidr.network[data-cidr="10.20.66.0/23"]').waitFor();
      const added = JSON.parse(await text()).resources.at(-1);
      assert.deepEqual(
        [added.kind, added.name, added.args.cidrBlock, added.args.projectId],
        ["Network", "invoices", "10.20.66.0/23", { ref: "orders" }],
      );
      await page.keyboard.press("Tab");
      await said("1 network added");
    });

    it("adds planned networks to a program, in its own style", async () => {
      await write(
        'import * as cloud from "@eventstore/pulumi-eventstorecloud";\nconst orders = new ' +
          'cloud.Project("orders", { name: "orders" });\n',
      );
      await tab("addresses");
      await page.getByRole("button", { name: "Plan", exact: true }).click();
      await page.getByRole("button", { name: "Apply to the program" }).click();
      await page.locator('.map .cidr.network[data-cidr="10.20.0.0/23"]').waitFor();
      assert.match(
        await text(),
        /\n\nnew cloud\.Network\("invoices", \{\n {4}projectId: orders\.id,\n {4}name: "invoices",\n {4}cidrBlock: "10\.20\.0\.0\/23",/,
      );
    });

    it("reports networks that do not fit", async () => {
      await example("overlaps");
      await page.getByLabel("Network 1: size", { exact: true }).fill("90000");
      await page.getByRole("button", { name: "Plan", exact: true }).click();
      await page.locator("#panel-addresses .error-text").waitFor();
    });

    it("zooms and moves by keyboard and by mouse", async () => {
      await example("overlaps");
      const frame = page.getByRole("group", { name: /^Address map/ });
      const CIDR = '.map .cidr[data-cidr="10.20.128.0/18"] rect';
      const box = () => page.evaluate((block) => document.querySelector(block).getBoundingClientRect().toJSON(), CIDR);
      await page.locator(CIDR).first().waitFor();
      const first = await box();
      await frame.focus();
      await page.keyboard.press("+");
      const zoomed = await box();
      assert.ok(zoomed.width > 1.9 * first.width);
      await page.keyboard.press("ArrowRight");
      assert.ok((await box()).x < zoomed.x);
      await page.keyboard.press("0");
      assert.equal((await box()).width, first.width);
      const { x, y } = await frame.boundingBox();
      await page.mouse.move(x + 300, y + 60);
      await page.keyboard.down("Control");
      await page.mouse.wheel(0, -100);
      await page.keyboard.up("Control");
      await page.waitForFunction(
        ([block, width]) => document.querySelector(block).getBoundingClientRect().width > width,
        [CIDR, first.width],
      );
    });
  });

  describe("backups", () => {
    it("shows runs, restore points, worst loss and clashes", async () => {
      await example("clouds");
      await tab("backups");
      const asia = page.getByRole("region", { name: "Backups of asia", exact: true });
      await asia.waitFor();
      assert.match(await asia.textContent(), /worst loss6 h.*clashesasia-daily and asia-weekly/);
      assert.ok((await asia.locator(".near").count()) > 1);
      await asia.locator("summary").click();
      assert.match(
        await asia.getByRole("region", { name: "Runs of asia" }).textContent(),
        /kept.*too close to another job/s,
      );
      assert.match(
        await page.getByRole("region", { name: "Calendar of the runs" }).textContent(),
        /02:00 daily.*4× 6-hourly/,
      );
    });

    it("plans backups from objectives and adds them to the document", async () => {
      await example("change");
      await tab("backups");
      await page.locator("#panel-backups").getByRole("button", { name: "Plan", exact: true }).click();
      await page.locator("#apply-backups").click();
      await page.getByRole("region", { name: "Backups of billing", exact: true }).waitFor();
      const kinds = JSON.parse(await text()).resources.map(({ kind }) => kind);
      assert.ok(kinds.filter((kind) => kind === "ScheduledBackup").length >= 4);
    });
  });

  describe("change plan", () => {
    it("shows effects, and marks the loss of data", async () => {
      await example("change");
      const billing = page.locator('tr.loss[data-name="billing"]');
      await billing.waitFor();
      assert.match(await billing.textContent(), /replace.*data is deleted/s);
      assert.match(await page.locator('tr[data-name="staging"]').textContent(), /delete/);
      assert.match(await page.locator("#panel-change").textContent(), /PLAN003/);
    });

    it("copies the program from the editor, and shows what is changed after that", async () => {
      await write(documentOf(NETWORK));
      await status("No diagnostics");
      await tab("change");
      await page.getByRole("button", { name: "Copy from the editor" }).click();
      await page.locator("#panel-change", { hasText: "No changes." }).waitFor();
      await write(documentOf({ ...NETWORK, args: { ...NETWORK.args, cidrBlock: "10.30.0.0/16" } }));
      const row = page.locator('tr[data-name="net"][data-action="replace"]');
      await row.waitFor();
      assert.match(await row.textContent(), /"10\.20\.0\.0\/16" → "10\.30\.0\.0\/16"/);
    });
  });

  it("shares everything in the URL, and removes it when something changes", async () => {
    await example("change");
    await page.getByLabel("Environment").selectOption("production");
    await page.getByRole("button", { name: "Share" }).click();
    await page.waitForFunction(() => location.hash.startsWith("#s="));
    const url = page.url();
    const content = await text();
    assert.ok(url.length < 3000, `${url.length} characters`);
    await page.close();
    page = await open({ url });
    await page.locator('tr.loss[data-name="billing"]').waitFor();
    assert.equal(await text(), content);
    assert.equal(await page.getByLabel("Environment").inputValue(), "production");
    assert.equal(await page.locator("#tab-change").getAttribute("aria-selected"), "true");
    await write("{}");
    await page.waitForFunction(() => location.hash === "");
  });

  describe("a link that it has not made", () => {
    const pack = (content) =>
      page.evaluate(async (content) => {
        const stream = new Blob(
          Array.isArray(content) ? Array.from({ length: content[1] }, () => content[0]) : [content],
        )
          .stream()
          .pipeThrough(new CompressionStream("deflate-raw"));
        let binary = "";
        for (const byte of new Uint8Array(await new Response(stream).arrayBuffer()))
          binary += String.fromCharCode(byte);
        return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
      }, content);
    const follow = async (fragment) => {
      await page.close();
      page = await open({ url: `${address}#s=${fragment}` });
    };

    it("is reported and does no harm if it cannot be read", async () => {
      const whole = await pack(
        JSON.stringify({ v: 1, text: documentOf(NETWORK), settings: {}, view: "diagnostics", views: {} }),
      );
      const endless = await pack(["0".repeat(1 << 20), 64]); // a short link to 64 MiB
      for (const fragment of [
        "nonsense",
        "",
        "%E0%A4%A",
        whole.slice(0, -20),
        await pack("7"),
        await pack("null"),
        await pack('{"v":2}'),
        endless,
      ]) {
        await follow(fragment);
        await said("The link cannot be read");
        await status("7 errors");
      }
    });

    it("shows the parts that can be read, and reports that there were more", async () => {
      const views = {
        addresses: { pools: 1 },
        backups: { days: 1e12, start: "<img src=x onerror=alert(1)>" },
        change: { not: "text" },
      };
      await follow(
        await pack(
          JSON.stringify({
            v: 1,
            text: documentOf(NETWORK),
            settings: { profile: "none", kind: 7 },
            view: "backups",
            views,
          }),
        ),
      );
      await said("A part of the link cannot be read");
      await status("No diagnostics");
      for (const view of VIEWS) await tab(view);
      await follow(
        await pack(JSON.stringify({ v: 1, text: documentOf(NETWORK), settings: null, view: 3, views: null })),
      );
      await status("No diagnostics");
    });
  });

  it("shows hostile text as text, everywhere", async () => {
    const evil = '<img src=x onerror="globalThis.harmed=1"><script>globalThis.harmed=1</script>';
    const args = { projectId: evil, name: evil, resourceProvider: evil, region: evil, cidrBlock: evil };
    const resources = [
      { kind: "Network", name: evil, args },
      { kind: evil, name: "b", args: { [evil]: evil } },
      { kind: "Network", name: `${evil}2`, args: { ...args, cidrBlock: "10.0.0.0/16" } },
      { kind: "Network", name: `${evil}3`, args: { ...args, cidrBlock: "10.0.0.0/17" } },
      { kind: "ManagedCluster", name: `${evil}4`, args: { name: evil } },
      {
        kind: "ScheduledBackup",
        name: `${evil}5`,
        args: { sourceClusterId: { ref: `${evil}4` }, schedule: "0 2 * * *", maxBackupCount: 3, description: evil },
      },
    ];
    const program =
      `import * as esc from "@eventstore/pulumi-eventstorecloud";\nnew esc.Network(${JSON.stringify(evil)}, ` +
      `${JSON.stringify(args)});\nnew esc.Network(name, ${JSON.stringify(evil)});`;
    for (const content of [
      JSON.stringify({ partial: true, [evil]: evil, packages: [evil], resources }),
      program,
      evil,
    ]) {
      await write(content);
      await page.waitForTimeout(250);
      for (const view of VIEWS) {
        await tab(view);
        if (view === "change") await page.getByRole("button", { name: "Copy from the editor" }).click();
        if (view === "change") await write(content.replaceAll("10.0.0.0/17", "10.1.0.0/17"));
        await page.waitForTimeout(150);
        assert.equal(await page.locator("img, main script").count(), 0, view);
      }
      await tab("diagnostics");
      if ((await page.locator(".cm-lintRange-error").count()) > 0) {
        await page.locator(".cm-lintRange-error").first().hover();
        await page.locator(".cm-tooltip-lint").waitFor();
        assert.equal(await page.locator("img").count(), 0);
      }
    }
    assert.equal(await page.evaluate(() => globalThis.harmed), undefined);
  });

  it("stays responsive when 5 MB are pasted", async () => {
    const resources = Array.from({ length: 20_000 }, (_, i) => ({
      ...NETWORK,
      name: `net${i}`,
      args: { ...NETWORK.args, name: `net${i}`, cidrBlock: `10.${i % 256}.0.0/16` },
    }));
    const content = documentOf(...resources);
    assert.ok(content.length > 5e6, `${content.length}`);
    await page.evaluate(() => {
      globalThis.longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
      }).observe({ type: "longtask" });
    });
    await write(content);
    await page.locator("#form-note", { hasText: "20,000 resources" }).waitFor({ timeout: 30_000 });
    await page.waitForTimeout(300);
    const longest = await page.evaluate(() => globalThis.longest);
    assert.ok(longest < 3000, `the page did not respond for ${longest} ms`);
    await write("new esc.Network(".repeat(1e5));
    await page.locator("#panel-diagnostics", { hasText: "nested too deeply" }).waitFor({ timeout: 30_000 });
    for (const view of VIEWS) await tab(view);
    await write(documentOf(NETWORK));
    await status("No diagnostics");
  });

  it("can be used by keyboard alone, and never traps the focus", async () => {
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "tab-diagnostics");
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate(() => document.activeElement.id), "tab-addresses");
    await page.keyboard.press("Home");
    // Through the list to the first fix.
    for (let i = 0; i < 6; i += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement.ariaLabel?.startsWith("Fix"))) break;
    }
    await page.keyboard.press("Enter");
    await status("6 errors");
    assert.equal(
      await page.evaluate(() => document.activeElement.closest("#panels") !== null),
      true,
      "the focus stays in the list",
    );
    // Into the editor, to the next diagnostic, and out again in both directions.
    await page.locator("#fix-all").focus();
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.classList.contains("cm-content")), true);
    await page.keyboard.press("F8");
    assert.equal(await page.evaluate(() => getSelection().toString()), '"my-network"');
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.closest("#editor")), null);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "fix-all");
  });

  it("does not scroll sideways on a telephone", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const view of VIEWS) {
      await example({ diagnostics: "published", addresses: "overlaps", backups: "clouds", change: "change" }[view]);
      await tab(view);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), view);
    }
  });

  describe("axe finds no serious or critical violation", () => {
    for (const theme of ["light", "dark"]) {
      it(`in any view, ${theme}`, async () => {
        await page.getByLabel("Theme").selectOption(theme);
        await page.evaluate(axe);
        for (const view of VIEWS) {
          await example({ diagnostics: "published", addresses: "overlaps", backups: "clouds", change: "change" }[view]);
          await tab(view);
          if (view === "addresses" || view === "backups")
            await page.locator(`#panel-${view}`).getByRole("button", { name: "Plan", exact: true }).click();
          const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
          const bad = found.violations.filter(({ impact }) => impact === "serious" || impact === "critical");
          assert.deepEqual(
            bad.map(
              ({ id, nodes }) =>
                `${view} ${id}: ${nodes
                  .slice(0, 3)
                  .map(({ html, failureSummary }) => `${html} ${failureSummary}`)
                  .join("; ")}`,
            ),
            [],
          );
        }
      });
    }
  });

  it("keeps up with typing in a document of 1,000 resources", async (test) => {
    const { paint, diagnostics } = await typing(page);
    test.diagnostic(`1,001 resources: key to frame ${line(paint)}; key to diagnostics ${line(diagnostics)}`);
    // Wide bounds: a machine that runs other tests beside this one must not fail it.
    assert.ok(quantile(paint, 0.5) < 100, `key to frame: ${line(paint)}`);
    assert.ok(quantile(diagnostics, 0.95) < 1500, `key to diagnostics: ${line(diagnostics)}`);
  });

  it("checks in a worker, from the disk too, and on the page if there is none", async () => {
    await page.waitForFunction(() => document.documentElement.dataset.ready);
    assert.equal(page.workers().length, 1);
    await page.close();
    const served = { "/": ["text/html", readFileSync(fileURLToPath(address), "utf8")] };
    // From a host, too, and from one whose policy allows no worker.
    for (const headers of [{}, { "content-security-policy": "worker-src 'none'" }]) {
      await serve(served, headers, async (url) => {
        page = await open({ url });
        await write(documentOf({ ...NETWORK, args: { ...NETWORK.args, region: "us-east1" } }));
        await status("1 error");
        assert.equal(page.workers().length, headers["content-security-policy"] === undefined ? 1 : 0);
        [requests, pageErrors] = [[], []]; // the request of the page itself, and what the browser reports about the policy
        await page.close();
      });
    }
    page = await open();
    for (const worker of [
      "undefined",
      "class { constructor() { throw new Error('refused'); } }",
      "class { postMessage() { setTimeout(() => this.onerror(new Event('error', { cancelable: true }))); } " +
        "terminate() {} }",
    ]) {
      await page.close();
      page = await open({ before: `globalThis.Worker = ${worker};` });
      await write(documentOf({ ...NETWORK, args: { ...NETWORK.args, region: "us-east1" } }));
      await status("1 error");
    }
  });
});
