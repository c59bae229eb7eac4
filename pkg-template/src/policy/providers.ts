// What the provider of a resource tells: the package in use with its version, and the configuration of the stack.
import type { Args } from "../internal";
import { plain } from "../values/from-policy";
import { isDefaultProvider, namespaceOf, targetOf as targetOfTypes } from "../values/marks";
import { given, type Ours } from "./subject";
import type { Writing } from "./writing";

/** Whether it is a provider that Pulumi creates from the configuration of the stack, and not one of the program. */
export function isDefault({ kind, subject }: Ours): boolean {
  return isDefaultProvider(kind, subject.name);
}

/** The package that the resources are of, with its version. */
export function targetOf(all: readonly Ours[]): string | undefined {
  return targetOfTypes(all.map((ours) => ({ type: ours.subject.type, version: versionOf(ours) })));
}

/** The settings of default providers, as the configuration that they come from. */
export function configurationOf(providers: readonly Ours[], writing: Writing): { configuration?: Args } {
  if (providers.length === 0) return {};
  const entries = providers.map((provider) =>
    Object.entries(writing.args(provider, given(provider, "inputs"))).map(
      ([name, value]) => [`${namespaceOf(provider.subject.type)}:${name}`, value] as const,
    ),
  );
  return { configuration: Object.fromEntries(entries.flat()) };
}

function versionOf({ subject, kind }: Ours): unknown {
  const props = kind === "Provider" ? subject.props : subject.provider?.props;
  return props === undefined ? undefined : plain(() => (props as Args).version);
}
