// Writes down what a program can know of its resources, one JSON object on a line of the file `NOTES`. `STEP=2` changes
// the program: each resource is named for what happens to it then.
const fs = require("node:fs");
const esc = require("@eventstore/pulumi-eventstorecloud");
const pulumi = require("@pulumi/pulumi");

const { NOTES, STEP, IMPORTED, HOOKS, REPLACE_PROTECTED } = process.env;
const changed = STEP === "2";
const note = (entry) => fs.appendFileSync(NOTES, `${JSON.stringify(entry)}\n`);

// What is known of a resource once it is registered.
pulumi.runtime.registerStackTransformation(({ name, resource }) => {
  setImmediate(async () => {
    try {
      note({ about: "id", name, isKnown: await resource.id.isKnown, id: await resource.id.promise() });
    } catch {
      note({ about: "id", name, isRejected: true });
    }
  });
  return undefined;
});

// What a transform is given, and which hooks are called.
const hooks = {};
for (const when of HOOKS?.split(",") ?? []) {
  const hook = ({ name, oldInputs, newInputs }) =>
    note({
      about: "hook",
      name,
      when,
      old: oldInputs?.region ?? oldInputs?.name,
      new: newInputs?.region ?? newInputs?.name,
    });
  hooks[when] = [new pulumi.ResourceHook(when, hook, { onDryRun: true })];
}
pulumi.runtime.registerResourceTransform((args) => {
  note({ about: "transform", name: args.name, keys: Object.keys(args).sort(), id: args.opts.id });
  return HOOKS && args.custom ? { props: args.props, opts: { ...args.opts, hooks } } : undefined;
});

// The state that the last deployment left.
pulumi.runtime.invoke("pulumi:pulumi:readStackResourceOutputs", { stackName: pulumi.getStack() }).then(({ outputs }) =>
  note({
    about: "state",
    resources: Object.fromEntries(
      Object.entries(outputs).map(([urn, { outputs }]) => [urn.split("::").at(-1), outputs]),
    ),
  }),
);

const { id: projectId } = new esc.Project("project", { name: "project" });
const args = (name, block, more) => ({
  projectId,
  name,
  resourceProvider: "aws",
  region: "us-east-1",
  cidrBlock: `10.${block}.0.0/16`,
  ...more,
});
const network = (name, block, more = {}, options = {}) => new esc.Network(name, args(name, block, more), options);
const moved = changed ? { region: "us-west-2" } : {};

const unchanged = network("unchanged", 1);
new esc.Acl("updated", {
  projectId,
  name: changed ? "after" : "before",
  cidrBlocks: [{ address: "9.9.9.0/24", comment: "office" }],
});
const replaced = network("replaced", 2, moved);
network("replaced-first", 3, moved, { deleteBeforeReplace: false });
new esc.Peering("dependent", {
  projectId,
  networkId: replaced.id,
  name: "dependent",
  peerResourceProvider: "aws",
  peerNetworkRegion: "us-east-1",
  peerAccountId: "012345678901",
  peerNetworkId: "vpc-0a1b2c3d4e5f67890",
  routes: ["10.100.0.0/16"],
});
network("protected", 4, {}, { protect: true });
network("protected-replaced", 5, REPLACE_PROTECTED ? moved : {}, { protect: true });
network("ignored", 6, moved, { ignoreChanges: ["region"] });
if (!changed) network("deleted", 7);
if (changed) network("new", 8);
if (changed && IMPORTED) network("imported", 9, { name: "imported" }, { import: IMPORTED });
if (!changed && !IMPORTED) network("outside", 9, { name: "imported" });
network(changed ? "renamed" : "old-name", 10, { name: "renamed" }, changed ? { aliases: [{ name: "old-name" }] } : {});
esc.Network.get("got", pulumi.interpolate`${projectId}:${unchanged.id}`);
new esc.Integration("integration", {
  projectId,
  description: pulumi.secret("description-MARKER"),
  data: { sink: "slack", source: "issues", channelId: "#ops", token: "token" },
});
