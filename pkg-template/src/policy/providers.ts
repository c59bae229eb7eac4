// What the provider of a resource tells: the package in use with its version, and the configuration of the stack.
import type { Args } from "../internal";
import { given, type Ours } from "./subject";
import { plain } from "./values";
import type { Writing } from "./writing";

/** Whether it is a provider that Pulumi creates from the configuration of the stack, and not one of the program. */
export function isDefaultProvider({ kind, subject }: Ours): boolean {
  return kind === "Provider" && /^default(?:_|$)/.test(subject.name);
}

/** The package that the resources are of, with its version, such as `eventstorecloud@0.2.20`. */
export function targetOf(all: readonly Ours[]): string | undefined {
  const namespaces = new Set(all.map(namespaceOf));
  const [namespace] = namespaces;
  const version = all.map(versionOf).find((known) => known !== undefined);
  return namespaces.size === 1 && namespace !== undefined && version !== undefined
    ? `${namespace}@${version}`
    : undefined;
}

/** The settings of default providers, as the configuration that they come from. */
export function configurationOf(providers: readonly Ours[], writing: Writing): { configuration?: Args } {
  if (providers.length === 0) return {};
  const entries = providers.map((provider) =>
    Object.entries(writing.args(provider, given(provider, "inputs"))).map(
      ([name, value]) => [`${namespaceOf(provider)}:${name}`, value] as const,
    ),
  );
  return { configuration: Object.fromEntries(entries.flat()) };
}

/** `pulumi:providers:kurrentcloud` and `kurrentcloud:index/network:Network` -> `kurrentcloud` */
function namespaceOf({ subject }: Ours): string {
  return subject.type.replace(/^pulumi:providers:/, "").split(":")[0] ?? "";
}

function versionOf({ subject, kind }: Ours): string | undefined {
  const props = kind === "Provider" ? subject.props : subject.provider?.props;
  const version = props === undefined ? undefined : plain(() => (props as Args).version);
  return typeof version === "string" ? /^v?(\d+\.\d+\.\d+)$/.exec(version)?.[1] : undefined;
}
