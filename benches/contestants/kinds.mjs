// Programs of all kinds of resources, linked by references, without a problem: the first of the cases with all kinds, many
// times over in one program, each time under names and with blocks of its own.
//
// And what zod would check of them: every resource by the schema of its kind, single fields only.
import { readFileSync } from "node:fs";
import { z } from "zod";
import schema from "./zod-schema.cjs";

const cases = readFileSync(new URL("../../tests/cases/all-kinds.md", import.meta.url), "utf8");
const { each: _, ...TEMPLATE } = JSON.parse(/```json\n(.*?)\n```/s.exec(cases)[1]);

/** A program of that many resources; a multiple of the template's ten. */
export function program(count) {
  const parts = count / TEMPLATE.resources.length;
  const resources = Array.from({ length: parts }, (_, part) =>
    TEMPLATE.resources.map((resource) => copy(resource, part)),
  );
  return { ...TEMPLATE, resources: resources.flat() };
}

function copy(resource, part) {
  const named = renamed(resource, part);
  const { args } = named;
  if (args.cidrBlock) args.cidrBlock = `10.${part >> 8}.${part & 255}.0/24`;
  if (args.routes) args.routes = [`172.${16 + (part >> 8)}.${part & 255}.0/24`];
  return named;
}

function renamed(value, part) {
  if (Array.isArray(value)) return value.map((item) => renamed(item, part));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (["name", "description", "ref"].includes(key)) return [key, `${inner}-${part}`];
      if (key === "dependsOn") return [key, inner.map((name) => `${name}-${part}`)];
      return [key, renamed(inner, part)];
    }),
  );
}

// zod is told where references and secrets are, which our side has to find out.
const text = () => z.string().min(1);
const ref = () => z.strictObject({ ref: text() });
const secret = () => z.strictObject({ secret: z.literal(true) });
const cloud = () => z.enum(["aws", "gcp", "azure"]);
const cloudWatch = {
  projectId: ref(),
  description: text(),
  accessKeyId: secret(),
  secretAccessKey: secret(),
  clusterIds: z.array(ref()).min(1),
  region: text(),
};

const SCHEMAS = {
  Project: z.strictObject({ name: text() }),
  Network: z.strictObject({
    projectId: ref(),
    resourceProvider: cloud(),
    region: text(),
    cidrBlock: z.cidrv4().optional(),
    publicAccess: z.boolean().optional(),
    name: text().optional(),
  }),
  Acl: z.strictObject({
    projectId: ref(),
    cidrBlocks: z.array(z.strictObject({ address: z.cidrv4(), comment: z.string().optional() })),
    name: text().optional(),
  }),
  Peering: z.strictObject({
    projectId: ref(),
    networkId: ref(),
    peerResourceProvider: cloud(),
    peerNetworkRegion: text(),
    peerAccountId: text(),
    peerNetworkId: text(),
    routes: z.array(z.cidrv4()).min(1),
    name: text().optional(),
  }),
  ManagedCluster: schema.clusterSchema(z).extend({ projectId: ref(), networkId: ref() }),
  ManagedClusterReplicaset: z.strictObject({
    projectId: ref(),
    clusterId: ref(),
    replicaCount: z.int().min(1),
    protected: z.boolean().optional(),
  }),
  ScheduledBackup: z.strictObject({
    projectId: ref(),
    sourceClusterId: ref(),
    description: text(),
    schedule: z.string().regex(/^\S+ \S+ \S+ \S+ \S+$/),
    backupDescription: text().optional(),
    maxBackupCount: z.int().min(1),
  }),
  Integration: z.strictObject({
    projectId: ref(),
    description: text(),
    data: z.record(z.string(), z.union([z.string(), secret()])),
  }),
  AWSCloudWatchLogsIntegration: z.strictObject({ ...cloudWatch, groupName: text() }),
  AWSCloudWatchMetricsIntegration: z.strictObject({ ...cloudWatch, namespace: text() }),
};

/** How many resources of a program zod finds to be wrong. */
export function wrongByZod({ resources }) {
  let wrong = 0;
  for (const { kind, args } of resources) if (!SCHEMAS[kind].safeParse(args).success) wrong++;
  return wrong;
}
