// From a name to values.
import { parse, type Parsed } from "./parse";
import { read } from "./read";

/** Reads and parses a file, or standard input for `-`. */
export async function load(name: string): Promise<Parsed> {
  return parse(await read(name));
}
