// The options of `check` and `plan change`, as those of the library.
import { type Command, InvalidArgumentError, Option } from "commander";
import { InputError, type Options, visible } from "../internal";
import { Failure } from "./failure";
import { load } from "./input/load";

/** What commander makes of the options. */
export interface Given {
  severity?: { [code: string]: string };
  profile?: string;
  target?: string;
  environment?: string;
  catalogue?: string;
  now?: string;
  vcpuQuota?: number;
}

/** Adds the options that say how to check. */
export function withCheckOptions(command: Command): Command {
  return command
    .option("--severity <CODE=LEVEL>", "severity of a rule: off, info, warning or error; may be repeated", severity)
    .option("--profile <NAME>", "default, strict (doubtful warnings too) or advice (everything)")
    .option(
      "--target <NAME@VERSION>",
      "provider package and version, such as kurrentcloud@0.3.x or kurrent-io/kurrentcloud@3.1.0",
    )
    .option("--environment <NAME>", "what it is for; production switches on the rules about production clusters")
    .option("--catalogue <FILE>", "regions, sizes, disk types and versions that exist and are not known yet")
    .option(
      "--now <DATE>",
      "the day that support periods count from, such as 2026-11-23 or today; default: the date of the catalogue",
    )
    .addOption(new Option("--vcpu-quota <N>", "the vCPUs that the organisation may use").argParser(wholeNumber));
}

function severity(text: string, before: { [code: string]: string } = {}): { [code: string]: string } {
  const [, code, level] = /^\s*([^=\s]+)\s*=\s*([^=\s]+)\s*$/.exec(text) ?? [];
  if (code === undefined || level === undefined)
    throw new Failure(`--severity ${visible(text)}: write a code and a level, such as \`--severity STACK006=off\``);
  return { ...before, [code.toUpperCase()]: level };
}

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It is no whole number.");
  return Number(text);
}

/** The options of the library. */
export async function optionsOf(given: Given): Promise<Options> {
  const { catalogue, now, severity, profile, target, environment, vcpuQuota } = given;
  const options: { [name: string]: unknown } = { severity, profile, target, environment, vcpuQuota };
  if (now !== undefined) options.now = now === "today" ? new Date().toISOString().slice(0, 10) : now;
  if (catalogue !== undefined) options.catalogue = (await load(catalogue)).value;
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/**
 * Runs a call of the library. What it refuses is named as the user gave it: an option, a place in a file, or an
 * argument (`text`: what the library's argument of that name is).
 */
export function asked<T>(call: () => T, where = "", text = "text"): T {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const rest = error.message.slice(visible(error.path).length).trim();
    const [, option, more = ""] = /^options\.(\w+)(.*)$/.exec(error.path) ?? [];
    if (option === undefined)
      throw new Failure(
        [where, `${error.path === "text" ? text : visible(error.path)} ${rest}`]
          .filter((part) => part !== "")
          .join(": "),
      );
    const inside = more === "" ? "" : ` ${visible(more.replace(/^\./, ""))}`;
    const flag = `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}${inside}`;
    throw new Failure(`${flag}${rest.startsWith("is ") ? "" : ":"} ${rest}`);
  }
}
