// Printing. Whoever reads our output may stop at any time (`| head`): that is no failure.

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
export function say(text: string): void {
  if (text !== "") process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}

/** Prints an answer as data. */
export function sayJson(value: unknown): void {
  say(JSON.stringify(value, null, 2));
}

/** Prints to standard error. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Whether a stream is coloured: what the user says wins over what the terminal can. */
export function isColored(stream: { isTTY?: boolean } = process.stdout): boolean {
  const { FORCE_COLOR, NO_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined) return !["0", "false"].includes(FORCE_COLOR);
  return stream.isTTY === true && TERM !== "dumb";
}

/** A table of texts, its columns below each other. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, at) => Math.max(all[at] ?? 0, cell.length)), []);
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Says on a terminal how far it is, once it takes longer than a second. */
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
