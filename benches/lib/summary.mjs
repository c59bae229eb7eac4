// The goals against what was measured, as text and as Markdown.
import { judged } from "../goals.mjs";
import { range, short, table } from "./table.mjs";

const unitOf = ({ unit = " x" }) => unit;

/** `[row, peer, measured, goal, met]` for every goal of the parts that ran. */
function rows(results) {
  return judged(results).map((goal) => [
    goal.what,
    goal.peer,
    goal.measured ? shown(goal.measured, unitOf(goal)) : `not measured: ${goal.why}`,
    goal.least === undefined ? `at most ${short(goal.most)}${unitOf(goal)}` : "equal",
    goal.met === undefined ? "-" : goal.met ? "met" : "NOT MET",
  ]);
}

/** A figure without a spread, such as a size, is shown as one number. */
function shown(measured, unit) {
  // Exponents are near one another.
  if (unit === "") return `${measured.median.toFixed(3)} [${measured.p10.toFixed(3)} .. ${measured.p90.toFixed(3)}]`;
  return measured.p10 === measured.p90 ? `${short(measured.median)}${unit}` : range(measured, unit);
}

const HEAD = ["", "against", "median [p10 .. p90]", "goal", ""];

export function showSummary(results) {
  return [
    "Goals",
    ...(results.quick ? ["   Quick: what is met and what not means nothing."] : []),
    "",
    table(HEAD, rows(results)),
  ].join("\n");
}

export function markdownSummary(results) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const head = ["what", "against", "measured: median [p10 .. p90]", "goal", ""];
  return [
    line(head),
    line(head.map(() => "---")),
    ...rows(results).map((cells) => line(cells.map((cell) => (cell === "NOT MET" ? "**not met**" : cell)))),
  ].join("\n");
}
