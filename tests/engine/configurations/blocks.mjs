/**
 * Blocks of Terraform configurations: one resource of each kind under a usual label, whose attributes a scenario
 * overrides.
 *
 *     configuration(project(), network({ region: "us-west-2" }))
 */

/** An expression, where a plain text is written in quotes. */
export const expression = (text) => ({ text });

const idOf = (address) => expression(`eventstorecloud_${address}.id`);

/** A whole configuration for this version of the provider. */
export const configuration = (...blocks) => [...blocks, ""].join("\n");

/** The block that names the provider, as users write it: with its version. */
export const required = (version) => `terraform {
  required_providers {
    eventstorecloud = {
      source  = "EventStore/eventstorecloud"
      version = "${version}"
    }
  }
}
`;

/**
 * Any block. An attribute that is undefined is left out; one that is an array of texts is a list. `more` is text to
 * stand at its end, such as a block in it.
 */
export function block(head, attributes, more = "") {
  const lines = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} = ${written(value)}`);
  const body = [...lines, ...(more === "" ? [] : more.split("\n"))].map((line) => `  ${line}\n`);
  return `${head} {\n${body.join("")}}`;
}

function written(value) {
  if (Array.isArray(value)) return `[${value.map(written).join(", ")}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  if (value.text !== undefined) return value.text;
  return `{ ${Object.entries(value)
    .map(([key, item]) => `${key} = ${written(item)}`)
    .join(", ")} }`;
}

/** Makes blocks of a kind: of other attributes, under another label, with more text in them. */
const resource =
  (kind, usual, defaults) =>
  (attributes = {}, { label = usual, more } = {}) =>
    block(`resource "eventstorecloud_${kind}" "${label}"`, { ...defaults, ...attributes }, more);

/** The options of a resource that has this in its lifecycle block. */
export const lifecycle = (text) => ({ more: `lifecycle {\n  ${text}\n}` });

const inProject = { project_id: idOf("project.orders") };

export const project = resource("project", "orders", { name: "orders" });

export const network = resource("network", "main", {
  name: "orders-main",
  ...inProject,
  resource_provider: "aws",
  region: "us-east-1",
  cidr_block: "10.20.0.0/16",
});

/** What a usual cluster is, apart from where it is. */
export const CLUSTER = {
  name: "orders-db",
  topology: "single-node",
  instance_type: "F1",
  disk_size: 16,
  disk_type: "gp3",
  disk_iops: 3000,
  disk_throughput: 125,
  server_version: "26.0",
};

export const cluster = resource("managed_cluster", "db", {
  ...CLUSTER,
  ...inProject,
  network_id: idOf("network.main"),
});

export const backup = resource("scheduled_backup", "daily", {
  ...inProject,
  source_cluster_id: idOf("managed_cluster.db"),
  description: "daily",
  backup_description: "daily",
  schedule: "0 2 * * *",
  max_backup_count: 7,
});

export const peering = resource("peering", "app", {
  name: "orders-app",
  ...inProject,
  network_id: idOf("network.main"),
  peer_resource_provider: "aws",
  peer_network_region: "us-east-1",
  peer_account_id: "123456789012",
  peer_network_id: "vpc-0a1b2c3d4e5f60718",
  routes: ["10.40.0.0/16"],
});

export const accessList = resource("acl", "offices", {
  name: "offices",
  ...inProject,
  cidr_blocks: [{ address: "203.0.113.0/24", comment: "office" }],
});

export const integration = resource("integration", "chat", {
  ...inProject,
  description: "problems to the chat",
  data: { sink: "slack", token: "xoxb-0000000000-MARKER", channel_id: "C0000000001" },
});

export const logs = resource("integration_awscloudwatch_logs", "logs", {
  ...inProject,
  description: "logs of the orders",
  group_name: "/orders/eventstore",
  region: "us-east-1",
  cluster_ids: [idOf("managed_cluster.db")],
  access_key_id: "AKIA0000000000MARKER",
  secret_access_key: "0000000000000000000000000000000000MARKER",
});

export const metrics = resource("integration_awscloudwatch_metrics", "metrics", {
  ...inProject,
  description: "metrics of the orders",
  namespace: "orders/eventstore",
  region: "us-east-1",
  cluster_ids: [idOf("managed_cluster.db")],
  access_key_id: "AKIA0000000000MARKER",
  secret_access_key: "0000000000000000000000000000000000MARKER",
});

/** A project with one cluster that is backed up: what most scenarios change something of. */
export const usual = (attributes = {}, options = {}) =>
  configuration(project(), network(), cluster(attributes, options), backup());

/** One resource of each kind; `data` is that of the integration. */
export const everyKind = (data) =>
  configuration(
    project(),
    network(),
    cluster(),
    backup(),
    peering(),
    accessList(),
    integration(data),
    logs(),
    metrics(),
  );
