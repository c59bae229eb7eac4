import type { Position } from "../../internal";

/** Lines and columns of a text. */
export class Lines {
  private starts: number[] | undefined;

  constructor(readonly text: string) {}

  /** Where a character is. */
  position(offset: number): Position & { offset: number } {
    const starts = this.all();
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset };
  }

  /** The character at a line and column. */
  offset({ line, column }: Position): number {
    return (this.all()[line - 1] ?? 0) + column - 1;
  }

  /** Whether there is such a line and column. */
  has({ line, column }: Position): boolean {
    const starts = this.all();
    const [from, next] = [starts[line - 1], starts[line] ?? this.text.length + 1];
    return from !== undefined && column >= 1 && from + column <= next;
  }

  private all(): number[] {
    if (this.starts === undefined) {
      this.starts = [0];
      for (let at = this.text.indexOf("\n"); at >= 0; at = this.text.indexOf("\n", at + 1)) this.starts.push(at + 1);
    }
    return this.starts;
  }
}
