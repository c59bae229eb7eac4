// Writes down what a policy can know of resources, one JSON object on a line of the file `PACK_NOTES`.
const fs = require("node:fs");
const { PolicyPack } = require("@pulumi/policy");

const note = (entry) => fs.appendFileSync(process.env.PACK_NOTES, `${JSON.stringify(entry)}\n`);
const about = (policy, { name, props, ...rest }) =>
  note({
    policy,
    name,
    keys: Object.keys({ ...rest, name, props }).sort(),
    id: props.id,
    properties: Object.keys(props),
  });

new PolicyPack("knowledge", {
  policies: [
    {
      name: "resource",
      description: "What one resource tells",
      enforcementLevel: "advisory",
      validateResource: (args) => about("resource", args),
    },
    {
      name: "remediation",
      description: "What a resource tells that could be remediated",
      enforcementLevel: "remediate",
      remediateResource: (args) => about("remediation", args),
    },
    {
      name: "stack",
      description: "What all resources tell",
      enforcementLevel: "advisory",
      validateStack: ({ resources }) => {
        for (const resource of resources) {
          about("stack", resource);
          note({
            policy: "dependencies",
            name: resource.name,
            of: Object.fromEntries(
              Object.entries(resource.propertyDependencies).map(([key, all]) => [key, all.map(({ name }) => name)]),
            ),
          });
        }
      },
    },
  ],
});
