/**
 * Runs a program of this folder under Pulumi's own mocks, as a preview, and
 * prints what Pulumi would print as its error: the message alone.
 *
 * Run: tsx preview.ts [FILE]      (without FILE: index.ts)
 *
 * Exit code: 0 when the program runs, 1 when it stops.
 */
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";

async function run(file: string): Promise<void> {
  await pulumi.runtime.setMocks(
    {
      newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs as Record<string, unknown> }),
      call: ({ inputs }) => inputs as Record<string, unknown>,
    },
    "first-look",
    "dev",
    true,
  );
  await import(file);
  await pulumi.runtime.disconnect();
  console.log("no problems");
}

run(path.resolve(__dirname, process.argv[2] ?? "index.ts")).catch((error: unknown) => {
  console.log(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
