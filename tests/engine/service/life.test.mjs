// The life of each kind of thing, by the calls of the clients, over HTTP.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { startService } from "./server.ts";
import { bodies, expectProblem, ID, ORGANIZATION, overHttp, paths, projects, TIMESTAMP } from "./support.mjs";

for (const polls of [0, 1, 3]) {
  describe(`with ${polls} polls for each change`, () => {
    let service;
    let call;
    before(async () => {
      service = await startService({ polls });
      ({ call } = await overHttp(service.url));
    });
    after(() => service.close());

    async function create(path, body) {
      const { status, body: answer } = await call("POST", path, body);
      assert.equal(status, 200, JSON.stringify(answer));
      assert.deepEqual(Object.keys(answer), ["id"]);
      assert.match(answer.id, ID);
      return answer.id;
    }
    async function read(path, name) {
      const { status, body } = await call("GET", path);
      assert.equal(status, 200, JSON.stringify(body));
      assert.deepEqual(Object.keys(body), [name]);
      return body[name];
    }
    async function change(method, path, body, status = 204) {
      const answer = await call(method, path, body);
      assert.equal(answer.status, status, JSON.stringify(answer.body));
      if (status === 204) assert.equal(answer.body, "");
      return answer.body;
    }
    /** Reads until the change is over: as many other statuses as there are polls, all of them among these. */
    async function settled(path, name, wanted, ...way) {
      for (let poll = 0; poll < polls; poll += 1) {
        const { status } = await read(path, name);
        assert.ok(way.includes(status), `${status} is none of ${way}`);
      }
      const thing = await read(path, name);
      assert.equal(thing.status, wanted);
      return thing;
    }
    let count = 0;
    const project = () => create(projects(), bodies.project(`project ${(count += 1)}`));
    async function network(at, body = bodies.network()) {
      const id = await create(at.network, body);
      return { id, ...(await settled(`${at.network}/${id}`, "network", "available", "provisioning")) };
    }
    async function cluster(at, networkId, body) {
      const id = await create(at.cluster, bodies.cluster(networkId, body));
      return settled(`${at.cluster}/${id}`, "cluster", "available", ...CREATING);
    }
    const CREATING = ["provisioning", "disks available", "compute available", "installing", "deploying"];
    const DELETING = ["deleting", "deleting instances", "instances deleted", "deleting disks"];

    it("project", async () => {
      const id = await project();
      const { created, ...rest } = await read(paths(id).project, "project");
      assert.match(created, TIMESTAMP);
      assert.deepEqual(rest, { id, organizationId: ORGANIZATION, name: `project ${count}` });
      assert.ok((await read(projects(), "projects")).some((each) => each.id === id));
      await change("PUT", paths(id).project, { name: "renamed" });
      assert.equal((await read(paths(id).project, "project")).name, "renamed");
      await change("DELETE", paths(id).project);
      expectProblem(await call("GET", paths(id).project), 404);
      expectProblem(await call("DELETE", paths(id).project), 404);
    });

    it("private network, and a public one", async () => {
      const id = await project();
      const at = paths(id);
      const { created, ...rest } = await network(at, bodies.network({ provider: "AWS", region: "US-East-1" }));
      assert.match(created, TIMESTAMP);
      const expected = {
        id: rest.id,
        projectId: id,
        provider: "aws",
        region: "US-East-1",
        cidrBlock: "10.0.0.0/16",
        description: "network",
        status: "available",
        publicAccess: false,
      };
      assert.deepEqual(rest, expected);
      const open = await network(at, bodies.publicNetwork());
      assert.equal(open.publicAccess, true);
      assert.ok(!("cidrBlock" in open));
      assert.deepEqual(
        (await read(at.network, "networks")).map((each) => each.id),
        [rest.id, open.id],
      );
      const here = `${at.network}/${rest.id}`;
      // The provider renames with an empty body, and reads a project with the id of the network next.
      assert.deepEqual(expectProblem(await call("PUT", here), 400).fields, { description: "is required" });
      expectProblem(await call("GET", paths(rest.id).project), 404);
      await change("PUT", here, { description: "renamed" });
      assert.equal((await read(here, "network")).description, "renamed");
      await change("DELETE", here);
      await settled(here, "network", "deleted", "deleting");
      await change("DELETE", here);
      assert.equal((await read(here, "network")).status, "deleted");
    });

    it("access list", async () => {
      const at = paths(await project());
      const cidrBlocks = [{ address: "9.9.9.9" }, { address: "8.8.8.0/24", comment: "b" }];
      const id = await create(at.acl, { description: "a", cidrBlocks, AclID: "" });
      const here = `${at.acl}/${id}`;
      const acl = await read(here, "acl");
      assert.equal(acl.status, "active");
      assert.deepEqual(acl.cidrBlocks, [{ address: "9.9.9.9", comment: "" }, cidrBlocks[1]]);
      await change("PUT", here, { description: "b", cidrBlocks: [cidrBlocks[1]] });
      assert.deepEqual((await read(here, "acl")).cidrBlocks, [cidrBlocks[1]]);
      await change("PUT", here, { description: "b" });
      assert.deepEqual((await read(here, "acl")).cidrBlocks, []);
      assert.deepEqual((await read(at.acl, "acls")).length, 1);
      await change("DELETE", here);
      assert.equal((await read(here, "acl")).status, "deleted");
    });

    it("peering, in each cloud", async () => {
      const at = paths(await project());
      const metadata = {
        aws: ({ peeringLinkId, ...rest }) => /^pcx-[0-9a-f]{17}$/.test(peeringLinkId) && Object.keys(rest).length === 0,
        gcp: ({ projectId }) => /^estenant-[0-9a-v]{20}$/.test(projectId),
        azure: (data) => Object.keys(data).length === 0,
      };
      for (const provider of ["aws", "gcp", "azure"]) {
        const { id: networkId } = await network(at, bodies.network({ provider }));
        const id = await create(at.peering, bodies.peering(networkId));
        const here = `${at.peering}/${id}`;
        const peering = await settled(here, "peering", "initiated", "provisioning");
        assert.equal(peering.provider, provider);
        assert.ok(metadata[provider](peering.providerPeeringMetadata), JSON.stringify(peering));
        if (provider === "gcp") assert.equal(peering.providerPeeringMetadata.networkId, `${networkId}-vpc`);
        const { peerAccountId, peerNetworkId, peerNetworkRegion, routes } = bodies.peering(networkId);
        for (const [key, value] of Object.entries({
          networkId,
          peerAccountId,
          peerNetworkId,
          peerNetworkRegion,
          routes,
        }))
          assert.deepEqual(peering[key], value, key);
        await change("PUT", here, { description: "renamed" });
        assert.equal((await read(here, "peering")).description, "renamed");
        assert.equal(service.drift(id, { set: { status: "active" } }), true);
        assert.equal((await read(here, "peering")).status, "active");
        await change("DELETE", here);
        await settled(here, "peering", "deleted", "deleting");
      }
      assert.equal((await read(at.peering, "peerings")).length, 3);
    });

    it("cluster", async () => {
      const id = await project();
      const at = paths(id);
      const { id: networkId } = await network(at);
      const { created, ...created1 } = await cluster(at, networkId, { topology: "Three-Node-Multi-Zone" });
      assert.match(created, TIMESTAMP);
      assert.deepEqual(created1, {
        id: created1.id,
        organizationId: ORGANIZATION,
        projectId: id,
        networkId,
        description: "cluster",
        provider: "aws",
        region: "us-east-1",
        topology: "three-node-multi-zone",
        instanceType: "f1",
        diskSizeGb: 16,
        diskType: "gp3",
        diskIops: 3000,
        diskThroughput: 125,
        serverVersion: "26.0",
        serverVersionTag: "26.0.0",
        projectionLevel: "off",
        status: "available",
        protected: false,
        publicAccess: false,
        cloudIntegratedAuthentication: false,
        canExpandDisk: true,
        patchAvailable: false,
        health: "ok",
      });
      const here = `${at.cluster}/${created1.id}`;
      const over = (way) => settled(here, "cluster", "available", way);

      await change("PUT", here, { description: "renamed", protected: true, ClusterID: created1.id });
      assert.deepEqual(
        [(await read(here, "cluster")).description, (await read(here, "cluster")).protected],
        ["renamed", true],
      );
      await change("PUT", here, { description: "renamed", protected: false, projectionLevel: "User" });
      assert.equal((await over("updating configuration")).projectionLevel, "user");

      assert.deepEqual(await change("PUT", `${here}/commands/resize`, { targetSize: "C4" }, 200), { id: created1.id });
      assert.equal((await over("resizing")).instanceType, "c4");
      await change("PUT", `${here}/commands/upgrade`, { targetTag: "26.1.2" }, 200);
      const upgraded = await over("upgrading");
      assert.deepEqual([upgraded.serverVersion, upgraded.serverVersionTag], ["26.1", "26.1.2"]);

      await change("PUT", `${here}/disk/expand`, { clusterId: created1.id, diskSizeGb: 32, diskType: "gp3" });
      const expanded = await over("expanding disks");
      assert.deepEqual([expanded.diskSizeGb, expanded.diskIops, expanded.diskThroughput], [32, 3000, 125]);
      service.advance(6 * 3600);
      await change("PUT", `${here}/disk/expand`, { diskSizeGb: 32, diskType: "io2" });
      const other = await over("expanding disks");
      assert.equal(other.diskType, "io2");
      assert.ok(!("diskIops" in other) && !("diskThroughput" in other));

      assert.equal((await read(at.cluster, "clusters")).length, 1);
      await change("DELETE", here);
      await settled(here, "cluster", "deleted", ...DELETING);
      expectProblem(await call("PUT", here, { description: "a" }), 409);
    });

    it("public cluster with an access list", async () => {
      const at = paths(await project());
      const { id: networkId } = await network(at, bodies.publicNetwork());
      const acl = await create(at.acl, bodies.acl());
      const made = await cluster(at, networkId, { publicAccess: true, aclId: acl });
      assert.deepEqual([made.publicAccess, made.aclId], [true, acl]);
      const here = `${at.cluster}/${made.id}`;
      const second = await create(at.acl, bodies.acl());
      await change("PUT", here, { aclId: second });
      await change("DELETE", `${at.acl}/${acl}`);
      expectProblem(await call("DELETE", `${at.acl}/${second}`), 409);
      await change("DELETE", here);
      await settled(here, "cluster", "deleted", ...DELETING);
      await change("DELETE", `${at.acl}/${second}`);
    });

    it("initial credentials", async () => {
      const at = paths(await project());
      const { id: networkId } = await network(at);
      const { id, created } = await cluster(at, networkId);
      const { status, body } = await call("GET", `${at.cluster}/${id}/initialCredentials`);
      assert.equal(status, 200);
      assert.deepEqual(Object.keys(body), ["adminPassword", "opsPassword", "generatedAt", "clusterId"]);
      assert.notEqual(body.adminPassword, body.opsPassword);
      assert.deepEqual([body.generatedAt, body.clusterId], [created, id]);
      expectProblem(await call("GET", `${at.cluster}/${networkId}/initialCredentials`), 404);
    });

    it("replica set", async () => {
      const id = await project();
      const at = paths(id);
      const { id: networkId } = await network(at);
      const { id: clusterId } = await cluster(at, networkId);
      const here = `${at.cluster}/${clusterId}/replicaset`;
      expectProblem(await call("GET", here), 404);
      for (const replicaCount of [1, 2]) {
        assert.equal((await call("POST", here, { replicaCount, protected: false })).status, 201);
        const made = await settled(here, "readOnlyReplicaSet", "available", "provisioning");
        assert.deepEqual([made.orgId, made.projectId, made.clusterId], [ORGANIZATION, id, clusterId]);
        assert.deepEqual([made.replicaCount, made.protected], [replicaCount, false]);
        expectProblem(await call("POST", here, { replicaCount }), 409);
        await change("PUT", here, { replicaCount: 3 - replicaCount, protected: true });
        const changed = await settled(here, "readOnlyReplicaSet", "available", "updating");
        assert.deepEqual([changed.replicaCount, changed.protected], [3 - replicaCount, true]);
        assert.ok(changed.updatedAt > changed.createdAt);
        expectProblem(await call("DELETE", here), 409);
        await change("PUT", here, { replicaCount: 3 - replicaCount, protected: false });
        await change("DELETE", here);
        await settled(here, "readOnlyReplicaSet", "deleted", "deleting");
      }
    });

    it("scheduled backup, which is gone at once", async () => {
      const id = await project();
      const at = paths(id);
      const { id: networkId } = await network(at);
      const { id: clusterId } = await cluster(at, networkId);
      const job = await create(at.job, bodies.job(clusterId));
      const here = `${at.job}/${job}`;
      const { description, schedule, type, data } = bodies.job(clusterId);
      const expected = { id: job, organizationId: ORGANIZATION, projectId: id, description, schedule, type, data };
      assert.deepEqual(await read(here, "job"), { ...expected, status: "running" });
      assert.equal((await read(at.job, "jobs")).length, 1);
      await change("DELETE", here);
      assert.equal((await read(here, "job")).status, "deleted");
    });

    for (const [sink, sent, shown] of [
      ["opsGenie", { apiKey: "secret-abcd" }, { source: "issues", apiKeyDisplay: "********" }],
      [
        "slack",
        { token: "secret-abcd", channelId: "#c", source: "notifications" },
        { source: "notifications", channelId: "#c", tokenDisplay: "*******abcd" },
      ],
      ["slack", { token: "secret7", channelId: "#c" }, { source: "issues", channelId: "#c", tokenDisplay: "********" }],
      [
        "pagerDuty",
        { authToken: "secret-abcd", service: "s", user: "u" },
        { service: "s", user: "u", authTokenDisplay: "********" },
      ],
      [
        "gcpLogging",
        { gcpProjectId: "p", logId: "l", gcpServiceAccountPrivateKey: "secret-abcd" },
        { gcpProjectId: "p", logId: "l", gcpServiceAccountPrivateKeyDisplay: "********" },
      ],
      [
        "awsCloudWatchLogs",
        { accessKeyId: "secret-a", secretAccessKey: "secret-b", clusterIds: ["c1", "c2"], groupName: "g", region: "r" },
        {
          source: "logs",
          clusterIds: ["c1", "c2"],
          groupName: "g",
          region: "r",
          accessKeyIdDisplay: "********",
          secretAccessKeyDisplay: "********",
        },
      ],
      [
        "awsCloudWatchMetrics",
        { accessKeyId: "secret-a", secretAccessKey: "secret-b", clusterIds: [], namespace: "n", region: "r" },
        {
          source: "metrics",
          clusterIds: [],
          namespace: "n",
          region: "r",
          accessKeyIdDisplay: "********",
          secretAccessKeyDisplay: "********",
        },
      ],
    ])
      it(`integration with ${sink} (${Object.keys(sent)}), whose secrets are not shown`, async () => {
        const id = await project();
        const at = paths(id);
        const made = await create(at.integration, bodies.integration({ sink, ...sent, notKnown: "secret-c" }));
        const here = `${at.integration}/${made}`;
        const { created, updated, ...rest } = await read(here, "integration");
        assert.match(created, TIMESTAMP);
        assert.match(updated, TIMESTAMP);
        const data = { sink, ...shown };
        const expected = { id: made, organizationId: ORGANIZATION, projectId: id, status: "active" };
        assert.deepEqual(rest, { ...expected, description: "integration", data });
        // A change without the secrets keeps them; the sink may be left out as well.
        const isSecret = (value) => typeof value === "string" && value.startsWith("secret");
        const open = Object.fromEntries(Object.entries(sent).filter(([, value]) => !isSecret(value)));
        await change("PUT", here, { description: "renamed", data: open });
        await change("PUT", here, { data: { sink, ...sent } });
        const changed = await read(here, "integration");
        assert.equal(changed.description, "renamed");
        assert.deepEqual(changed.data, data);
        assert.equal((await read(at.integration, "integrations")).length, 1);
        await change("DELETE", here);
        assert.equal((await read(here, "integration")).status, "deleted");
        const known = JSON.stringify([service.state(), service.log.entries()]);
        assert.ok(!known.includes("secret-"), "a secret is in the state or the log");
      });

    it("a cluster takes its replica set and its jobs with it, a network its peerings, a project the rest", async () => {
      const id = await project();
      const at = paths(id);
      const { id: networkId } = await network(at);
      const { id: clusterId } = await cluster(at, networkId);
      const peering = await create(at.peering, bodies.peering(networkId));
      const job = await create(at.job, bodies.job(clusterId));
      const integration = await create(at.integration, bodies.integration({ sink: "opsGenie", apiKey: "k" }));
      const here = `${at.cluster}/${clusterId}`;
      await call("POST", `${here}/replicaset`, { replicaCount: 1 });
      await change("DELETE", here);
      await settled(here, "cluster", "deleted", ...DELETING);
      assert.equal((await read(`${at.job}/${job}`, "job")).status, "deleted");
      assert.equal((await read(`${here}/replicaset`, "readOnlyReplicaSet")).status, "deleted");
      await change("DELETE", `${at.network}/${networkId}`);
      await settled(`${at.network}/${networkId}`, "network", "deleted", "deleting");
      assert.equal((await read(`${at.peering}/${peering}`, "peering")).status, "deleted");
      await change("DELETE", at.project);
      expectProblem(await call("GET", `${at.integration}/${integration}`), 404);
    });
  });
}
