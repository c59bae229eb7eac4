// Work that leaves something behind for the next run, and must not be done twice at a time.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Runs `work` in this process only, while test files in others wait for it. A lock of a process that is gone is broken.
 */
export async function alone(lock, work) {
  mkdirSync(path.dirname(lock), { recursive: true });
  while (!take(lock)) {
    if (!isAlive(lock)) rmSync(lock, { force: true });
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function isAlive(lock) {
  try {
    const owner = Number(readFileSync(lock, "utf8"));
    // 0: it was created a moment ago and its owner is yet to be written.
    if (owner === 0) return Date.now() - statSync(lock).mtimeMs < 10_000;
    return process.kill(owner, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Does `work` unless the last time it finished, the files in `inputs` were the same. */
export function unlessDone(stamp, inputs, work) {
  const hash = createHash("sha256");
  for (const file of inputs) hash.update(readFileSync(file)).update("\0");
  const wanted = hash.digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  work();
  writeFileSync(stamp, wanted);
}
