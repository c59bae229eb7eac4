// The command line: `npx eventstorecloud-planner`.
import { CommanderError, type Command } from "commander";
import { Failure, oneLine } from "./failure";
import { isColored, note, quietWhenClosed } from "./output";
import { program } from "./program";

/** What a command could not run ends with; commander has 1 for it, which here means that something was found. */
const CANNOT_RUN = 2;

async function main(): Promise<void> {
  quietWhenClosed();
  const root = program();
  forAll(root, (command) => {
    command
      .exitOverride()
      .showSuggestionAfterError()
      .configureOutput({
        outputError: (text, write) => {
          // One line: what is wrong, what was probably meant, and where to look.
          const line = oneLine(text)
            .replace(/^error: /, "")
            .replace(/\.$/, "");
          write(failure(/Did you mean|choices/.test(line) ? line : `${line}; see \`${calledPath(root)} --help\``));
        },
      });
  });
  try {
    await root.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : CANNOT_RUN;
      return;
    }
    process.exitCode = CANNOT_RUN;
    if (error instanceof Failure) return note(failure(oneLine(error)).trimEnd());
    note(failure(`${oneLine(error)}; this is a bug of eventstorecloud-planner, please report it`).trimEnd());
  }
}

function failure(text: string): string {
  return `${isColored(process.stderr) ? "\u001b[31merror:\u001b[0m" : "error:"} ${text}\n`;
}

function forAll(command: Command, work: (command: Command) => void): void {
  work(command);
  for (const sub of command.commands) forAll(sub, work);
}

/** The command that was called, as far as it is one. */
function calledPath(root: Command): string {
  const path = [root.name()];
  let at: Command | undefined = root;
  for (const word of process.argv.slice(2)) {
    at = at.commands.find((sub) => sub.name() === word);
    if (at === undefined) break;
    path.push(word);
  }
  return path.join(" ");
}

void main();
