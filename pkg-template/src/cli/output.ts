// Printing. Whoever reads our output may stop at any time (`| head`): that is not a failure.
import { ended } from "../layout";

/** Keeps a closed pipe from being an error. */
export function quietWhenClosed(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
      throw error;
    });
  }
}

/** Prints to standard output. */
export function print(text: string): void {
  if (text !== "") process.stdout.write(ended(text));
}

/** Prints an answer as data. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** Prints to standard error. */
export function printError(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Whether a stream is coloured: what the user sets wins over what the terminal supports. */
export function isColored(stream: { isTTY?: boolean } = process.stdout): boolean {
  const { FORCE_COLOR, NO_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined) return !["0", "false"].includes(FORCE_COLOR);
  return stream.isTTY === true && TERM !== "dumb";
}

/** Shows on a terminal how far it is, once it takes longer than a second. */
export class Progress {
  private readonly begin = Date.now();
  private last = this.begin;
  private isShown = false;

  constructor(
    private readonly what: string,
    private readonly total: number,
  ) {}

  step(done: number): void {
    const now = Date.now();
    if (process.stderr.isTTY !== true || now - this.begin < 1000 || now - this.last < 100) return;
    this.last = now;
    this.isShown = true;
    process.stderr.write(`\r\u001b[K${this.what} ${done} of ${this.total}`);
  }

  end(): void {
    if (this.isShown) process.stderr.write("\r\u001b[K");
  }
}
