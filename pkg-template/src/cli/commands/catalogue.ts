import { catalogue, type Catalogue, visible } from "../../internal";
import { Failure } from "../failure";
import { asked, type Given, optionsOf } from "../options";
import { say, sayJson, table } from "../output";
import { closest } from "../suggest";

/** What is known of the cloud: the list of its parts, or the rows of one. */
export async function catalogueCommand(part: string | undefined, given: Given & { json?: boolean }): Promise<void> {
  const { catalogue: additions } = await optionsOf({
    ...(given.catalogue === undefined ? {} : { catalogue: given.catalogue }),
  });
  const all = asked(() => catalogue(additions === undefined ? undefined : { catalogue: additions }));
  if (part === undefined) {
    if (given.json === true) return sayJson(all);
    const parts = Object.entries(all).filter(([, rows]) => Array.isArray(rows)) as [string, unknown[]][];
    return say(
      `catalogue of ${all.asOf}\n${table(parts.map(([name, rows]) => [name, `${rows.length} rows`]))}\nnext: ` +
        "eventstorecloud-planner catalogue regions",
    );
  }
  const rows = Object.hasOwn(all, part) ? all[part as keyof Catalogue] : undefined;
  if (!Array.isArray(rows)) {
    const near = closest(part, Object.keys(all));
    throw new Failure(
      `the catalogue has no part \`${visible(part)}\`${near === undefined ? "" : `; did you mean \`${near}\``}; ` +
        `\`eventstorecloud-planner catalogue\` lists them`,
    );
  }
  if (given.json === true) return sayJson(rows);
  say(rows.map(row).join("\n"));
}

/** A row on one line, without where it is read: `--json` has it all. */
function row(row: object): string {
  return Object.entries(row)
    .filter(([key, value]) => !["source", "confidence"].includes(key) && value !== null)
    .map(([key, value]) => `${key}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join("  ");
}
