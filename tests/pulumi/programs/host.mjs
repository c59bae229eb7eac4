// Runs the programs whose folders it is sent. What goes wrong in an update is an unhandled rejection, which Pulumi's
// language server takes, and which a test runner would take before it.
import { createRequire } from "node:module";
import { join } from "node:path";
import { runInline } from "../engine/index.mjs";

process.on("message", async (settings) => {
  const said = { stdout: "", stderr: "" };
  for (const stream of Object.keys(said)) process[stream].write = (text) => (said[stream] += text);
  process.chdir(settings.folder);
  const program = async () => {
    createRequire(join(settings.folder, "package.json"))("./index.js");
  };
  const { error, ...record } = await runInline(program, settings);
  process.send({ ...record, ...said, exitCode: record.hasEnded ? 1 : error === undefined ? 0 : 32 });
});
