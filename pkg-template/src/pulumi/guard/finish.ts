// When the guard reports: at the end of the program.
import * as pulumi from "@pulumi/pulumi";
import type { Program } from "../program";
import { isRunByPulumi, programEnded } from "../sdk";
import type { Reporter } from "./report";

/** Time in ms that an inline program's last values are waited for once it has ended. */
const MAX_WAIT = 5_000;

/** Reports when the program has ended, and when nothing keeps Pulumi's own program runner alive any more. */
export function reportAtEnd(stack: pulumi.Resource, program: Program, reporter: Reporter): void {
  void programEnded(stack).then((succeeded) => {
    reporter.hasFailed = !succeeded;
    if (!isRunByPulumi()) void finishInline(program, reporter);
  });
  if (isRunByPulumi()) process.once("beforeExit", () => finish(reporter));
}

function finish(reporter: Reporter): void {
  const error = reporter.conclude();
  if (error !== undefined) throw error;
}

/**
 * The program of an Automation API call: its host goes on living, so nothing is thrown; errors in the log fail it.
 */
async function finishInline(program: Program, reporter: Reporter): Promise<void> {
  const done = (pulumi.runtime as unknown as { rpcKeepAlive?: () => () => void }).rpcKeepAlive?.();
  try {
    // Resources may still be on their way, and others may be constructed when they arrive.
    for (let seen = -1; seen !== program.entries.length; ) {
      seen = program.entries.length;
      const all = Promise.all(program.entries.map(({ resolved }) => resolved));
      // A value may never come, of a resource that failed: it is not waited for without end.
      await Promise.race([all, new Promise((resolve) => setTimeout(resolve, MAX_WAIT).unref())]);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    const error = reporter.conclude();
    if (error !== undefined) await pulumi.log.error(error.message);
  } finally {
    done?.();
  }
}
