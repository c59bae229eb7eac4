// What of others is in the package: the crates in the core with Rust's own library, and packages of npm in the
// JavaScript. Everything is read from what is on the disk after the build.
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { crates, root, template } from "./paths.mjs";

/**
 * `{ ecosystem, name, version, license, hash, needs, texts }` of each; `bundled` are the files that esbuild has read.
 */
export function parts(bundled) {
  return [...rust(), ...npm(bundled)];
}

function rust() {
  const locked = cargoLock();
  const found = JSON.parse(readFileSync(crates, "utf8")).map(({ name, version, folder }) => {
    const entry = locked.find((other) => other.name === name && other.version === version);
    if (entry === undefined) throw new Error(`Cargo.lock has no ${name} ${version}: build once more`);
    const license = /^license = "([^"]+)"/m.exec(readFileSync(join(folder, "Cargo.toml"), "utf8"))?.[1];
    return {
      ecosystem: "cargo",
      name,
      version,
      license,
      hash: ["SHA-256", entry.checksum],
      needs: entry.needs,
      texts: texts(folder, license),
    };
  });
  const channel = /^channel = "([^"]+)"/m.exec(readFileSync(join(root, "rust-toolchain.toml"), "utf8"))?.[1];
  const library = join(template, "licenses", "rust-std");
  const license = "(MIT OR Apache-2.0) AND Unicode-3.0";
  return [
    ...found,
    { ecosystem: "rust", name: "std", version: channel, license, needs: [], texts: texts(library, license) },
  ];
}

/** The packages of Cargo.lock. */
function cargoLock() {
  return readFileSync(join(root, "Cargo.lock"), "utf8")
    .split("[[package]]")
    .slice(1)
    .map((text) => {
      const field = (name) => new RegExp(`^${name} = "([^"]+)"`, "m").exec(text)?.[1];
      const [, list = ""] = /^dependencies = \[([^\]]*)\]/m.exec(text) ?? [];
      // With the version only where there are several.
      const needs = [...list.matchAll(/"([^ "]+)(?: ([^ "]+))?/g)].map(([, name, version]) => ({ name, version }));
      return { name: field("name"), version: field("version"), checksum: field("checksum"), needs };
    });
}

function npm(bundled) {
  const folders = new Set();
  for (const file of bundled) {
    const at = file.split("/").lastIndexOf("node_modules");
    if (at < 0) continue;
    const path = file.split("/");
    folders.add(path.slice(0, at + (path[at + 1].startsWith("@") ? 3 : 2)).join("/"));
  }
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return [...folders].sort().map((path) => {
    const { version, integrity, license } = lock.packages[path];
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const hash = ["SHA-512", Buffer.from(integrity.replace("sha512-", ""), "base64").toString("hex")];
    return {
      ecosystem: "npm",
      name,
      version,
      license,
      hash,
      needs: [],
      texts: texts(join(root, path.split("/").join(sep)), license),
    };
  });
}

/** The license files in a folder. Where there is a choice, those of MIT; notices always. */
function texts(folder, license) {
  if (license === undefined) throw new Error(`${folder} names no license`);
  const files = readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice|unlicense)/i.test(name))
    .sort();
  const mit = files.filter((name) => /mit/i.test(name));
  const chosen = / OR |\//.test(license) && mit.length > 0 ? mit : files.filter((name) => !/^notice/i.test(name));
  if (chosen.length === 0)
    throw new Error(`${folder} has no license file: the package must not be published without its text`);
  const notices = files.filter((name) => /^notice/i.test(name));
  return [...chosen, ...notices].map((name) => readFileSync(join(folder, name), "utf8"));
}
