// The options of `check` and `plan change`, as those of the library.
import { type Command, InvalidArgumentError, Option, type OptionValues } from "@commander-js/extra-typings";
import { InputError, type Options, visible } from "../internal";
import { Failure } from "./failure";
import { own } from "../values/data";
import { load } from "./input/load";

/** The options that say how to check, as commander gives them. */
export interface CheckOptions {
  severity?: { [code: string]: string };
  profile?: string;
  target?: string;
  environment?: string;
  catalogue?: string;
  now?: string;
  vcpuQuota?: number;
}

/** What `--catalogue` is for. */
export const CATALOGUE_HELP = "a file with regions, sizes, disk types and versions to add to the catalogue";

/** The same as options of commander, whose types are those of `CheckOptions`. */
function checkOptions(): Option[] {
  return [
    new Option(
      "--severity <CODE=LEVEL>",
      "set the severity of a rule: off, info, warning or error; may be repeated",
    ).argParser(severity),
    new Option("--profile <NAME>", "choose the rules: default, strict (also less certain warnings) or advice (all)"),
    new Option(
      "--target <NAME@VERSION>",
      "the provider and its version, such as kurrentcloud@0.3.x or kurrent-io/kurrentcloud@3.1.0",
    ),
    new Option("--environment <NAME>", "what it is for; production enables the rules about production clusters"),
    new Option("--catalogue <FILE>", CATALOGUE_HELP),
    new Option(
      "--now <DATE>",
      "compute support periods from this date, such as 2026-11-23, or from today; default: the catalogue's date",
    ),
    new Option("--vcpu-quota <N>", "the vCPU quota of the organisation").argParser(integer),
  ];
}

/** Adds the options that say how to check. One by one, the compiler would not come to an end with their types. */
export function withCheckOptions<Values extends unknown[], Flags extends OptionValues>(
  command: Command<Values, Flags>,
): Command<Values, Flags & CheckOptions> {
  for (const option of checkOptions()) command.addOption(option);
  return command as unknown as Command<Values, Flags & CheckOptions>;
}

function severity(text: string, before: { [code: string]: string } = {}): { [code: string]: string } {
  const [, code, level] = /^\s*([^=\s]+)\s*=\s*([^=\s]+)\s*$/.exec(text) ?? [];
  if (code === undefined || level === undefined)
    throw new Failure(`--severity ${visible(text)}: must be a code and a level, such as \`--severity STACK006=off\``);
  return { ...before, [code.toUpperCase()]: level };
}

/** An integer, for commander. */
export function integer(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It must be an integer of at most 9 digits");
  return Number(text);
}

/** The options of the library. */
export async function optionsOf(flags: CheckOptions): Promise<Options> {
  const { catalogue, now, severity, profile, target, environment, vcpuQuota } = flags;
  const options: { [name: string]: unknown } = { severity, profile, target, environment, vcpuQuota };
  if (now !== undefined) options.now = now === "today" ? new Date().toISOString().slice(0, 10) : now;
  if (catalogue !== undefined) options.catalogue = (await load(catalogue)).value;
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** How the user named what was passed to the library. */
export interface Names {
  /** The file that it was read from. */
  file?: string;
  /** The arguments of the command, by those of the library. */
  arguments?: { [argument: string]: string };
  /** What was given for options that may be repeated. */
  repeated?: { [option: string]: readonly string[] };
}

/** Runs a call of the library. Invalid input is named as the user gave it: an option, an argument, a path in a file. */
export function callLibrary<T>(call: () => T, names: Names = {}): T {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new Failure(`${visible(nameOf(error.path, names))}: ${error.reason}`);
  }
}

/** `--vcpu-quota` for `options.vcpuQuota`, `--catalogue regions[0].id` for `options.catalogue.regions[0].id`. */
function nameOf(path: string, names: Names): string {
  const [, option, inside = ""] = /^options\.(\w+)\.?(.*)$/s.exec(path) ?? [];
  if (option !== undefined) {
    const flag = `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    const given = own(names.repeated, option);
    const item = Array.isArray(given)
      ? (own(given, /^\[(\d+)\]$/.exec(inside)?.[1] ?? "") as string | undefined)
      : undefined;
    return inside === "" ? flag : `${flag} ${item ?? inside}`;
  }
  const [, argument = "", rest = ""] = /^(\w*)(.*)$/s.exec(path) ?? [];
  const name = new Map(Object.entries(names.arguments ?? {})).get(argument);
  if (name !== undefined) return `${name}${rest}`;
  return [...(names.file === undefined ? [] : [names.file]), path].join(": ");
}
