// Completion for shells, written from the commands themselves: it needs no start of Node at each press of a key.
import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { inSingleQuotes, visible } from "../../layout";
import { Failure } from "../failure";
import { print } from "../output";
import { closest } from "../suggest";

const NAME = "eventstorecloud-planner";
const SHELLS = ["bash", "zsh", "fish"];

/** What zsh needs to read the completion of bash. */
const ZSH = `#compdef ${NAME}
(( $+functions[compdef] )) || { autoload -U compinit && compinit }
autoload -U +X bashcompinit && bashcompinit`;

/** The words that may follow a command, with their descriptions. */
interface Words {
  path: string;
  words: [word: string, about: string][];
}

export function completionCommand(shell: string, program: CommandUnknownOpts): void {
  if (!SHELLS.includes(shell)) {
    const near = closest(shell, SHELLS);
    throw new Failure(
      `unknown shell \`${visible(shell)}\`; must be bash, zsh or fish` +
        (near === undefined ? "" : `; did you mean ${near}?`),
    );
  }
  const all = wordsOf(program, "");
  print(shell === "bash" ? bash(all) : shell === "zsh" ? `${ZSH}\n${bash(all)}` : fish(all));
}

function wordsOf(command: CommandUnknownOpts, path: string): Words[] {
  const help = command.createHelp();
  const commands = help.visibleCommands(command).filter((sub) => sub.name() !== "help");
  const words = [
    ...commands.map((sub): [string, string] => [sub.name(), sub.summary() || sub.description()]),
    ...help
      .visibleOptions(command)
      .flatMap((option): [string, string][] => (option.long ? [[option.long, option.description]] : [])),
  ];
  return [{ path, words }, ...commands.flatMap((sub) => wordsOf(sub, `${path} ${sub.name()}`.trim()))];
}

/** In zsh `path` and `words` are variables of the shell itself, so nothing here is called that. */
function bash(all: Words[]): string {
  const cases = all.map(({ path, words }) => `    "${path}") candidates="${words.map(([word]) => word).join(" ")}" ;;`);
  return `# eval "$(${NAME} completion bash)"
_eventstorecloud_planner() {
  local current="\${COMP_WORDS[COMP_CWORD]}" called="" candidates="" i word
  for ((i = 1; i < COMP_CWORD && i < 3; i++)); do
    word="\${COMP_WORDS[i]}"
    case " ${all
      .map(({ path }) => path)
      .filter((path) => path !== "")
      .map((path) => path.replace(" ", "/"))
      .join(" ")} " in
      *" \${called:+$called/}$word "*) called="\${called:+$called/}$word" ;;
      *) break ;;
    esac
  done
  case "\${called/\\// }" in
${cases.join("\n")}
  esac
  COMPREPLY=($(compgen -W "$candidates" -- "$current"))
  return 0
}
# File names where no word fits.
complete -o default -F _eventstorecloud_planner ${NAME}`;
}

function fish(all: Words[]): string {
  const lines = all.flatMap(({ path, words }) =>
    words.map(([word, about]) => {
      const steps = path === "" ? [] : path.split(" ");
      const when =
        steps.length === 0
          ? "__fish_use_subcommand"
          : steps.map((step) => `__fish_seen_subcommand_from ${step}`).join("; and ");
      const what = word.startsWith("--") ? `-l ${word.slice(2)}` : `-a ${word}`;
      return `complete -c ${NAME} -n '${when}' ${what} -d '${inSingleQuotes(about)}'`;
    }),
  );
  return [`# ${NAME} completion fish | source`, ...lines].join("\n");
}
