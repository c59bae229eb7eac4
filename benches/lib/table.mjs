// Plain text.

/** Rows of cells in columns: the first to the left, the others to the right. */
export function table(head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("  ");
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  return [line(head), rule, ...rows.map(line)].map((text) => `  ${text.trimEnd()}`).join("\n");
}

/** "1.23 [1.10 .. 1.40]": median, p10, p90. */
export function range({ median, p10, p90 }, unit = "") {
  return `${short(median)}${unit} [${short(p10)} .. ${short(p90)}]`;
}

/** Three digits that mean something. */
export function short(number) {
  if (number >= 100) return String(Math.round(number));
  return Number(number.toPrecision(3)).toString();
}

/** 12,345 */
export function bytes(count) {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
