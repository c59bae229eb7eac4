/**
 * Type tests: what users write must compile against the published declarations
 * and the real provider's types, and each mistake must give one precise error,
 * with every compiler and setup that users may have.
 *
 * Run: node --test tests/types/programs.test.mjs
 */
import assert from "node:assert/strict";
import path from "node:path";
import { after, describe, it } from "node:test";
import { compile, COMPILERS, load, setupsOf } from "./compilers.mjs";
import { fileOf, PACKAGE_FOLDER, programs, written } from "./programs.mjs";

const { folder, remove } = written();
after(remove);

for (const compiler of COMPILERS) {
  const loaded = load(compiler);
  if (loaded === undefined) {
    it(`TypeScript ${compiler.version}`, { skip: `${compiler.name} is not installed for this platform` }, () => {});
    continue;
  }
  for (const setup of setupsOf(compiler)) {
    describe(`TypeScript ${compiler.version}, ${setup.name}`, async () => {
      const extension = setup.esm ? "mts" : "ts";
      const files = programs.map(({ name }) => fileOf(folder, extension, name));
      const errors = await compile(compiler, loaded, setup, folder, files, isOfPackage);

      it("the package's own declarations have no error", () => {
        assert.deepEqual(
          errors.filter(({ file }) => file === "" || isOfPackage(file)),
          [],
        );
      });

      for (const { name, expected } of programs) {
        const own = errors.filter(({ file }) => file === fileOf(folder, extension, name));
        if (expected === undefined) {
          it(`${name} compiles`, () => assert.deepEqual(own, []));
          continue;
        }
        it(`${name} gives one precise error`, () => {
          assert.equal(own.length, 1, JSON.stringify(own, null, 2));
          const [{ code, line, message }] = own;
          assert.equal(code, expected.codeOf(Math.floor(Number(compiler.version))), message);
          assert.equal(line, expected.line, message);
          assert.ok(message.includes(expected.message), message);
        });
      }
    });
  }
}

function isOfPackage(file) {
  return !path.relative(PACKAGE_FOLDER, file).startsWith("..");
}
