/** The packed package through the eyes of publint and of "Are the types wrong?": no findings. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { PACKAGE, PACKAGE_FOLDER } from "./programs.mjs";

/** Entry points that are data and have no types by design. */
const DATA = ["./core.wasm", "./planner.wasm", "./arithmetic.wasm"];

const manifest = JSON.parse(readFileSync(path.join(PACKAGE_FOLDER, "package.json"), "utf8"));
const packed = new Uint8Array(readFileSync(path.join(PACKAGE_FOLDER, "..", `${PACKAGE}-${manifest.version}.tgz`)));

describe("the packed package", () => {
  it("publint finds nothing, not even a suggestion", async () => {
    const { messages, pkg } = await publint({ pack: { tarball: packed.buffer }, strict: true, level: "suggestion" });
    assert.deepEqual(
      messages.map((message) => `${message.code}: ${formatMessage(message, pkg, { color: false })}`),
      [],
    );
  });

  it("every entry point has right types for node10, node16 in both formats, and bundlers", async () => {
    const { entrypoints, problems } = await checkPackage(createPackageFromTarballData(packed), {
      excludeEntrypoints: DATA,
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      Object.keys(entrypoints).sort(),
      Object.keys(manifest.exports)
        .filter((name) => !DATA.includes(name))
        .sort(),
    );
  });
});
