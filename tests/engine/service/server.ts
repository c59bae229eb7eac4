// The service on a port of this machine.
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { answerControl, isControl } from "./control";
import type { Drift, Faults } from "./faults";
import type { RequestLog } from "./log";
import { internal, notFound, Problem, tooLarge, unreadable } from "./problem";
import { type Answer, problemAnswer, type Request, Service, type Snapshot } from "./service";
import type { Kind } from "./things";
import { countedTimelines, realTimelines } from "./timeline";

export interface Options {
  /** 0, the default, takes any free port. */
  readonly port?: number | undefined;
  /** How many reads show a change on its way; with 0, the default, it is over at once. */
  readonly polls?: number | undefined;
  /** `counted`, the default: the same calls get the same ids and times. `real`: the clock of the machine. */
  readonly clock?: "counted" | "real" | undefined;
  /** Opens the control path, by which other processes inject faults and read the state. */
  readonly control?: boolean | undefined;
  /** Disk types that no cluster can get any more. */
  readonly retiredDiskTypes?: readonly string[] | undefined;
  /** For how many seconds after a change the disks of a cluster in AWS cannot be changed again. */
  readonly diskPause?: number | undefined;
  /** How many deleted things of an organization can still be read. */
  readonly deletedKept?: number | undefined;
  /** How many requests the log keeps. */
  readonly logKept?: number | undefined;
}

export interface RunningService {
  readonly url: string;
  readonly port: number;
  readonly faults: Faults;
  readonly log: RequestLog;
  /** How many reads show a change on its way. */
  polls: number;
  /** All things of all organizations, or of one. */
  state(organization?: string): Snapshot[];
  /** Changes or deletes a thing behind the back of the clients. Returns whether there is such a thing. */
  drift(id: string, drift: Drift, kind?: Kind): boolean;
  /** Lets time pass. */
  advance(seconds: number): void;
  /** Forgets all things, faults and requests. */
  reset(): void;
  /** The environment that makes the clients use this service. */
  environment(tokenStore: string, organization?: string): Record<string, string>;
  /** Ends all connections and frees the port. */
  close(): Promise<void>;
}

/** Nobody outside of this machine can reach the service. */
const HOST = "127.0.0.1";

/** Clients open a connection for each request, many at the same time. */
const BACKLOG = 4096;

/** An id of an organization; any other does as well. */
const ORGANIZATION = "corg00000000000000a0";

const SIX_HOURS = 6 * 3600;

/** Starts the service; rejects with the error of the port if it cannot be had. */
export async function startService(options: Options = {}): Promise<RunningService> {
  const service = new Service({
    polls: options.polls ?? 0,
    deletedKept: options.deletedKept ?? 1000,
    logKept: options.logKept ?? 10_000,
    retiredDiskTypes: options.retiredDiskTypes ?? ["gp2"],
    diskPause: options.diskPause ?? SIX_HOURS,
    timelines: options.clock === "real" ? realTimelines : countedTimelines,
  });
  const server = serverFor(service, options.control ?? false);
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const url = `http://${HOST}:${port}`;
  return {
    url,
    port,
    faults: service.faults,
    log: service.log,
    get polls() {
      return service.polls;
    },
    set polls(polls) {
      service.polls = polls;
    },
    state: (organization) => service.state(organization),
    drift: (id, drift, kind) => service.drift(id, drift, kind),
    advance: (seconds) => service.advance(seconds),
    reset: () => service.reset(),
    environment: (tokenStore, organization = ORGANIZATION) => ({
      ESC_URL: url,
      ESC_IDENTITY_PROVIDER_URL: url,
      ESC_IDENTITY_KIT_URL: url,
      ESC_TOKEN: "local",
      ESC_ORG_ID: organization,
      ESC_TOKEN_STORE: tokenStore,
    }),
    close: () => close(server),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host: HOST, backlog: BACKLOG }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function serverFor(service: Service, control: boolean): Server {
  // What Node would answer by itself for a request without a host is not a problem document.
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    handle(service, control, request, response).catch((error: unknown) => {
      // Nothing more can be said on a connection that is gone.
      if (!response.destroyed) send(request, response, problemAnswer(internal(String(error)), "/"));
    });
  });
  server.on("checkExpectation", (request: IncomingMessage, response: ServerResponse) => {
    const problem = new Problem(417, "Expectation Failed", "the header Expect is not supported");
    send(request, response, problemAnswer(problem, request.url ?? "/"));
  });
  server.on("connect", (request: IncomingMessage, socket: Duplex) =>
    sendRaw(socket, problemAnswer(notFound("there is no such route"), request.url ?? "/")),
  );
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    if (!socket.writable || error.code === "ECONNRESET") return void socket.destroy();
    sendRaw(socket, problemAnswer(protocolProblem(error), "/"));
  });
  return server;
}

/** Bytes that are no HTTP. */
function protocolProblem({ code }: NodeJS.ErrnoException): Problem {
  if (code === "HPE_HEADER_OVERFLOW")
    return new Problem(431, "Request Header Fields Too Large", "the headers are too large");
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return new Problem(408, "Request Timeout", "the request did not arrive");
  return unreadable("the request is not HTTP");
}

async function handle(
  service: Service,
  control: boolean,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = incoming.url ?? "/";
  const body = await bodyOf(incoming);
  if (body === undefined) return send(incoming, response, problemAnswer(tooLarge("the body is too large"), target));
  const request: Request = {
    method: incoming.method ?? "GET",
    target,
    authorization: incoming.headers.authorization,
    body,
  };
  const answer = control && isControl(target) ? answerControl(service, request) : service.answer(request);
  if (answer.dropped) return void incoming.socket.destroy();
  if (answer.milliseconds !== undefined) await pause(answer.milliseconds, response);
  if (!response.destroyed) send(incoming, response, answer);
}

/** The largest body that is read. */
const LONGEST_BODY = 1 << 20;

/** The text of a body; undefined if it is too large. */
async function bodyOf(incoming: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop must not end the connection, on which the answer is still to be sent.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Waits, but no longer than the client does. */
function pause(milliseconds: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    response.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function send(incoming: IncomingMessage, response: ServerResponse, { status, type, body }: Answer): void {
  // The bytes of an answer depend on nothing but the calls before it.
  response.sendDate = false;
  // What was not read of a request is not waited for.
  if (!incoming.complete) response.shouldKeepAlive = false;
  if (status === 204) response.writeHead(204).end();
  else response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body) }).end(body);
}

/** Answers where there is no request to answer to. */
function sendRaw(socket: Duplex, { status, type, body }: Answer): void {
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
    `content-type: ${type}`,
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
  ];
  socket.on("error", () => socket.destroy());
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
