// The constructors of the provider packages check one thing themselves: that required args are there. They throw at the
// first that is missing, before any transformation sees the resource, so the rest of the program would never be looked
// at. Here they are watched: all that they were called with is seen, properties that they drop included.
import { createRequire } from "node:module";
import { join } from "node:path";
import { catalogue } from "../internal";
import { providerType } from "../values/marks";

/** A call of a constructor of a provider package. */
export interface ConstructorCall {
  type: string;
  name: unknown;
  args: unknown;
  opts: unknown;
  /** Constructs the resource with these args. */
  make(args: unknown): object;
}

/** Takes the place of a constructor call. Undefined lets the call go on as it is. */
export type Watcher = (call: ConstructorCall) => object;

type ResourceClass = (new (...args: unknown[]) => object) & { __pulumiType?: unknown };
type Exports = { [name: string]: unknown };

const watched = new WeakSet<object>();

/**
 * Watches the constructors of all provider packages that the program has. `current` gives the watcher of the program
 * that is running, if there is one. Safe to call again.
 */
export function watchConstructors(current: () => Watcher | undefined): void {
  const require = createRequire(join(process.cwd(), "index.js"));
  for (const { id, exists } of catalogue().packages) {
    if (!exists) continue;
    try {
      watchPackage(require(id) as Exports, require, require.resolve(id), current);
    } catch {
      // Not installed here, or not by Node's rules: the resources are seen by the transformation all the same.
    }
  }
}

function watchPackage(
  provider: Exports,
  require: NodeJS.Require,
  entry: string,
  current: () => Watcher | undefined,
): void {
  const folder = entry.slice(0, -"index.js".length);
  for (const name of Object.keys(provider)) {
    const original = provider[name] as ResourceClass;
    if (typeof original !== "function" || typeof original.__pulumiType !== "string" || watched.has(original)) continue;
    // The package looks its classes up in the modules that they are written in.
    const home = Object.entries(require.cache).find(
      ([file, module]) => file.startsWith(folder) && ownValue(module?.exports, name) === original,
    );
    if (home === undefined) continue;
    // A provider's class has the name of its package there, a resource's its type token.
    const type = original.__pulumiType.includes(":") ? original.__pulumiType : providerType(original.__pulumiType);
    const proxy = watch(original, type, current);
    watched.add(proxy);
    (home[1]?.exports as Exports)[name] = proxy;
  }
}

/** A property's value if it is written there, and no getter. */
function ownValue(exports: unknown, name: string): unknown {
  if (typeof exports !== "object" || exports === null) return undefined;
  return Object.getOwnPropertyDescriptor(exports, name)?.value;
}

function watch(original: ResourceClass, type: string, current: () => Watcher | undefined): ResourceClass {
  return new Proxy(original, {
    construct(target, [name, args, opts, ...rest]: unknown[], newTarget): object {
      const make = (using: unknown): object =>
        Reflect.construct(target, [name, using, opts, ...rest], newTarget) as object;
      const watcher = current();
      return watcher === undefined ? make(args) : watcher({ type, name, args, opts, make });
    },
  });
}

/** The property that a constructor misses, if that is what its error says. */
export function missingProperty(error: unknown): string | undefined {
  return /^Missing required property '([^']+)'$/.exec(String((error as { message?: unknown } | null)?.message))?.[1];
}
