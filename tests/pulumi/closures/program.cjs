// Serialises functions as Pulumi does for the cloud, and runs what came out, in a process of its own as the cloud
// would. Prints the outcomes as JSON.
const { spawnSync } = require("node:child_process");
const { writeFileSync } = require("node:fs");
const pulumi = require("@pulumi/pulumi");
const planner = require("eventstorecloud-planner");
const programs = require("eventstorecloud-planner/pulumi");
const { network, cidr, schedule } = planner;
const { managedCluster } = programs;

const functions = {
  root: () => planner.cidr.contains("10.0.0.0/8", "10.1.0.0/16"),
  builder: () =>
    planner.network({
      projectId: "c2bq5k5o4t0gqrkt0030",
      resourceProvider: "azure",
      region: "East US",
      cidrBlock: "10.0.0.0/16",
    }).region,
  pulumi: () => Object.keys(programs).includes("guard"),
  takenBuilder: () => network({}),
  takenNamespace: () => cidr.parse("10.0.0.0/8"),
  takenSchedule: () => schedule.parse("@daily"),
  takenPulumiBuilder: () => managedCluster({}),
};

async function outcomeOf(name, func) {
  try {
    const { text } = await pulumi.runtime.serializeFunction(func);
    writeFileSync(`${name}.js`, `${text}\nconsole.log(JSON.stringify(exports.handler()));\n`);
    const { stdout, stderr } = spawnSync(process.execPath, [`${name}.js`], { encoding: "utf8" });
    return { size: text.length, result: stdout.trim(), stderr };
  } catch (error) {
    return { error: error.message };
  }
}

(async () => {
  const outcomes = {};
  for (const [name, func] of Object.entries(functions)) outcomes[name] = await outcomeOf(name, func);
  console.log(JSON.stringify(outcomes));
})();
