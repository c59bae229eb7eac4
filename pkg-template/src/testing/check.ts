import {
  type Args,
  check,
  type CheckedKind,
  type DocumentResource,
  Ids,
  InputError,
  isForeign,
  kindOf,
  Names,
  type Options,
  propertiesOf,
  type Report,
} from "../internal";
import { marked, ref, UNKNOWN } from "../values/marks";

/**
 * A resource as a mock sees it: what Pulumi passes to `newResource`, and the id that the mock gave it. `inputs` may
 * hold what Pulumi writes for unknown values and secrets.
 */
export interface MockedRegistration {
  type: string;
  name: string;
  inputs: object;
  /** The id that your `newResource` returned. Without it, ids are recognised by the resource's name in them. */
  id?: string | undefined;
}

/**
 * Checks the resources that a program registered under Pulumi's mocks, all of them together, as `check` does. Resources
 * of other providers are left out. What was not known (in a preview whose mocks give no ids) is counted as deferred.
 *
 * Throws an `InputError` for a call or an option that is invalid.
 */
export function checkRegistrations(calls: readonly MockedRegistration[], options?: Options): Report {
  assertCalls(calls);
  const names = new Names();
  const known: Known[] = [];
  const others: DocumentResource[] = [];
  for (const call of calls) {
    const kind = kindOf(call.type);
    const name = names.free(kind ?? call.type, call.name);
    if (kind !== undefined) known.push({ call, kind, name });
    else if (isForeign(call.type)) others.push({ kind: call.type, name });
  }
  const ids = new Mocked(known);
  const resources = known.map(
    ({ call, kind, name }): DocumentResource =>
      // What a resource depends on, mocks are not told.
      ({ kind: call.type, name, args: argsOf(call, kind, ids), dependsOn: UNKNOWN }),
  );
  return check({ resources: [...resources, ...others] }, options);
}

function assertCalls(calls: unknown): void {
  if (!Array.isArray(calls)) throw new InputError("calls", "must be an array");
  for (const [index, call] of (calls as unknown[]).entries()) {
    if (!isObject(call)) throw new InputError(`calls[${index}]`, "must be an object");
    const { type, name, inputs, id } = call;
    if (typeof type !== "string" || type === "")
      throw new InputError(
        `calls[${index}].type`,
        "must be a type token, such as `eventstorecloud:index/project:Project`",
      );
    if (typeof name !== "string") throw new InputError(`calls[${index}].name`, "must be a string");
    if (!isObject(inputs)) throw new InputError(`calls[${index}].inputs`, "must be an object");
    if (id !== undefined && typeof id !== "string") throw new InputError(`calls[${index}].id`, "must be a string");
  }
}

function isObject(value: unknown): value is Args {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

interface Known {
  call: MockedRegistration;
  kind: CheckedKind;
  /** Its name in the document. */
  name: string;
}

function argsOf(call: MockedRegistration, kind: CheckedKind, ids: Mocked): Args {
  const properties = propertiesOf(kind);
  const args: Args = {};
  for (const [property, value] of Object.entries(call.inputs)) {
    const wanted = properties.find(({ name }) => name === property)?.refersTo;
    args[property] = marked(value, (text) => {
      const name = wanted === undefined ? undefined : ids.nameOf(text, wanted);
      return name === undefined ? text : ref(name);
    });
  }
  return args;
}

/** Which resource an id is that of. */
class Mocked {
  private readonly ids = new Ids<Known>();

  constructor(private readonly known: Known[]) {
    for (const resource of known) this.ids.note(resource.call.id, resource);
  }

  /** The name of the resource, of the wanted kind if there are several; undefined for the id of none of them. */
  nameOf(id: string, wanted: string): string | undefined {
    const fitting = this.ids.find(id, wanted);
    if (fitting !== undefined) return fitting.name;
    // The id is not recorded. Mocks make ids of names; the longest name is the one.
    const named = this.known.filter(
      ({ call, kind }) =>
        kind === wanted && given(call) === undefined && namesOf(call).some((name) => id.includes(name)),
    );
    const longest = Math.max(...named.map(({ call }) => lengthIn(id, call)));
    const candidates = named.filter(({ call }) => lengthIn(id, call) === longest);
    return candidates.length === 1 ? candidates[0]?.name : undefined;
  }
}

/** The recorded id. Pulumi passes an empty one to mocks. */
function given({ id }: MockedRegistration): string | undefined {
  return id === "" ? undefined : id;
}

/** The names that a mock may have made an id of. */
function namesOf({ name, inputs }: MockedRegistration): string[] {
  const own = (inputs as { name?: unknown }).name;
  return [name, ...(typeof own === "string" && own !== "" ? [own] : [])];
}

function lengthIn(id: string, call: MockedRegistration): number {
  return Math.max(
    0,
    ...namesOf(call)
      .filter((name) => id.includes(name))
      .map((name) => name.length),
  );
}
