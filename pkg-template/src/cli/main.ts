// The command line: `npx eventstorecloud-planner`.
import { CommanderError, type CommandUnknownOpts } from "@commander-js/extra-typings";
import { Failure, messageOf } from "./failure";
import { isColored, printError, quietWhenClosed } from "./output";
import { program } from "./program";

/** The exit code of a command that could not run; commander's is 1, which here means that there are errors. */
const CANNOT_RUN = 2;

async function main(): Promise<void> {
  quietWhenClosed();
  const root = program();
  // What commander would write is in the error that it throws.
  forEach(root, (command) => command.exitOverride().configureOutput({ outputError: () => undefined }));
  try {
    await root.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) return endedBy(error, root);
    process.exitCode = CANNOT_RUN;
    if (error instanceof Failure) return fail(messageOf(error));
    fail(`${messageOf(error)}; this is a bug of eventstorecloud-planner, please report it`);
  }
}

/** Help and the version are no errors; `commander.help` is the help of a command that was called without a command. */
function endedBy(error: CommanderError, root: CommandUnknownOpts): void {
  process.exitCode = error.exitCode === 0 ? 0 : CANNOT_RUN;
  if (error.exitCode === 0 || error.code === "commander.help") return;
  // Its messages begin with a mark, which is ours to write, and some end with a full stop.
  const message = messageOf(error);
  const text = message.slice(message.indexOf(" ") + 1);
  fail(`${text.endsWith(".") ? text.slice(0, -1) : text}; see \`${calledPath(root)} --help\``);
}

function fail(text: string): void {
  printError(`${isColored(process.stderr) ? "\u001b[31merror:\u001b[0m" : "error:"} ${text}`);
}

function forEach(command: CommandUnknownOpts, work: (command: CommandUnknownOpts) => void): void {
  work(command);
  for (const sub of command.commands) forEach(sub, work);
}

/** The command that was called, as far as it is one. */
function calledPath(root: CommandUnknownOpts): string {
  const path = [root.name()];
  let at: CommandUnknownOpts | undefined = root;
  for (const word of process.argv.slice(2)) {
    at = at.commands.find((sub) => sub.name() === word);
    if (at === undefined) break;
    path.push(word);
  }
  return path.join(" ");
}

void main();
