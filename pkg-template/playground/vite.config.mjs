// One HTML file with everything in it: it works from a disk, an attachment, any static host.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = dirname(fileURLToPath(import.meta.url));

/** Puts the script and the style into the page and takes them out of the output. */
const oneFile = {
  name: "one-file",
  enforce: "post",
  generateBundle(_, bundle) {
    const page = bundle["index.html"];
    for (const [name, part] of Object.entries(bundle)) {
      if (part === page) continue;
      const file = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      const isScript = part.type === "chunk";
      // The script runs as a classic one, too: a worker from a blob is none of a module where the page is a file. What
      // Vite puts around a part that is loaded later has nothing to load here.
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
      // A module runs after the page is read wherever it stands, so it stays in the head. A function: `$` is no
      // pattern.
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
