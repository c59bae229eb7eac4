// What is in the tarball: these files and no others, with the licenses and the list of what is inside.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";

import { TARBALL } from "./installs.mjs";
import { ROOT } from "./places.mjs";

const files = execFileSync("tar", ["-tzf", TARBALL], { encoding: "utf8" })
  .split("\n")
  .filter(Boolean)
  .map((file) => file.replace(/^package\//, ""));
const text = (file) =>
  execFileSync("tar", ["-xzOf", TARBALL, `package/${file}`], { encoding: "utf8", maxBuffer: 1 << 27 });
const manifest = JSON.parse(text("package.json"));

/** Every file, with a pattern where there are many of a kind. */
const EXPECTED = [
  /^package\.json$/,
  /^(README\.md|LICENSE|THIRD_PARTY_LICENSES|sbom\.cdx\.json)$/,
  /^(core|planner|arithmetic)\.wasm$/,
  /^(internal|pages|cli)\.cjs$/,
  /^payload\/(core|planner|arithmetic)\.(cjs|mjs)$/,
  /^document\.schema\.json$/,
  /^(index|cidr|schedule)\.(cjs|mjs|browser\.mjs|workerd\.mjs)$/,
  /^(shared|cidr-functions|schedule-functions)\.(browser|workerd)\.mjs$/,
  /^(index|cidr|schedule|pulumi|policy|testing|pulumi\/guard)\.d\.(ts|cts|mts)$/,
  /^(pulumi|policy|testing|pulumi\/guard)\.(cjs|mjs)$/,
  /^rules\/(README|not-checkable|[A-Z]{2,5}\d{3})\.md$/,
];

describe("the tarball", () => {
  it("has the files it should have and no others", () => {
    assert.deepEqual(
      files.filter((file) => !EXPECTED.some((pattern) => pattern.test(file))),
      [],
    );
    for (const pattern of EXPECTED)
      assert.ok(
        files.some((file) => pattern.test(file)),
        String(pattern),
      );
    assert.deepEqual(
      files.filter((file) => file.startsWith("rules/")).sort(),
      readdirSync(join(ROOT, "docs", "rules"))
        .map((file) => `rules/${file}`)
        .sort(),
    );
  });

  it("has every file that its package.json names", () => {
    const named = [];
    const visit = (value) =>
      typeof value === "string" ? named.push(value) : Object.values(value ?? {}).forEach(visit);
    visit([
      manifest.main,
      manifest.module,
      manifest.types,
      manifest.exports,
      manifest.typesVersions ?? {},
      manifest.bin ?? {},
    ]);
    const missing = named.filter((file) => !file.includes("*") && !files.includes(file.replace(/^\.\//, "")));
    assert.deepEqual(missing, []);
  });

  it("has each module three times: as a file, as text for Node, and packed for browsers", async () => {
    const { expanded } = await import(new URL("../../target/npm/shared.browser.mjs", import.meta.url));
    for (const name of ["core", "planner", "arithmetic"]) {
      const bytes = readFileSync(join(ROOT, "target", "npm", `${name}.wasm`));
      const textIn = (file) =>
        Buffer.from(/"([A-Za-z0-9+/=]{1000,})"/.exec(text(`payload/${name}.${file}`))[1], "base64");
      assert.ok(textIn("cjs").equals(bytes), name);
      assert.ok(bytes.equals(expanded(textIn("mjs"), bytes.length)), name);
    }
  });

  it("asks for nothing to be installed or run", () => {
    assert.equal(manifest.dependencies, undefined);
    assert.deepEqual(
      Object.keys(manifest.scripts ?? {}).filter((name) => /install|prepare/.test(name)),
      [],
    );
  });

  it("names no folder of the machine that built it", () => {
    for (const file of [
      "internal.cjs",
      "cli.cjs",
      "index.browser.mjs",
      "index.workerd.mjs",
      "shared.browser.mjs",
      "shared.workerd.mjs",
      "sbom.cdx.json",
      "THIRD_PARTY_LICENSES",
      "core.wasm",
      "planner.wasm",
      "arithmetic.wasm",
    ]) {
      const content = text(file);
      assert.ok(!content.includes(ROOT) && !content.includes(".cargo/registry"), file);
    }
  });
});

describe("sbom.cdx.json", () => {
  const sbom = JSON.parse(text("sbom.cdx.json"));
  const refs = sbom.components.map((component) => component["bom-ref"]);

  it("is CycloneDX, and the same for the same inputs", () => {
    assert.equal(sbom.bomFormat, "CycloneDX");
    assert.equal(sbom.specVersion, "1.6");
    assert.equal(sbom.metadata.component.version, manifest.version);
    assert.equal(sbom.serialNumber, undefined);
    assert.equal(sbom.metadata.timestamp, undefined);
    assert.deepEqual(refs, [...new Set(refs)].sort());
  });

  it("has what Cargo.lock pins, with its hash", () => {
    const lock = readFileSync(join(ROOT, "Cargo.lock"), "utf8");
    const crates = sbom.components.filter(({ purl }) => purl.startsWith("pkg:cargo/"));
    // What the core cannot do without.
    for (const name of ["serde", "wasm-bindgen", "js-sys", "serde-wasm-bindgen", "cidr", "strsim"]) {
      assert.ok(
        crates.some((component) => component.name === name),
        name,
      );
    }
    for (const { name, version, hashes } of crates) {
      assert.ok(lock.includes(`name = "${name}"\nversion = "${version}"\n`), name);
      assert.ok(lock.includes(`checksum = "${hashes[0].content}"`), name);
    }
    // What only builds it is not in it.
    for (const name of ["syn", "quote", "serde_derive", "ts-rs", "proptest"])
      assert.ok(!refs.some((ref) => ref.startsWith(`pkg:cargo/${name}@`)), name);
  });

  it("names only what it has", () => {
    const known = new Set([...refs, sbom.metadata.component["bom-ref"]]);
    for (const { ref, dependsOn } of sbom.dependencies)
      for (const one of [ref, ...dependsOn]) assert.ok(known.has(one), one);
  });
});

describe("THIRD_PARTY_LICENSES", () => {
  const licenses = text("THIRD_PARTY_LICENSES");
  const { components } = JSON.parse(text("sbom.cdx.json"));

  it("has a text for everything that is inside", () => {
    for (const { name, version } of components)
      assert.match(licenses, new RegExp(`^(Rust's )?${name} ${version.replaceAll(".", "\\.")} \\(`, "m"));
  });

  it("has no license that Apache-2.0 does not go with", () => {
    const allowed = ["MIT", "ISC", "BSD-3-Clause", "Apache-2.0", "Unicode-3.0", "Unlicense"];
    for (const {
      name,
      licenses: [{ expression }],
    } of components) {
      const others = expression
        .split(/\s+(?:OR|AND)\s+|[()]/)
        .filter(Boolean)
        .filter((license) => !allowed.includes(license));
      assert.deepEqual(others, [], name);
    }
  });
});
