// What happens to a running cluster: its instances, server and disks change while it stays what it is.
import { type Call, DONE, type Reply } from "../call";
import { tooSoon, wrongState } from "../problem";
import type { Thing } from "../things";
import { setDisk } from "./clusters";
import { expectAtLeast, readDisk } from "./disks";
import { isFullVersion, releaseLine } from "./versions";

export function resize(call: Call): Reply {
  const cluster = call.changeable("cluster");
  const targetSize = call.fields.text("targetSize").toLowerCase();
  call.fields.done();
  expectAvailable(cluster);
  cluster.wire.instanceType = targetSize;
  call.begin(cluster, "resize");
  return { status: 200, body: { id: cluster.id } };
}

export function upgrade(call: Call): Reply {
  const { fields } = call;
  const cluster = call.changeable("cluster");
  const tag = fields.text("targetTag").toLowerCase();
  if (tag !== "" && !isFullVersion(tag)) fields.refuse("targetTag", "must be a full version, such as 24.10.5");
  fields.done();
  expectAvailable(cluster);
  cluster.wire.serverVersionTag = tag;
  cluster.wire.serverVersion = releaseLine(tag);
  call.begin(cluster, "upgrade");
  return { status: 200, body: { id: cluster.id } };
}

/** Disks only grow; their type and speed can change as well. */
export function expand(call: Call): Reply {
  const cluster = call.changeable("cluster");
  const disk = readDisk(call, cluster.wire);
  call.fields.done();
  expectAtLeast(cluster.wire.diskSizeGb, disk.wire.diskSizeGb);
  expectAvailable(cluster);
  expectPause(call, cluster);
  setDisk(cluster, disk);
  cluster.disksChanged = call.now;
  call.begin(cluster, "expand");
  return DONE;
}

/** AWS changes a disk again only after some hours. */
function expectPause(call: Call, { wire, disksChanged }: Thing<"cluster">): void {
  if (wire.provider !== "aws" || disksChanged === undefined) return;
  const seconds = call.rules.diskPause - (call.now - disksChanged) / 1000;
  if (seconds > 0) throw tooSoon(`the disks can be changed again in ${Math.ceil(seconds / 60)} minutes`);
}

function expectAvailable(cluster: Thing<"cluster">): void {
  if (cluster.wire.status !== "available") throw wrongState();
}
