/** A place in a file; line and column count from 1. */
export interface Place {
  line: number;
  column: number;
}

/** Lines and columns of a text. */
export class Lines {
  private starts: number[] | undefined;

  constructor(readonly text: string) {}

  /** The place of a character. */
  place(offset: number): Place {
    const starts = this.all();
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  /** The character at a place. */
  offset({ line, column }: Place): number {
    return (this.all()[line - 1] ?? 0) + column - 1;
  }

  private all(): number[] {
    if (this.starts === undefined) {
      this.starts = [0];
      for (let at = this.text.indexOf("\n"); at >= 0; at = this.text.indexOf("\n", at + 1)) this.starts.push(at + 1);
    }
    return this.starts;
  }
}
