/**
 * The demonstration: checks the best-known published program for this cloud
 * without running it, then runs its corrected form under Pulumi's own mocks
 * and prints what each resource was registered with. No account, no engine,
 * no network.
 *
 * Run: npm run demo
 */
import { spawnSync } from "node:child_process";
import path from "node:path";

const folder = path.join(__dirname, "published-program");

/** Runs one example program; gives its exit code. */
function run(program: string): number {
  const child = spawnSync(process.execPath, ["--import", "tsx", path.join(folder, program)], { stdio: "inherit" });
  if (child.error !== undefined) throw child.error;
  return child.status ?? 1;
}

function title(text: string): void {
  const bold = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  console.log(bold ? `\u001b[1m${text}\u001b[0m\n` : `${text}\n`);
}

title("The published program, checked without running it:");
const mistakes = run("check.ts");
console.log();
title("Its corrected form, run under Pulumi's mocks. Each resource was registered with:");
const corrected = run(path.join("corrected", "run-with-mocks.ts"));

// The published program must fail the check and the corrected one must run: anything else is a fault of ours.
process.exitCode = mistakes === 1 && corrected === 0 ? 0 : 1;
