// sbom.cdx.json: what is inside, as CycloneDX. Without a time or a number of its own: the same inputs make the same
// file.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { out } from "./paths.mjs";

const NAME = "eventstorecloud-planner";

export function writeSbom(version, parts) {
  const self = `pkg:npm/${NAME}@${version}`;
  const sorted = [...parts].sort((a, b) => (reference(a) < reference(b) ? -1 : 1));
  const sbom = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        type: "library",
        "bom-ref": self,
        name: NAME,
        version,
        licenses: [{ expression: "Apache-2.0" }],
        purl: self,
      },
    },
    components: sorted.map((part) => ({
      type: "library",
      "bom-ref": reference(part),
      name: part.name,
      version: part.version,
      ...(part.hash && { hashes: [{ alg: part.hash[0], content: part.hash[1] }] }),
      licenses: [{ expression: part.license.replace(/\//g, " OR ") }],
      purl: reference(part),
    })),
    dependencies: [
      { ref: self, dependsOn: sorted.map(reference) },
      ...sorted.map((part) => ({ ref: reference(part), dependsOn: neededBy(part, sorted) })),
    ],
  };
  writeFileSync(join(out, "sbom.cdx.json"), `${JSON.stringify(sbom, null, 2)}\n`);
}

const reference = ({ ecosystem, name, version }) =>
  ecosystem === "npm"
    ? `pkg:npm/${name.replace("@", "%40")}@${version}`
    : ecosystem === "cargo"
      ? `pkg:cargo/${name}@${version}`
      : `pkg:generic/rust-${name}@${version}`;

/** Of what a part needs, that which is inside too: what only builds it is not. */
function neededBy({ ecosystem, needs }, parts) {
  const isNeeded = (part) =>
    part.ecosystem === ecosystem &&
    needs.some(({ name, version }) => name === part.name && (version ?? part.version) === part.version);
  return parts.filter(isNeeded).map(reference);
}
