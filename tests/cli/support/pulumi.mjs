// What Pulumi's command line prints of real programs. The programs are run by the real SDK over the stand-in for the
// engine (`tests/pulumi/engine`); what they register is written in the shapes of `pulumi preview --json`
// (pulumi/pulumi:sdk/go/common/display/json.go, PreviewDigest) and `pulumi stack export`
// (pulumi/pulumi:sdk/go/common/apitype/core.go, DeploymentV3 and ResourceV3).
import { runProgram, UNKNOWN } from "../../pulumi/engine/index.mjs";
import { prepare, VARIANTS } from "../../pulumi/installs/index.mjs";

const variant = VARIANTS.find(({ name }) => name === "newest-commonjs-vendored");
const MARK = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const STACK = "pulumi:pulumi:Stack";
const PROVIDER = "pulumi:providers:eventstorecloud";
/** The version of the provider package, as Pulumi names its default provider after it. */
const VERSION = "0.2.20";
/** The types of these programs are checked elsewhere. */
const QUICK = { PULUMI_NODEJS_TRANSPILE_ONLY: "true" };
const MADE = "2026-11-23T08:30:00Z";

/** Runs a program in a project of its own: as `pulumi preview` does, or as `pulumi up` does. */
export async function runFiles(name, files, { preview, config = {}, secretKeys = [] }) {
  const { node, nodeArgs, projectFolder } = await prepare(variant);
  const folder = projectFolder(name, files);
  const ids = new Map();
  const run = await runProgram({
    folder,
    node,
    nodeArgs,
    main: "index.ts",
    project: "shop",
    preview,
    config,
    secretKeys,
    env: QUICK,
    // Such a preview would end at the first bad value. What is printed of all of them is what is looked at here.
    check: false,
    idOf: (type, name) => newId(ids, type, name),
  });
  if (run.exitCode !== 0)
    throw new Error(
      `${name}: ${run.stderr}${run.logs
        .filter(({ severity }) => severity === "error")
        .map(({ message }) => message)
        .join("\n")}`,
    );
  return { ...run, config, secretKeys, idOf: ({ type, name }) => ids.get(`${type} ${name}`) };
}

/** An id as the service gives it: 20 letters and digits. */
function newId(ids, type, name) {
  const id = type.startsWith("pulumi:providers:")
    ? "3f2b6c1e-8d4a-4b57-9d2e-5a7c0e9b1f64"
    : `c2bq5k5o4t0gqrkt${String(30 + ids.size).padStart(4, "0")}`;
  ids.set(`${type} ${name}`, id);
  return id;
}

/** What `pulumi preview --json` prints. */
export function previewOf(run) {
  const states = statesOf(run, { preview: true, hide: () => "[secret]" });
  return {
    config: Object.fromEntries(
      Object.entries(run.config).map(([key, value]) => [key, run.secretKeys.includes(key) ? "[secret]" : value]),
    ),
    steps: states.map((state) => ({
      op: "create",
      urn: state.urn,
      ...(state.provider === undefined ? {} : { provider: state.provider }),
      newState: state,
      detailedDiff: null,
    })),
    diagnostics: [],
    duration: 1_500_000_000,
    changeSummary: { create: states.length },
  };
}

/** What `pulumi stack export` prints; with `showSecrets`, what it prints with `--show-secrets`. */
export function stackOf(run, { showSecrets = false } = {}) {
  const hide = (value) => ({
    [MARK]: SECRET,
    ...(showSecrets ? { plaintext: JSON.stringify(value) } : { ciphertext: "v1:Zm9yIG5vYm9keQ==:c2VjcmV0" }),
  });
  return {
    version: 3,
    deployment: {
      manifest: { time: MADE, magic: "f9c1a2b4", version: "v3.248.0" },
      secrets_providers: { type: "passphrase", state: { salt: "v1:c2FsdA==:v1:c2FsdA==" } },
      resources: statesOf(run, { preview: false, hide }),
      metadata: {},
    },
  };
}

function statesOf(run, { preview, hide }) {
  const stack = run.registrations.find(({ type }) => type === STACK);
  const ofStack = stack.urn.split("::").slice(0, 2).join("::");
  const defaultProvider = `${ofStack}::${PROVIDER}::default_${VERSION.replaceAll(".", "_")}`;
  const idOfDefault = preview ? UNKNOWN : "7a0d5b52-1c9f-4e0c-9a66-2f3d8e4b7c10";
  const own = ([key]) => key.startsWith("eventstorecloud:");
  const settings = Object.entries(run.config)
    .filter(own)
    .map(([key, value]) => [key.split(":")[1], run.secretKeys.includes(key) ? hide(value) : value]);
  const made = { created: MADE, modified: MADE };
  const states = run.registrations.map((registration) => {
    const { urn, type, custom, parent, props, secrets, dependencies, propertyDependencies, provider } = registration;
    if (type === STACK) return { urn, custom: false, type, ...(preview ? {} : made) };
    const inputs = secrets.reduce((all, path) => withSecret(all, path, hide), props);
    const isProvider = type.startsWith("pulumi:providers:");
    const id = preview || !custom ? {} : { id: run.idOf(registration) };
    return {
      urn,
      custom,
      ...id,
      type,
      ...(custom ? { inputs: isProvider ? { ...inputs, version: VERSION } : { __defaults: [], ...inputs } } : {}),
      ...(custom ? { outputs: { ...id, ...inputs } } : {}),
      parent,
      ...(dependencies.length === 0 ? {} : { dependencies }),
      ...(custom && !isProvider ? { provider: provider === "" ? `${defaultProvider}::${idOfDefault}` : provider } : {}),
      ...(custom
        ? {
            propertyDependencies: Object.fromEntries(
              Object.keys(props).map((name) => [
                name,
                propertyDependencies[name]?.length > 0 ? propertyDependencies[name] : null,
              ]),
            ),
          }
        : {}),
      ...(preview ? {} : made),
    };
  });
  const [first, ...others] = states;
  if (first.urn !== stack.urn) throw new Error("the stack is registered first");
  if (!run.registrations.some(({ custom, provider, type }) => custom && provider === "" && !type.startsWith("pulumi:")))
    return states;
  const inputs = { ...Object.fromEntries(settings), version: VERSION };
  const provider = {
    urn: defaultProvider,
    custom: true,
    ...(preview ? {} : { id: idOfDefault }),
    type: PROVIDER,
    inputs,
    outputs: inputs,
    ...(preview ? {} : made),
  };
  return [first, provider, ...others];
}

/** The same with what is at a path (`data.token`, `routes[0]`) hidden. */
function withSecret(value, path, hide) {
  const [step, ...rest] = path.match(/[^.[\]]+/g) ?? [];
  if (step === undefined) return hide(value);
  const inside = withSecret(value[step], rest.join("."), hide);
  return Array.isArray(value) ? value.with(Number(step), inside) : { ...value, [step]: inside };
}
