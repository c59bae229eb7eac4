/**
 * Type tests: what users write must compile against the published declarations
 * and the real provider's types, and each mistake must give one precise error,
 * with every setup that users may have; in the thorough tests with every compiler.
 */
import assert from "node:assert/strict";
import path from "node:path";
import { after, describe, it } from "node:test";
import { compile, load, setupsOf, TRIED } from "./compilers.mjs";
import { fileOf, PACKAGE_FOLDER, programs, written } from "./programs.mjs";

const { folder, remove } = written();
after(remove);

for (const compiler of TRIED) {
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
        const isExpected = ({ line }) => expected.some((one) => one.line === line);
        it(`${name} gives no other error`, () =>
          assert.deepEqual(
            own.filter((error) => !isExpected(error)),
            [],
          ));
        for (const { codeOf, line, message } of expected)
          it(`${name}:${line + 1} gives one precise error`, () => {
            const [error, ...others] = own.filter((one) => one.line === line);
            assert.deepEqual(others, []);
            assert.equal(error?.code, codeOf(Math.floor(Number(compiler.version))), error?.message);
            assert.ok(error.message.includes(message), error.message);
          });
      }
    });
  }
}

function isOfPackage(file) {
  return !path.relative(PACKAGE_FOLDER, file).startsWith("..");
}
