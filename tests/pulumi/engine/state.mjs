// The last state of the stack, which an update wrote.
import { plain } from "./values.mjs";
import { urnOf } from "./urn.mjs";

/** The resources that exist, from the option `existing`. */
export class State {
  #settings;
  #resources;

  constructor(settings) {
    this.#settings = settings;
    this.#resources = new Map(Object.entries(settings.existing));
  }

  /** What exists of a resource: under its URN, its name, or an alias of it. */
  of({ urn, name }, aliases) {
    for (const key of [urn, name, ...aliases]) if (this.#resources.has(key)) return this.#resources.get(key);
    return undefined;
  }

  /** What the engine's own function tells of a stack: types and outputs by URN, secrets in plain text. */
  outputsOf(stackName) {
    const { stack, project, organization } = this.#settings;
    if (stackName.split("/").at(-1) !== stack) throw new Error(`unknown stack "${stackName}"`);
    if (
      stackName.includes("/") &&
      ![`${organization}/${stack}`, `${organization}/${project}/${stack}`].includes(stackName)
    )
      throw new Error(`unknown stack "${stackName}"`);
    const entries = [...this.#resources].map(([key, { type, id, inputs = {}, outputs = { ...inputs, id } }]) => {
      const urn = key.startsWith("urn:") ? key : urnOf(this.#settings, { type: type ?? "", name: key, parent: "" });
      return [urn, { type: type ?? urn.split("::")[2].split("$").at(-1), outputs: plain(outputs) }];
    });
    return { name: stackName, outputs: Object.fromEntries(entries) };
  }
}

/** The URNs that aliases stand for: what they do not name is as the resource has it. */
export function aliasUrns(settings, resource, aliases) {
  return aliases.map((alias) => {
    if (typeof alias === "string") return alias;
    const { name, type, stack, project, parenturn = "", noparent } = alias;
    return urnOf(
      { stack: stack || settings.stack, project: project || settings.project },
      {
        type: type || resource.type,
        name: name || resource.name,
        parent: noparent ? "" : parenturn || resource.parent,
      },
    );
  });
}
