// The rules' page texts, for browsers and bundlers: who does not use `explain` does not get them, because bundlers
// drop the unused text. In the CommonJS file the build puts page-text.node.ts in this file's place.
import { pagesJson } from "../../target/wasm/pages.js";

/** All pages as one JSON text; parse it when it is needed. */
export function pageText(): string {
  return pagesJson;
}
