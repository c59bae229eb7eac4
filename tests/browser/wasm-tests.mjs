// Opens the page of wasm-bindgen's test runner (argument: its address), prints what it says, fails when a test fails.
// Exit status 3: no browser could be started.
import { NoBrowser, withPage } from "./open.mjs";

const address = process.argv[2];
try {
  const said = await withPage(async (page, problems) => {
    await page.goto(address);
    const output = () => document.getElementById("output")?.textContent ?? "";
    const start = Date.now();
    for (;;) {
      const text = await page.evaluate(output);
      if (/^test result: /m.test(text)) return text;
      // A script that does not load never says anything more; tests that run may take their time.
      const limit = text.startsWith("Loading") ? 20 : 120;
      if (Date.now() - start > limit * 1000) {
        return [text, `the tests said no result within ${limit} s`, ...problems].join("\n");
      }
      await new Promise((wait) => setTimeout(wait, 50));
    }
  });
  console.log(said.trim());
  process.exit(/^test result: ok/m.test(said) ? 0 : 1);
} catch (error) {
  console.log(error.message);
  process.exit(error instanceof NoBrowser ? 3 : 1);
}
