// How values that are more than a value are marked: in a document, and by Pulumi. Each mark is written here only.
import { Limit } from "../generated/boundary";
import type { Args } from "../json";
import { own, put } from "./data";

/** An unknown value, in a document. */
export const UNKNOWN = { unknown: true } as const;
/** A secret of which nothing else is known, in a document. */
export const HIDDEN = { secret: true } as const;

/** A secret with its value, in a document. */
export function secret(value: unknown): object {
  return value === UNKNOWN ? HIDDEN : { secret: value };
}

/** Whether an object of a document is a secret. */
export function isSecret(value: object): boolean {
  return own(value, "secret") !== undefined;
}

/** The id of another resource, in a document: by that resource's name. */
export function ref(name: string): object {
  return { ref: name };
}

/** Whether an object of a document is the id of another resource. */
export function isRef(value: object): boolean {
  return own(value, "ref") !== undefined;
}

/** Whether a value of a document is or has an id of another resource, or something unknown. */
export function holdsRefOrUnknown(value: unknown): boolean {
  return /"(?:ref|unknown)":/.test(JSON.stringify(value) ?? "");
}

/** What Pulumi writes for an unknown value. */
const PULUMI_UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
/** What stands for the text of a secret, in what Pulumi prints and in what we print. */
export const HIDDEN_TEXT = "[secret]";

/** What a text stands for that Pulumi has printed. */
export function printedText(text: string): unknown {
  return text === PULUMI_UNKNOWN ? UNKNOWN : text === HIDDEN_TEXT ? HIDDEN : text;
}

export function isPrintedUnknown(value: unknown): boolean {
  return value === PULUMI_UNKNOWN;
}

/** The key that marks a special value of Pulumi's, and the marks of those that stand for another value. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** The value that a special one stands for, if it is known. */
export interface Special {
  isSecret: boolean;
  value?: unknown;
}

/** What an object stands for, if it is a secret or an Output on its way; undefined for any other object. */
export function specialOf(object: object): Special | undefined {
  const mark = own(object, SIGNATURE);
  if (mark !== SECRET && mark !== OUTPUT) return undefined;
  const isSecret = mark === SECRET || own(object, "secret") === true;
  const given = own(object, "value");
  const value = given === undefined ? shownText(own(object, "plaintext")) : given;
  return value === undefined ? { isSecret } : { isSecret, value };
}

/** With `--show-secrets`, the value of a secret is written as JSON. */
function shownText(plaintext: unknown): unknown {
  try {
    return typeof plaintext === "string" ? (JSON.parse(plaintext) as unknown) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value that Pulumi has printed is or has a special one. */
export function holdsSpecial(value: unknown): boolean {
  return JSON.stringify(value ?? null).includes(SIGNATURE);
}

/** Keys that begin so are notes of the engine and the providers. */
export function isNote(key: string): boolean {
  return key.startsWith("__");
}

/**
 * A value that Pulumi has written, in the notation of a document. `text` gives what a string stands for. What is nested
 * too deeply, contains itself or has no end is left for the core, which says so.
 */
export function marked(
  value: unknown,
  text: (text: string) => unknown,
  { isPrinted = false }: { isPrinted?: boolean } = {},
): unknown {
  const open: object[] = [];
  let left: number = Limit.Values;
  const inside = (value: unknown): unknown => {
    if (typeof value === "string") return text(value);
    if (typeof value !== "object" || value === null) return value;
    if (open.length >= Limit.Depth || open.includes(value)) return value;
    open.push(value);
    const result = ofObject(value);
    open.pop();
    return result;
  };
  const ofObject = (value: object): unknown => {
    if (Array.isArray(value)) {
      left -= value.length;
      return left < 0 ? value : (value as unknown[]).map(inside);
    }
    if (!isData(value)) return value;
    const special = specialOf(value);
    if (special !== undefined) {
      const within = "value" in special ? inside(special.value) : UNKNOWN;
      return special.isSecret ? secret(within) : within;
    }
    // An asset or an archive, which no property of ours has.
    if (isPrinted && own(value, SIGNATURE) !== undefined) return UNKNOWN;
    const keys = Object.keys(value).filter((key) => !(isPrinted && isNote(key)));
    left -= keys.length;
    if (left < 0) return value;
    const result = {};
    for (const key of keys) put(result, key, inside((value as Args)[key]));
    return result;
  };
  return inside(value);
}

const { toString: tagOf } = Object.prototype;

/** Whether an object is data and nothing else: no Output, no promise, nothing of a class that is built in. */
export function isData(value: object): boolean {
  const { __pulumiOutput, __pulumiUnknown, __pulumiResource, then } = value as Args;
  return (
    ![__pulumiOutput, __pulumiUnknown, __pulumiResource].includes(true) &&
    typeof then !== "function" &&
    tagOf.call(value) === "[object Object]"
  );
}

/** What a URN says of a resource. */
export interface UrnParts {
  /** Its type token, without those of the components that it is in. */
  type: string;
  name: string;
  /** How many components it is in. */
  depth: number;
}

/** `urn:pulumi:STACK::PROJECT::COMPONENT$TYPE::NAME`, taken apart; undefined for any other text. */
export function urnParts(urn: string): UrnParts | undefined {
  const [, , types, ...name] = urn.split("::");
  if (types === undefined || name.length === 0) return undefined;
  const all = types.split("$");
  return { type: all[all.length - 1] ?? "", name: name.join("::"), depth: all.length - 1 };
}

const PROVIDERS = "pulumi:providers:";

/** The type token of the provider of a package. */
export function providerType(namespace: string): string {
  return `${PROVIDERS}${namespace}`;
}

/** `kurrentcloud` for `kurrentcloud:index/network:Network`, and for the provider of that package. */
export function namespaceOf(type: string): string {
  const own = type.startsWith(PROVIDERS) ? type.slice(PROVIDERS.length) : type;
  return own.split(":")[0] ?? "";
}

/** Pulumi calls the providers that it creates from the configuration of the stack `default` and `default_0_2_20`. */
export function isDefaultProvider(kind: string | undefined, name: string): boolean {
  return kind === "Provider" && /^default(?:_|$)/.test(name);
}

/** Whether a type token is that of the stack itself, the parent of what is in no component. */
export function isStack(type: string): boolean {
  return type === "pulumi:pulumi:Stack";
}

/** Whether a resource is Pulumi's own: the stack, or the provider of another package. */
export function isOfPulumi(type: string): boolean {
  return type.startsWith("pulumi:");
}

/**
 * The package that resources are of, with its version, such as `eventstorecloud@0.2.20`; undefined where there are
 * several, or where no version is known.
 */
export function targetOf(found: Iterable<{ type: string; version: unknown }>): string | undefined {
  const [namespaces, versions] = [new Set<string>(), new Set<string>()];
  for (const { type, version } of found) {
    namespaces.add(namespaceOf(type));
    const [, known, suffix] = typeof version === "string" ? (/^v?(\d+\.\d+\.\d+)(.*)$/.exec(version) ?? []) : [];
    // With what follows it, such as `-alpha.1`, it is read as a constraint.
    if (known !== undefined) versions.add(suffix === "" ? known : `=${known}${suffix}`);
  }
  return namespaces.size === 1 && versions.size === 1 ? `${[...namespaces][0]}@${[...versions][0]}` : undefined;
}
