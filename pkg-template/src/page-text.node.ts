// As page-text.ts, for Node: the texts are in a file of their own, read only when `explain` is called.
declare const require: (file: "./pages.cjs") => { pagesJson: string };

/** All pages as one JSON text; parse it when it is needed. */
export function pageText(): string {
  return require("./pages.cjs").pagesJson;
}
