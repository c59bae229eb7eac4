// What the command line prints, as a page that looks like the window of a terminal.
import { readFileSync } from "node:fs";
import { AnsiUp } from "ansi_up";
import { inFolder, run } from "../cli/support/run.mjs";

const NAME = "infra.yaml";

/** The example of docs/cli.md, checked by the built command line with colours. */
export async function terminalPage() {
  const page = readFileSync(new URL("../../docs/cli.md", import.meta.url), "utf8");
  const text = new RegExp(`^<!-- file ${NAME} -->\n\`\`\`yaml\n(.*?)^\`\`\``, "ms").exec(page)?.[1];
  if (text === undefined) throw new Error(`docs/cli.md has no ${NAME}`);
  const { status, stdout } = await inFolder({ [NAME]: text }, (cwd) =>
    run(["check", NAME], { cwd, env: { FORCE_COLOR: "1" } }),
  );
  if (status !== 1) throw new Error(`check ends with ${status}, where mistakes are to be found`);
  const ansi = new AnsiUp();
  ansi.use_classes = true;
  return html(`npx eventstorecloud-planner check ${NAME}`, ansi.ansi_to_html(stdout.trimEnd()));
}

function html(command, output) {
  return `<!doctype html>
<meta charset="utf-8">
<style>
  body { margin: 0; }
  .window { width: 900px; box-sizing: border-box; border: 1px solid #30363d; overflow: hidden; background: #161b22; }
  .bar { display: flex; align-items: center; height: 34px; padding: 0 14px; gap: 8px; background: #21262d; border-bottom: 1px solid #30363d; }
  .bar i { width: 12px; height: 12px; border-radius: 50%; background: #484f58; }
  pre { margin: 0; padding: 16px 20px 20px; color: #d9e0e7; font: 14.5px/1.42 "DejaVu Sans Mono", "Liberation Mono", Menlo, Consolas, monospace; white-space: pre; }
  .prompt { color: #7d8590; }
  .ansi-red-fg { color: #ff7b72; }
  .ansi-green-fg { color: #56d364; }
  .ansi-yellow-fg { color: #e3b341; }
  .ansi-cyan-fg { color: #56d4dd; }
</style>
<div class="window"><div class="bar"><i></i><i></i><i></i></div>
<pre><span class="prompt">$</span> ${command}
${output}</pre>
</div>
`;
}
