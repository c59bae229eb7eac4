// `npm run screenshots` makes the pictures in docs/images: of the playground, and of the command line in a terminal;
// `npm run screenshots -- FOLDER` every view of the playground, light and dark, wide and narrow, to look at.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launch } from "../browser/open.mjs";
import { small } from "./png.mjs";
import { address, root, VIEWS } from "./support.mjs";
import { terminalPage } from "./terminal.mjs";

const [folder = join(root, "docs", "images"), only = process.argv[2] === undefined ? "wide-light" : ""] =
  process.argv.slice(2);
const SIZES = { wide: { width: 1280, height: 800 }, narrow: { width: 390, height: 844 } };
const EXAMPLE = { diagnostics: "published", addresses: "overlaps", backups: "clouds", change: "change" };

function save(name, screenshot) {
  const picture = small(screenshot);
  writeFileSync(join(folder, name), picture);
  console.log(`${name}: ${Math.ceil(picture.length / 1024)} KiB`);
}

mkdirSync(folder, { recursive: true });
const browser = await launch();
try {
  for (const colorScheme of ["light", "dark"]) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      const page = await browser.newPage({ viewport, colorScheme });
      await page.goto(address);
      for (const view of VIEWS) {
        const name = `playground-${view}-${size}-${colorScheme}.png`;
        if (!name.includes(only)) continue;
        await page.getByLabel("Example").selectOption(EXAMPLE[view]);
        await page.locator(`#tab-${view}`).click();
        if (view === "addresses") await page.getByRole("button", { name: "Plan", exact: true }).first().click();
        await page.locator(`#panel-${view}`).evaluate((panel) => panel.scrollTo(0, 0));
        if (size === "narrow")
          await page.evaluate(
            (top) => scrollTo(0, top ? 0 : document.getElementById("views").offsetTop),
            view === "diagnostics",
          );
        await page.waitForTimeout(350);
        save(name, await page.screenshot());
      }
      await page.close();
    }
  }
  const terminal = await browser.newPage({ viewport: { width: 900, height: 600 }, deviceScaleFactor: 2 });
  await terminal.setContent(await terminalPage());
  const { scrollWidth, clientWidth } = await terminal
    .locator("pre")
    .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
  if (scrollWidth > clientWidth) throw new Error("a line is wider than the terminal");
  save("terminal.png", await terminal.locator(".window").screenshot());
} finally {
  await browser.close();
}
