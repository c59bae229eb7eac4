// From a name to values.
import { visible } from "../../internal";
import { Failure } from "../failure";
import { parse, type Parsed } from "./parse";
import { read } from "./read";

/** Reads and parses a file, or standard input for `-`. */
export async function load(name: string): Promise<Parsed> {
  const instead = insteadOf(name);
  if (instead !== undefined) throw new Failure(`${visible(name)}: ${instead}`);
  return parse(await read(name));
}

/** What to give instead of a program, which is not read here; undefined for every other file. */
export function insteadOf(name: string): string | undefined {
  if (/\.[cm]?[jt]sx?$/i.test(name)) return "is a program; use the output of `pulumi preview --json`";
  return /\.tf(?:\.json)?$/i.test(name)
    ? "is a Terraform configuration; use the output of `terraform show -json PLAN`"
    : undefined;
}
