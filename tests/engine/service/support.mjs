// Clients of the service for its tests: one within the process, one over HTTP.
import assert from "node:assert/strict";
import { Agent, request } from "node:http";
import { Service } from "./service.ts";
import { settingsOf } from "./settings.ts";

export const ORGANIZATION = "corg00000000000000a0";
export const ID = /^[0-9a-v]{19}[0g]$/;
export const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

const FORM = new URLSearchParams({ grant_type: "refresh_token", client_id: "c", refresh_token: "r" }).toString();

/** Where the things of a project are. */
export function paths(project, organization = ORGANIZATION) {
  const inside = (part) => `/${part}/v1/organizations/${organization}/projects/${project}`;
  return {
    project: `/resources/v1/organizations/${organization}/projects/${project}`,
    network: `${inside("infra")}/networks`,
    acl: `${inside("infra")}/acls`,
    peering: `${inside("infra")}/peerings`,
    cluster: `${inside("mesdb")}/clusters`,
    job: `${inside("orchestrate")}/jobs`,
    integration: `${inside("integrate")}/integrations`,
  };
}

export const projects = (organization = ORGANIZATION) => `/resources/v1/organizations/${organization}/projects`;

const isJson = (text) => text !== "" && text.trimStart().startsWith("{");

/** A service within this process. `call` gives the status and the body, parsed if it is JSON. */
export function inProcess(options) {
  const service = new Service(settingsOf(options));
  const token = JSON.parse(service.answer({ method: "POST", target: "/oauth/token", body: FORM }).body).access_token;
  const authorization = `Bearer ${token}`;
  const call = (method, target, body) => {
    const text = body === undefined ? "" : JSON.stringify(body);
    const answer = service.answer({ method, target, authorization, body: text });
    return { ...answer, body: isJson(answer.body) ? JSON.parse(answer.body) : answer.body };
  };
  return { service, authorization, call, ...helpers(call) };
}

/** A client of a service on a port; `agent` keeps connections, which the clients of the cloud do not. */
export async function overHttp(url, { agent = new Agent({ keepAlive: false }) } = {}) {
  let authorization;
  const call = async (method, target, body, headers = {}) => {
    const text = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
    const type = typeof body === "string" ? "application/x-www-form-urlencoded" : "application/json";
    return send(url, agent, method, target, text, {
      ...(authorization === undefined ? {} : { authorization }),
      ...(text === undefined ? {} : { "content-type": type }),
      ...headers,
    });
  };
  const { body } = await call("POST", "/oauth/token", FORM);
  authorization = `Bearer ${body.access_token}`;
  return { call, authorization };
}

export function send(url, agent, method, path, text, headers) {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    // By itself, Node would send the body of a GET without its length.
    const length = text === undefined ? {} : { "content-length": Buffer.byteLength(text) };
    const options = { hostname, port, method, path, headers: { ...length, ...headers }, agent };
    const outgoing = request(options, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const body = Buffer.concat(chunks).toString();
        const type = response.headers["content-type"];
        resolve({ status: response.statusCode, type, body: isJson(body) ? JSON.parse(body) : body });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(text);
  });
}

/** Bodies that create a thing of each kind. */
export const bodies = {
  project: (name = "project") => ({ name, OrganizationID: ORGANIZATION }),
  network: (change) => ({
    provider: "aws",
    region: "us-east-1",
    description: "network",
    cidrBlock: "10.0.0.0/16",
    ...change,
  }),
  publicNetwork: (change) => ({
    provider: "aws",
    region: "us-east-1",
    description: "public",
    publicAccess: true,
    ...change,
  }),
  acl: (change) => ({ description: "acl", cidrBlocks: [{ address: "9.9.9.0/24", comment: "office" }], ...change }),
  peering: (networkId, change) => ({
    networkId,
    description: "peering",
    peerAccountId: "123456789012",
    peerNetworkId: "vpc-0123456789abcdef0",
    peerNetworkRegion: "us-east-1",
    routes: ["172.16.0.0/16"],
    ...change,
  }),
  cluster: (networkId, change) => ({
    networkId,
    description: "cluster",
    topology: "three-node-multi-zone",
    instanceType: "F1",
    diskSizeGb: 16,
    diskType: "gp3",
    diskIops: 3000,
    diskThroughput: 125,
    serverVersion: "26.0",
    projectionLevel: "off",
    cloudIntegratedAuthentication: false,
    protected: false,
    publicAccess: false,
    aclId: "",
    ...change,
  }),
  job: (clusterId, change) => ({
    description: "job",
    schedule: "0 2 * * *",
    type: "ScheduledBackup",
    data: { clusterId, description: "backup of {cluster}", maxBackupCount: 7 },
    ...change,
  }),
  integration: (data) => ({ description: "integration", data }),
};

/** Creates what a test needs first. All of it works only within the process. */
function helpers(call) {
  const create = (path, body) => {
    const { status, body: answer } = call("POST", path, body);
    assert.equal(status, 200, JSON.stringify(answer));
    return answer.id;
  };
  const project = (name) => create(projects(), bodies.project(name));
  return {
    create,
    project,
    /** A project with a network and a cluster in it. */
    setting(change) {
      const id = project();
      const at = paths(id);
      const network = create(at.network, bodies.network());
      const cluster = create(at.cluster, bodies.cluster(network, change));
      return { project: id, at, network, cluster, here: `${at.cluster}/${cluster}` };
    },
  };
}

/** The answer must be a problem document with this status. Returns it. */
export function expectProblem({ status, type, body }, expected, about = "") {
  assert.equal(status, expected, `${about} ${JSON.stringify(body)}`);
  assert.equal(type, "application/problem+json");
  for (const key of ["type", "title", "detail", "instance"])
    assert.equal(typeof body[key], "string", `${about} ${key}`);
  assert.notEqual(body.title, "");
  assert.equal(body.status, status);
  if ("fields" in body) {
    assert.notDeepEqual(body.fields, {});
    for (const text of Object.values(body.fields)) assert.equal(typeof text, "string", about);
  }
  return body;
}
