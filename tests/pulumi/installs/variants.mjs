// The ways in which programs are run: an SDK, the project's module format and its TypeScript.

/** By name, the SDK's release and the Node it runs on: the oldest the package supports, and the newest. */
export const SDKS = {
  oldest: { version: "3.0.0", node: "18.20.8" },
  middle: { version: "3.113.0", node: "18.20.8" },
  newest: { version: "3.270.0", node: "24.21.0" },
};

const MODULES = ["commonjs", "esm"];
/** `vendored` is a project without TypeScript: the SDK then uses the one it brings. */
const TYPESCRIPTS = ["vendored", "4.9", "5.9"];

/** Why a combination cannot work, whatever our package does; undefined when it can. */
function impossible({ sdk, module, typescript }) {
  if (sdk === "oldest" && module === "esm") return "this SDK requires the program, it cannot import an ES module";
  if (sdk === "oldest" && typescript !== "vendored")
    return "this SDK has a TypeScript of its own and looks for no other";
  if (sdk === "middle" && module === "esm" && typescript === "vendored") {
    return "the ts-node in the SDK cannot load ES modules, and Node 18 cannot strip types";
  }
  return undefined;
}

/** Node is installed from npm, where it is not to be had for every platform. */
function unavailable({ sdk }) {
  const platform = `${process.platform}-${process.arch}`;
  if (["linux-x64", "linux-arm64"].includes(platform)) return undefined;
  return `this test has no Node ${SDKS[sdk].node} for ${platform}`;
}

/**
 * Whether stack traces name lines of the program. In the others they name lines of the JavaScript made from it: these
 * SDKs and the ts-node of the project do not hand its source map to Node.
 */
const tellsLines = ({ sdk, module, typescript }) =>
  sdk !== "middle" && (module === "commonjs" || typescript === "vendored");

/**
 * All combinations: `{ name, sdk, module, typescript, tellsLines, skip }`, where `skip` is the reason not to run it, if
 * there is one.
 */
export const VARIANTS = Object.keys(SDKS).flatMap((sdk) =>
  MODULES.flatMap((module) =>
    TYPESCRIPTS.map((typescript) => {
      const variant = { name: `${sdk}-${module}-${typescript}`, sdk, module, typescript };
      return { ...variant, tellsLines: tellsLines(variant), skip: impossible(variant) ?? unavailable(variant) };
    }),
  ),
);

/** What `pulumi new typescript` makes today. The tests in `thorough` run the others, with PULUMI_VARIANTS=others. */
const USUAL = "newest-commonjs-5.9";
export const TRIED = VARIANTS.filter(({ name }) => (name === USUAL) === (process.env.PULUMI_VARIANTS !== "others"));
