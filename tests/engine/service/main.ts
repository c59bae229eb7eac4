// The command: runs the service until it is interrupted.
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Options, startService } from "./server";

const USAGE = `usage: main.ts [--port PORT] [--polls N] [--clock real|counted] [--control]

  --port PORT   the port, 8080 if absent; 0 takes any free one
  --polls N     how many reads show a change on its way; 0 if absent
  --clock C     real, the default, or counted: the same calls get the same ids and times
  --control     opens /_control, by which other programs inject faults and read the state`;

class UsageError extends Error {}

/** What `parseArgs` says of an option that there is not, or that lacks its value. */
const isOfParseArgs = ({ code }: NodeJS.ErrnoException) => code?.startsWith("ERR_PARSE_ARGS") ?? false;

async function main(): Promise<void> {
  const options = readOptions();
  if (options === undefined) return console.log(USAGE);
  const service = await startService(options);
  console.log(
    `# The service is listening on ${service.url}. Use it with one operation at a time, as by pulumi up --parallel 1.`,
  );
  const tokens = join(tmpdir(), `eventstorecloud-service-${service.port}`);
  for (const [name, value] of Object.entries(service.environment(tokens))) console.log(`export ${name}=${value}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void service.close());
}

function readOptions(): Options | undefined {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "8080" },
      polls: { type: "string", default: "0" },
      clock: { type: "string", default: "real" },
      control: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return undefined;
  if (values.clock !== "real" && values.clock !== "counted") throw new UsageError("--clock must be real or counted");
  return {
    port: integer("--port", values.port, 65_535),
    polls: integer("--polls", values.polls, 1_000_000),
    clock: values.clock,
    control: values.control ?? false,
  };
}

function integer(name: string, text: string | undefined, maximum: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text ?? "") || value > maximum)
    throw new UsageError(`${name} must be an integer from 0 to ${maximum}`);
  return value;
}

/** One line for what the user can mend. */
function lineFor(error: unknown): string {
  const { code, message, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === "EADDRINUSE") return `port ${port} is taken; choose another one with --port`;
  if (code === "EACCES") return `port ${port} needs more rights; choose another one with --port`;
  return message;
}

main().catch((error: unknown) => {
  console.error(`error: ${lineFor(error)}`);
  if (isOfParseArgs(error as NodeJS.ErrnoException)) console.error(`\n${USAGE}`);
  process.exitCode = 1;
});
