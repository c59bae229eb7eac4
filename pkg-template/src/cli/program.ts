// The commands. What each of them needs is loaded when it is called, so that `--help` is there at once.
import { Argument, Command, Option } from "commander";
import { version } from "../version";
import { EXAMPLES } from "./help";
import { wholeNumber, withCheckOptions } from "./options";

/** All commands with their options. */
export function program(): Command {
  const root = new Command("eventstorecloud-planner")
    .description(
      "Finds the mistakes in infrastructure for Event Store Cloud (Kurrent Cloud) before it is deployed, and plans it.",
    )
    .version(version, "-v, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [COMMAND]", "print help of a command")
    .addHelpText("after", `\n${EXAMPLES[""] ?? ""}`);
  checkCommand(root);
  planCommands(root);
  scheduleCommands(root);
  cidrCommands(root);
  readingCommands(root);
  return root;
}

/** A command with its examples. */
function command(parent: Command, name: string, path: string, about: string): Command {
  return parent
    .command(name)
    .description(about)
    .addHelpText("after", EXAMPLES[path] === undefined ? "" : `\n${EXAMPLES[path]}`);
}

function withJson(command: Command): Command {
  return command.option("--json", "print the answer as JSON");
}

function checkCommand(root: Command): void {
  const check = command(root, "check", "check", "find what is wrong in files")
    .argument("[FILE...]", "files, patterns in quotes, or - for standard input")
    .addOption(
      new Option("--format <NAME>", "how to print it")
        .choices(["pretty", "json", "sarif", "junit", "github"])
        .default("pretty"),
    );
  withCheckOptions(check)
    .addOption(new Option("--max-warnings <N>", "more warnings than this end with 1").argParser(wholeNumber))
    .option("--fix", "write fixes into documents, and show what has changed")
    .option("--fix-dry-run", "only show what --fix would change")
    .action(async (files: string[], given) => (await import("./commands/check")).checkCommand(files, given as never));
}

function planCommands(root: Command): void {
  const plan = command(root, "plan", "plan", "plan addresses, backups, clusters and changes");
  const request = (name: string, about: string): Command =>
    withJson(
      command(plan, name, `plan ${name}`, about).argument(
        "<REQUEST>",
        "the request in JSON or YAML, or - for standard input",
      ),
    ).option("--catalogue <FILE>", "regions, sizes, disk types and versions that exist and are not known yet");
  request("addresses", "give networks their address blocks").action(async (file: string, given) =>
    (await import("./commands/plan")).addressesCommand(file, given as never),
  );
  request("backups", "find the fewest scheduled backups that meet objectives").action(async (file: string, given) =>
    (await import("./commands/plan")).backupsCommand(file, given as never),
  );
  request("cluster", "find the cheapest cluster that a workload fits").action(async (file: string, given) =>
    (await import("./commands/plan")).clusterCommand(file, given as never),
  );
  const change = command(plan, "change", "plan change", "say what a change does before it is deployed")
    .argument(
      "<BEFORE>",
      "the state before, or a `pulumi preview --json` or a `terraform show -json` of a plan; - for standard input",
    )
    .argument("[AFTER]", "the state after");
  withCheckOptions(withJson(change)).action(async (before: string, after: string | undefined, given) =>
    (await import("./commands/plan")).changeCommand(before, after, given as never),
  );
}

function scheduleCommands(root: Command): void {
  const schedule = command(root, "schedule", "schedule", "read schedules of backups");
  withJson(
    command(schedule, "next", "schedule next", "when a schedule runs next").argument(
      "<SCHEDULE>",
      "five cron fields, in quotes",
    ),
  )
    .addOption(new Option("--count <N>", "how many runs").argParser(wholeNumber).default(1))
    .option("--after <TIME>", "ISO time with a zone; default: now")
    .action(async (text: string, given) => (await import("./commands/schedule")).nextCommand(text, given as never));
  withJson(
    command(schedule, "describe", "schedule describe", "what a schedule means").argument(
      "<SCHEDULE>",
      "five cron fields, in quotes",
    ),
  ).action(async (text: string, given) => (await import("./commands/schedule")).describeCommand(text, given as never));
}

function cidrCommands(root: Command): void {
  const cidr = command(root, "cidr", "cidr", "reckon with address blocks");
  const load = () => import("./commands/cidr");
  const prefix = new Argument("<PREFIX>", "prefix length of the parts").argParser(wholeNumber);
  withJson(command(cidr, "parse", "cidr parse", "what a block is").argument("<BLOCK>")).action(
    async (block: string, given) => (await load()).parseCommand(block, given as never),
  );
  withJson(command(cidr, "split", "cidr split", "the parts of a block").argument("<BLOCK>").addArgument(prefix)).action(
    async (block: string, length: number, given) => (await load()).splitCommand(block, length, given as never),
  );
  withJson(
    command(cidr, "contains", "cidr contains", "whether a block contains another one")
      .argument("<OUTER>")
      .argument("<INNER>"),
  ).action(async (outer: string, inner: string, given) => (await load()).containsCommand(outer, inner, given as never));
  withJson(command(cidr, "overlaps", "cidr overlaps", "which blocks overlap").argument("<BLOCK...>")).action(
    async (blocks: string[], given) => (await load()).overlapsCommand(blocks, given as never),
  );
  withJson(
    command(cidr, "free", "cidr free", "the best free place in a block").argument("<POOL>").argument("[TAKEN...]"),
  )
    .addOption(
      new Option("--prefix <LENGTH>", "prefix length of the block that is wanted")
        .argParser(wholeNumber)
        .makeOptionMandatory(),
    )
    .action(async (pool: string, taken: string[], given) => (await load()).freeCommand(pool, taken, given as never));
}

function readingCommands(root: Command): void {
  withJson(command(root, "explain", "explain", "the page of a rule").argument("<CODE>", "its code or its name")).action(
    async (code: string, given) => (await import("./commands/explain")).explainCommand(code, given as never),
  );
  withJson(command(root, "rules", "rules", "all rules"))
    .option("--kind <KIND>", "only those about a kind of resource, such as Network")
    .addOption(new Option("--severity <LEVEL>", "only those of a severity").choices(["error", "warning", "info"]))
    .action(async (given) => (await import("./commands/explain")).rulesCommand(given as never));
  withJson(
    command(root, "catalogue", "catalogue", "what is known of the cloud").argument(
      "[PART]",
      "such as regions or instanceTypes",
    ),
  )
    .option("--catalogue <FILE>", "what to add to it")
    .action(async (part: string | undefined, given) =>
      (await import("./commands/catalogue")).catalogueCommand(part, given as never),
    );
  command(root, "init", "init", "write a program to start from into an empty folder")
    .argument("[FOLDER]", "default: this one")
    .option("--package <NAME>", "the provider package, such as @kurrent/pulumi-kurrentcloud")
    .action(async (folder: string | undefined, given) =>
      (await import("./commands/init")).initCommand(folder, given as never),
    );
  command(root, "completion", "completion", "completion for a shell")
    .argument("<SHELL>", "bash, zsh or fish")
    .action(async (shell: string) => (await import("./commands/completion")).completionCommand(shell, root));
}
