// The commands. What each of them needs is loaded when it is called, so that `--help` is there at once.
import { Argument, Command, Option, type OptionValues } from "@commander-js/extra-typings";
import { version } from "../version";
import { EXAMPLES } from "./help";
import { CATALOGUE_HELP, integer, withCheckOptions } from "./options";

/** All commands with their options. */
export function program() {
  const root = new Command("eventstorecloud-planner")
    .description("Check and plan infrastructure for Event Store Cloud (Kurrent Cloud) before it is deployed.")
    .version(version, "-v, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [COMMAND]", "print the help of a command")
    .addHelpText("after", `\n${EXAMPLES[""] ?? ""}`);
  addCheck(root);
  addPlan(root);
  addSchedule(root);
  addCidr(root);
  addReferences(root);
  return root;
}

/** A command with its examples. `path` is how it is called. */
function command(parent: Command, path: string, about: string) {
  return parent
    .command(path.split(" ").at(-1) ?? path)
    .description(about)
    .addHelpText("after", EXAMPLES[path] === undefined ? "" : `\n${EXAMPLES[path]}`);
}

function withJson<Values extends unknown[], Flags extends OptionValues>(command: Command<Values, Flags>) {
  return command.option("--json", "print JSON");
}

function addCheck(root: Command): void {
  const check = command(root, "check", "check documents, previews, plans and states")
    .argument("[FILE...]", "files, quoted patterns, or - for standard input")
    .addOption(
      new Option("--format <NAME>", "the format of the report")
        .choices(["pretty", "json", "sarif", "junit", "github"] as const)
        .default("pretty" as const),
    );
  withCheckOptions(check)
    .addOption(new Option("--max-warnings <N>", "exit with 1 if there are more warnings").argParser(integer))
    .option("--fix", "write fixes into documents and print the changes")
    .option("--fix-dry-run", "print what --fix would change, and write nothing")
    .action(async (files, options) => (await import("./commands/check")).checkCommand(files, options));
}

function addPlan(root: Command): void {
  const plan = command(root, "plan", "plan addresses, backups, clusters and changes");
  const load = () => import("./commands/plan");
  const request = (path: string, about: string) =>
    withJson(
      command(plan, path, about).argument("<REQUEST>", "the request in JSON or YAML, or - for standard input"),
    ).option("--catalogue <FILE>", CATALOGUE_HELP);
  request("plan addresses", "allocate CIDR blocks to networks").action(async (file, options) =>
    (await load()).addressesCommand(file, options),
  );
  request("plan backups", "find scheduled backups that meet objectives").action(async (file, options) =>
    (await load()).backupsCommand(file, options),
  );
  request("plan cluster", "find the smallest cluster for a workload").action(async (file, options) =>
    (await load()).clusterCommand(file, options),
  );
  const change = command(plan, "plan change", "print the effects of a change before it is deployed")
    .argument(
      "<BEFORE>",
      "the state before the change, or the output of `pulumi preview --json` or `terraform show -json PLAN`; - for " +
        "standard input",
    )
    .argument("[AFTER]", "the state after the change")
    .addOption(
      new Option(
        "--allow-data-loss <ID>",
        "allow a database to be deleted: its URN, Terraform address or name; may be repeated",
      ).argParser((id: string, before: string[] = []) => [...before, id]),
    )
    .option("--allow-all-data-loss", "allow all databases to be deleted, as when a stack is destroyed")
    .option(
      "--state <STACK>",
      "the output of `pulumi stack export`: what the next run does that its preview does not show",
    );
  withCheckOptions(withJson(change)).action(async (before, after, options) =>
    (await load()).changeCommand(before, after, options),
  );
}

function addSchedule(root: Command): void {
  const schedule = command(root, "schedule", "read the schedules of backups");
  const load = () => import("./commands/schedule");
  const five = "five cron fields, in quotes";
  withJson(command(schedule, "schedule next", "print the next runs of a schedule").argument("<SCHEDULE>", five))
    .addOption(new Option("--count <N>", "the number of runs").argParser(integer).default(1))
    .option("--after <TIME>", "an ISO time with a time zone; default: now")
    .action(async (text, options) => (await load()).nextCommand(text, options));
  withJson(command(schedule, "schedule describe", "describe a schedule").argument("<SCHEDULE>", five)).action(
    async (text, options) => (await load()).describeCommand(text, options),
  );
}

function addCidr(root: Command): void {
  const cidr = command(root, "cidr", "work with CIDR blocks");
  const load = () => import("./commands/cidr");
  const prefix = new Argument("<PREFIX>", "the prefix length of the parts").argParser(integer);
  withJson(command(cidr, "cidr parse", "describe a CIDR block").argument("<CIDR>")).action(async (block, options) =>
    (await load()).parseCommand(block, options),
  );
  withJson(
    command(cidr, "cidr split", "split a CIDR block into equal parts").argument("<CIDR>").addArgument(prefix),
  ).action(async (block, length, options) => (await load()).splitCommand(block, length, options));
  withJson(
    command(cidr, "cidr contains", "tell whether a CIDR block contains another one")
      .argument("<OUTER>")
      .argument("<INNER>"),
  ).action(async (outer, inner, options) => (await load()).containsCommand(outer, inner, options));
  withJson(command(cidr, "cidr overlaps", "list the CIDR blocks that overlap").argument("<CIDR...>")).action(
    async (blocks, options) => (await load()).overlapsCommand(blocks, options),
  );
  withJson(
    command(cidr, "cidr free", "find a free CIDR block in a pool")
      .argument("<POOL>", "the CIDR block to search")
      .argument("[TAKEN...]", "CIDR blocks in use"),
  )
    .addOption(
      new Option("--prefix <LENGTH>", "the prefix length of the wanted CIDR block")
        .argParser(integer)
        .makeOptionMandatory(),
    )
    .action(async (pool, taken, options) => (await load()).freeCommand(pool, taken, options));
}

function addReferences(root: Command): void {
  withJson(command(root, "explain", "explain a rule").argument("<CODE>", "its code or its name")).action(
    async (code, options) => (await import("./commands/explain")).explainCommand(code, options),
  );
  withJson(command(root, "rules", "list the rules"))
    .option("--kind <KIND>", "list only rules about a kind of resource, such as Network")
    .addOption(
      new Option("--severity <LEVEL>", "list only rules of a severity").choices(["error", "warning", "info"] as const),
    )
    .action(async (options) => (await import("./commands/explain")).rulesCommand(options));
  withJson(
    command(root, "catalogue", "print the facts about the cloud").argument(
      "[TABLE]",
      "such as regions or instanceTypes",
    ),
  )
    .option("--catalogue <FILE>", CATALOGUE_HELP)
    .action(async (part, options) => (await import("./commands/catalogue")).catalogueCommand(part, options));
  command(root, "init", "write a starter program into an empty folder")
    .argument("[FOLDER]", "default: the current folder")
    .option("--package <NAME>", "the provider package, such as @kurrent/pulumi-kurrentcloud")
    .action(async (folder, options) => (await import("./commands/init")).initCommand(folder, options));
  command(root, "completion", "print the completion script of a shell")
    .argument("<SHELL>", "bash, zsh or fish")
    .action(async (shell) => (await import("./commands/completion")).completionCommand(shell, root));
}
