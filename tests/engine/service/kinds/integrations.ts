// Integrations send what happens in a project to other services. Their secrets are never kept: only what is shown of
// them is.
import { type Call, created, DONE, type Reply } from "../call";
import type { Fields } from "../fields";
import type { Integration } from "../things";

type Data = Integration["data"];

interface Sink {
  readonly settings: readonly string[];
  readonly lists?: readonly string[];
  readonly secrets: ReadonlyMap<string, (secret: string) => string>;
  /** What it can send; the first one is meant when none is named. Absent: any, and none is meant. */
  readonly sources?: readonly string[];
}

const HIDDEN = "********";
const hidden = (): string => HIDDEN;

/** The last four characters behind stars, unless they would be half of the secret. */
function lastFour(secret: string): string {
  return secret.length < 8 ? HIDDEN : "*".repeat(secret.length - 4) + secret.slice(-4);
}

const AWS_KEYS = new Map([
  ["accessKeyId", hidden],
  ["secretAccessKey", hidden],
]);

const SINKS: ReadonlyMap<string, Sink> = new Map<string, Sink>([
  ["opsGenie", { settings: [], secrets: new Map([["apiKey", hidden]]), sources: ["issues"] }],
  ["slack", { settings: ["channelId"], secrets: new Map([["token", lastFour]]), sources: ["issues", "notifications"] }],
  ["pagerDuty", { settings: ["service", "user"], secrets: new Map([["authToken", hidden]]) }],
  ["gcpLogging", { settings: ["gcpProjectId", "logId"], secrets: new Map([["gcpServiceAccountPrivateKey", hidden]]) }],
  [
    "awsCloudWatchLogs",
    { settings: ["groupName", "region"], lists: ["clusterIds"], secrets: AWS_KEYS, sources: ["logs"] },
  ],
  [
    "awsCloudWatchMetrics",
    { settings: ["namespace", "region"], lists: ["clusterIds"], secrets: AWS_KEYS, sources: ["metrics"] },
  ],
]);

export function create(call: Call): Reply {
  const project = call.project();
  const description = call.fields.text("description");
  const data = readData(call.fields.inside("data"));
  call.fields.done();
  const id = call.newId();
  call.add("integration", id, {
    id,
    organizationId: call.organization.id,
    projectId: project.id,
    description,
    data,
    status: "active",
    created: call.timestamp,
    updated: call.timestamp,
  });
  return created(id);
}

/** The data to keep. An update may leave out the secrets, which then stay as they are, and the sink. */
function readData(fields: Fields, old: Data = {}): Data {
  const oldName = typeof old.sink === "string" ? old.sink : undefined;
  const name = oldName === undefined ? fields.text("sink") : (fields.optionalText("sink") ?? oldName);
  const sink = SINKS.get(name);
  if (sink === undefined) {
    if (name !== "") fields.refuse("sink", `must be one of ${[...SINKS.keys()].join(", ")}`);
    return {};
  }
  const kept = name === oldName ? old : {};
  const data: Data = { sink: name };
  const source = fields.optionalText("source") ?? sink.sources?.[0];
  if (source !== undefined) {
    if (sink.sources !== undefined && !sink.sources.includes(source))
      fields.refuse("source", `must be ${sink.sources.join(" or ")} for ${name}`);
    data.source = source;
  }
  for (const key of sink.settings) data[key] = fields.text(key);
  for (const key of sink.lists ?? []) data[key] = fields.texts(key);
  for (const [key, show] of sink.secrets) {
    const shown = `${key}Display`;
    const before = kept[shown];
    data[shown] = before === undefined || fields.has(key) ? show(fields.text(key)) : before;
  }
  return data;
}

export function list(call: Call): Reply {
  return call.list("integration", "integrations");
}

export function read(call: Call): Reply {
  return call.read("integration", "integration");
}

export function update(call: Call): Reply {
  const { wire } = call.changeable("integration");
  const description = call.fields.optionalText("description");
  const data = call.fields.sent("data") ? readData(call.fields.inside("data"), wire.data) : wire.data;
  call.fields.done();
  wire.description = description ?? wire.description;
  wire.data = data;
  wire.updated = call.timestamp;
  return DONE;
}

export function remove(call: Call): Reply {
  return call.remove(call.target("integration"));
}
