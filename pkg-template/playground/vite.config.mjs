// Builds one HTML file that contains everything: it works from the disk, as an attachment, and on any static host.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = dirname(fileURLToPath(import.meta.url));

/** Moves the script and the styles into the page, and removes their files from the output. */
const oneFile = {
  name: "one-file",
  enforce: "post",
  generateBundle(_, bundle) {
    const page = bundle["index.html"];
    for (const [name, part] of Object.entries(bundle)) {
      if (part === page) continue;
      const file = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      const isScript = part.type === "chunk";
      // The script must also run as a classic script, since a page opened from the disk cannot start a module worker
      // from a blob. Vite's wrapper around dynamic imports has nothing to load here.
      const code = isScript
        ? part.code.replace(/__VITE_PRELOAD__/g, "void 0").replace(/\bimport\.meta\b/g, "({})")
        : "";
      const tag = new RegExp(
        isScript ? `<script[^>]*src="[^"]*${file}"[^>]*></script>` : `<link[^>]*href="[^"]*${file}"[^>]*>`,
      );
      const inside = isScript
        ? '<script type="module" data-worker>' +
          `${code.replace(/<\/script/gi, "<\\/script").replace(/<!--/g, "<\\!--")}</script>`
        : `<style>${part.source}</style>`;
      if (!tag.test(page.source)) throw new Error(`index.html does not load ${name}`);
      // A module script runs after the page is parsed, so it can stay in the head. The replacement is a function, since
      // a string with `$` would be read as a pattern.
      page.source = page.source.replace(tag, () => inside);
      delete bundle[name];
    }
  },
};

export default defineConfig({
  root: here,
  base: "./",
  plugins: [oneFile],
  logLevel: "warn",
  build: {
    outDir: join(here, "..", "..", "target", "playground"),
    emptyOutDir: true,
    target: "es2022",
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: { output: { codeSplitting: false } },
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    chunkSizeWarningLimit: 8000,
  },
});
