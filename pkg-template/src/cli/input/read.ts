// Reading a file or standard input, with limits: a wrong path on a build machine must not fill its memory.
import { type FileHandle, open } from "node:fs/promises";
import { visible } from "../../internal";
import { Failure } from "../failure";

/** Bytes that are read at most. A plan of thousands of resources has a few megabytes. */
const MOST = 32 * 1024 * 1024;

const STDIN = "standard input";

/** What is read, before anything is known of it. */
export interface Source {
  /** As messages name it. */
  shown: string;
  /** The path; undefined for standard input. */
  file: string | undefined;
  text: string;
}

const WHY: { [code: string]: string } = {
  ENOENT: "no such file",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "is a folder; use files, or a pattern such as `'FOLDER/**/*.json'`",
  ELOOP: "is a symbolic link to itself",
  ENOTDIR: "a part of the path is not a folder",
  ENAMETOOLONG: "the name is too long",
};

/** Reads a file, or standard input for `-`. */
export async function read(name: string): Promise<Source> {
  if (name === "-") return { shown: STDIN, file: undefined, text: textOf(STDIN, await bytesOf(process.stdin, STDIN)) };
  const shown = visible(name);
  let handle: FileHandle | undefined;
  try {
    handle = await open(name, "r");
    const about = await handle.stat();
    if (about.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    if (about.size > MOST) throw tooLarge(shown, about.size);
    // A pipe has no size and is read as it comes.
    const bytes = await bytesOf(handle.createReadStream({ autoClose: false }), shown);
    return { shown, file: name, text: textOf(shown, bytes) };
  } catch (error) {
    if (error instanceof Failure) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? "";
    throw new Failure(`${shown}: ${WHY[code] ?? `cannot be read (${code === "" ? "unknown reason" : code})`}`);
  } finally {
    await handle?.close().catch(() => undefined);
  }
}

async function bytesOf(stream: AsyncIterable<unknown>, shown: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > MOST) throw tooLarge(shown, size);
  }
  return Buffer.concat(chunks);
}

function tooLarge(shown: string, size: number): Failure {
  return new Failure(
    `${shown}: must not be larger than ${MOST / 1024 / 1024} MB; it has ${Math.ceil(size / 1024 / 1024)} MB`,
  );
}

/** The text of a file. PowerShell writes UTF-16 when it redirects what a command prints. */
function textOf(shown: string, bytes: Buffer): string {
  // Terraform keeps plans as ZIP archives, which begin with this.
  if (bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004")
    throw new Failure(`${shown}: is an archive; for a Terraform plan, use the output of \`terraform show -json PLAN\``);
  const label = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  let text: string | undefined;
  try {
    text = new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    // Reported below, with other files that are not text.
  }
  if (text === undefined || text.includes("\0"))
    throw new Failure(`${shown}: is not a text file; expected JSON or YAML`);
  if (text.trim() === "")
    throw new Failure(`${shown}: is empty${shown === STDIN ? "; did the command before it fail?" : ""}`);
  return text;
}
