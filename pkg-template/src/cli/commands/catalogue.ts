import { catalogue, type Catalogue, visible } from "../../internal";
import { Failure } from "../failure";
import { table } from "../../layout";
import { callLibrary, optionsOf } from "../options";
import { print, printJson } from "../output";
import { closest } from "../suggest";

/** The facts about the cloud: the names of the tables, or the rows of one. */
export async function catalogueCommand(
  part: string | undefined,
  options: { catalogue?: string; json?: true },
): Promise<void> {
  const { catalogue: additions } = await optionsOf(
    options.catalogue === undefined ? {} : { catalogue: options.catalogue },
  );
  const all = callLibrary(() => catalogue(additions === undefined ? undefined : { catalogue: additions }));
  if (part === undefined) {
    if (options.json === true) return printJson(all);
    const parts = Object.entries(all).filter(([, rows]) => Array.isArray(rows)) as [string, unknown[]][];
    return print(
      `catalogue of ${all.asOf}\n${table(parts.map(([name, rows]) => [name, `${rows.length} rows`]))}\nnext: ` +
        "eventstorecloud-planner catalogue regions",
    );
  }
  const rows = Object.hasOwn(all, part) ? all[part as keyof Catalogue] : undefined;
  if (!Array.isArray(rows)) {
    const near = closest(part, Object.keys(all));
    throw new Failure(
      `unknown table \`${visible(part)}\`; ` +
        (near === undefined ? "see `eventstorecloud-planner catalogue` for all tables" : `did you mean \`${near}\`?`),
    );
  }
  if (options.json === true) return printJson(rows);
  print(rows.map(row).join("\n"));
}

/** A row on one line, without its sources: `--json` has them. */
function row(row: object): string {
  return Object.entries(row)
    .filter(([key, value]) => !["source", "confidence"].includes(key) && value !== null)
    .map(([key, value]) => `${key}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join("  ");
}
