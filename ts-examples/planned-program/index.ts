// One stack per environment: a project, and in every cloud a network, its peering, a cluster and its backups.
import * as esc from "@eventstore/pulumi-eventstorecloud";
import * as pulumi from "@pulumi/pulumi";
import { managedCluster, network, peering, project, scheduledBackup } from "eventstorecloud-planner/pulumi";
import { type Environment, SITES } from "./environments.js";
import { addresses, backups, cluster, networkName } from "./plans.js";

const environment = pulumi.getStack() as Environment;
const options = { environment };
const planned = addresses();
const jobs = backups(environment).jobs;

const orders = new esc.Project("orders", project({ name: `orders-${environment}` }, options));

for (const [site, facts] of Object.entries(SITES)) {
  const { cloud, region, peerAccountId, peerNetworkId } = facts;
  const name = networkName(environment, site);
  const block = planned.networks.find((network) => network.name === name);
  if (block === undefined) throw new Error(`${name} has no block`);
  const args = { projectId: orders.id, name, resourceProvider: cloud, region, ...block.args };
  const net = new esc.Network(`${name}-net`, network(args, options));
  new esc.Peering(
    `${name}-apps`,
    peering(
      {
        projectId: orders.id,
        networkId: net.id,
        name: `${name}-apps`,
        peerResourceProvider: cloud,
        peerNetworkRegion: region,
        peerAccountId,
        peerNetworkId,
        routes: planned.peers.find(({ peer }) => peer === site)?.routes ?? [],
      },
      options,
    ),
  );
  const size = cluster(environment, facts).args;
  const db = new esc.ManagedCluster(
    name,
    managedCluster({ projectId: orders.id, networkId: net.id, name, ...size }, options),
  );
  for (const job of jobs.filter((job) => job.cluster === name)) {
    new esc.ScheduledBackup(
      job.name,
      scheduledBackup({ projectId: orders.id, sourceClusterId: db.id, ...job.args }, options),
    );
  }
}

/** The lock as an output of the stack: `pulumi stack output addresses --json > addresses.lock.json` brings it back. */
export { planned as addresses };
