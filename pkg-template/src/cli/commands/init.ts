import { mkdir, readdir, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { catalogue, version, visible } from "../../internal";
import { Failure } from "../failure";
import { print } from "../output";
import program from "../starter/index.txt";

type Package = ReturnType<typeof catalogue>["packages"][number];

/** Writes a program without errors into an empty folder. */
export async function initCommand(folder = ".", options: { package?: string } = {}): Promise<void> {
  const chosen = packageOf(options.package);
  const target = resolve(folder);
  const there = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new Failure(
      `${visible(folder)}: ` +
        `${error.code === "ENOTDIR" ? "is not a folder" : `cannot be read (${error.code ?? "unknown reason"})`}`,
    );
  });
  const others = there.filter((name) => name !== ".git").sort();
  if (others.length > 0)
    throw new Failure(
      `${visible(folder)}: must be empty, but has ` +
        `${visible(others.slice(0, 3).join(", "))}${others.length > 3 ? ", ..." : ""}; nothing was written; name ` +
        `a new folder: \`init FOLDER\``,
    );
  const name =
    basename(target)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "clusters";
  const files = filesFor(name, chosen);
  try {
    await mkdir(target, { recursive: true });
    // `wx`: a file that has appeared meanwhile is not overwritten either.
    for (const [file, text] of Object.entries(files)) await writeFile(join(target, file), text, { flag: "wx" });
  } catch (error) {
    throw new Failure(
      `${visible(folder)}: cannot be written (${(error as NodeJS.ErrnoException).code ?? "unknown reason"})`,
    );
  }
  const go = folder === "." ? [] : [`  cd ${visible(folder)}`];
  print(
    [
      `wrote ${Object.keys(files).join(", ")} to ${visible(folder)}`,
      `package: ${chosen.id} (${chosen.note})`,
      "next:",
      ...go,
      "  npm install",
      "  pulumi stack init dev",
      `  pulumi config set ${chosen.namespace}:organizationId ORGANISATION`,
      `  pulumi config set --secret ${chosen.namespace}:token TOKEN`,
      "  pulumi preview",
    ].join("\n"),
  );
}

/** The provider package of the program: the given one, else the one that certainly exists. */
function packageOf(wanted: string | undefined): Package {
  const all = catalogue().packages.filter(({ exists }) => exists);
  const found =
    wanted === undefined
      ? all.find(({ confidence }) => confidence === "high")
      : all.find(({ id, namespace }) => [id, namespace].includes(wanted));
  if (found !== undefined) return found;
  throw new Failure(
    `--package: unknown provider package \`${visible(wanted ?? "")}\`; must be ` +
      `${all.map(({ id }) => `\`${id}\``).join(" or ")}`,
  );
}

function filesFor(name: string, { id, namespace, version: provider }: Package): { [file: string]: string } {
  const manifest = {
    name,
    private: true,
    main: "index.ts",
    dependencies: { [id]: provider ?? "latest", "@pulumi/pulumi": "^3.0.0", "eventstorecloud-planner": version },
    devDependencies: { "@types/node": "^20.0.0", typescript: "^5.0.0" },
  };
  const compiler = {
    compilerOptions: {
      strict: true,
      target: "es2020",
      module: "commonjs",
      moduleResolution: "node",
      skipLibCheck: true,
      outDir: "bin",
    },
    files: ["index.ts"],
  };
  return {
    "Pulumi.yaml": `name: ${name}\nruntime: nodejs\ndescription: Clusters of Event Store Cloud\n`,
    "package.json": `${JSON.stringify(manifest, null, 2)}\n`,
    "tsconfig.json": `${JSON.stringify(compiler, null, 2)}\n`,
    "index.ts": program.replaceAll("{{PACKAGE}}", id).replaceAll("{{NAMESPACE}}", namespace),
    ".gitignore": "node_modules/\nbin/\n",
  };
}
