// Disks of clusters: what a request asks for, and what the clouds have.
import type { Call } from "../call";
import { invalid } from "../problem";
import type { Cluster } from "../things";

export type DiskSettings = Pick<Cluster, "diskSizeGb" | "diskType" | "diskIops" | "diskThroughput">;

export interface Disk {
  readonly wire: DiskSettings;
  /** Throws if there is no such disk in this cloud. */
  checkFor(provider: string): void;
}

/** In GB. */
const SMALLEST: ReadonlyMap<string, number> = new Map([
  ["aws", 8],
  ["azure", 10],
  ["gcp", 10],
]);

/** The disk of the request; what it leaves out stays as it is in `old`. Properties that are wrong are noted. */
export function readDisk({ fields, rules }: Call, old?: DiskSettings): Disk {
  const diskSizeGb = fields.count("diskSizeGb");
  const diskType = (old === undefined ? fields.text("diskType") : fields.optionalText("diskType"))?.toLowerCase();
  const type = diskType ?? old?.diskType ?? "";
  if (rules.retiredDiskTypes.includes(type) && type !== old?.diskType)
    fields.refuse("diskType", `${type} is no longer supported`);
  const diskIops = fields.optionalCount("diskIops") ?? old?.diskIops;
  const diskThroughput = fields.optionalCount("diskThroughput") ?? old?.diskThroughput;
  const wire: DiskSettings = { diskSizeGb, diskType: type };
  if (type === "gp3") {
    if (diskIops === undefined) fields.refuse("diskIops", "is required for gp3");
    else wire.diskIops = diskIops;
    if (diskThroughput === undefined) fields.refuse("diskThroughput", "is required for gp3");
    else wire.diskThroughput = diskThroughput;
  }
  return { wire, checkFor: (provider) => expectAtLeast(SMALLEST.get(provider) ?? 1, diskSizeGb) };
}

export function expectAtLeast(minimum: number, diskSizeGb: number): void {
  if (diskSizeGb < minimum) throw invalid(new Map([["diskSizeGb", `must be at least ${minimum}`]]));
}
