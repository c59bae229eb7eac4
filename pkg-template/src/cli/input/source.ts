// The program that an engine ran, as far as it may be shown. A preview says where a resource is written, and may be anybody's:
// it names files, and nothing of a file is shown that is not a program inside the folder of the project.
import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Location } from "../../internal";
import { Lines } from "./lines";
import { literalsIn } from "./literals";
import type { Range } from "./parse";

/** Bytes of a program's file; those that people write have some thousands. */
const MOST = 1024 * 1024;

/** A file of the program. */
export interface ProgramFile {
  text: string;
  lines: Lines;
  /** The inside of its strings and whatever else may be a secret. */
  literals: Range[];
}

const projects = new Map<string, string | undefined>();
const files = new Map<string, ProgramFile | undefined>();

/** The folder of the project: the nearest one with a Pulumi.yaml at or above the file with the preview, else the working folder. */
export function projectOf(preview: string | undefined): string | undefined {
  const folders = [...(preview === undefined ? [] : [dirname(resolve(preview))]), process.cwd()];
  return folders.map(projectAbove).find((folder) => folder !== undefined);
}

function projectAbove(folder: string): string | undefined {
  if (!projects.has(folder)) {
    const isProject = ["Pulumi.yaml", "Pulumi.yml"].some((name) => isFile(join(folder, name)));
    const parent = dirname(folder);
    projects.set(folder, isProject ? folder : parent === folder ? undefined : projectAbove(parent));
  }
  return projects.get(folder);
}

/** The path of a location's file. Engines write it relative to the folder of the project. */
export function pathOf(location: Location, project: string | undefined): string {
  return resolve(project ?? process.cwd(), location.file);
}

/** The file of a location; undefined for what is no program inside the project, or cannot be shown with certainty. */
export function programFile(location: Location, project: string | undefined): ProgramFile | undefined {
  if (project === undefined) return undefined;
  const path = pathOf(location, project);
  if (!files.has(path)) files.set(path, read(path, project));
  return files.get(path);
}

function read(path: string, project: string): ProgramFile | undefined {
  try {
    const real = realpathSync(path);
    const inside = relative(realpathSync(project), real);
    const isOutside = inside === "" || isAbsolute(inside) || inside.split(sep)[0] === "..";
    // Elements in the text of a program are not told from its code.
    const isProgram = [path, real].every((name) => /\.[cm]?[jt]s$/i.test(name));
    if (isOutside || !isProgram || inside.split(sep).includes("node_modules")) return undefined;
    const about = statSync(real);
    if (!about.isFile() || about.size > MOST) return undefined;
    const text = readFileSync(real, "utf8");
    const literals = literalsIn(text);
    return literals && { text, lines: new Lines(text), literals };
  } catch {
    return undefined;
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
