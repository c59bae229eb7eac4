/** What the tests run: the package as it was last built, and the programs that `npm run engines` has built. */
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const REPOSITORY = fileURLToPath(new URL("../../..", import.meta.url));

/** The folder of the package. */
export const PACKAGE = join(REPOSITORY, "target", "npm");
if (!existsSync(join(PACKAGE, "index.mjs")))
  throw new Error(`${PACKAGE}: the package is not built\n  next: npm run build`);

const FOLDER = join(REPOSITORY, "target", "engines");

const file = (name) => join(FOLDER, process.platform === "win32" ? `${name}.exe` : name);

export const PULUMI = file("pulumi");
export const TOFU = file("tofu");
export const TERRAFORM_PROVIDER = file("terraform-provider-eventstorecloud");
const OUR_PROVIDER = file("pulumi-resource-eventstorecloud");
/** The published plugin, for whoever has it: then that one is asked instead of ours. */
const PUBLISHED = process.env.PROVIDER_PLUGIN || undefined;
export const PROVIDER_IS_OURS = PUBLISHED === undefined;
/** The plugins, by package. The published one answers for itself only, and not for the newer package. */
export const PULUMI_PROVIDERS = { eventstorecloud: PUBLISHED ?? OUR_PROVIDER, kurrentcloud: OUR_PROVIDER };

/** What the command line starts a program with. */
export const LANGUAGE_HOST = fileURLToPath(new URL("../language-host/pulumi-language-nodejs", import.meta.url));

/** Why the tests cannot run here, for `node:test`; false where they can. */
export const skip = reason();

function reason() {
  const { status, stdout } = spawnSync("go", ["env", "GOVERSION"], { encoding: "utf8" });
  const [, major, minor] = /^go(\d+)\.(\d+)/.exec(stdout ?? "") ?? [];
  const isThere = status === 0 && (Number(major) > 1 || Number(minor) >= 26);
  if (!isThere) return "engine tests not run: Go 1.26 is absent";
  if (PUBLISHED !== undefined && !statSync(PUBLISHED, { throwIfNoEntry: false })?.isFile())
    throw new Error(`${PUBLISHED}: no such file\n  next: set PROVIDER_PLUGIN to the path of the published plugin`);
  const missing = [PULUMI, TOFU, TERRAFORM_PROVIDER, OUR_PROVIDER].filter((program) => !existsSync(program));
  if (missing.length > 0) throw new Error(`${missing.join(", ")}: not there\n  next: npm run engines`);
  return false;
}
