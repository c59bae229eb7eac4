// The service on a port of this machine.
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { answerControl, isControl } from "./control";
import type { Drift } from "./drift";
import type { Faults } from "./faults";
import type { RequestLog } from "./log";
import { forbidden, internal, notFound, Problem, tooLarge, unreadable } from "./problem";
import { type Answer, pathOf, problemAnswer, type Request, Service, type Snapshot } from "./service";
import { type ServiceOptions, settingsOf } from "./settings";
import type { Kind } from "./things";

export interface Options extends ServiceOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number | undefined;
  /** Opens the control path, by which other processes inject faults and read the state. */
  readonly control?: boolean | undefined;
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

/** Starts the service; rejects with the error of the port if it cannot be had. */
export async function startService(options: Options = {}): Promise<RunningService> {
  const service = new Service(settingsOf(options));
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
      if (!response.destroyed) send(response, problemAnswer(internal(String(error)), "/"));
    });
  });
  server.on("checkExpectation", (request: IncomingMessage, response: ServerResponse) => {
    const problem = new Problem(417, "Expectation Failed", "the header Expect is not supported");
    send(response, problemAnswer(problem, pathOf(request.url ?? "/")));
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
  const body = await readText(incoming);
  // The client went away, or what it sent stopped being HTTP, which is answered elsewhere.
  if (body === undefined) return;
  const answer = answerFor(service, control, incoming, body);
  if (answer.dropped) return void incoming.socket.destroy();
  if (answer.milliseconds !== undefined) await pause(answer.milliseconds, response);
  if (!response.destroyed) send(response, answer);
}

function answerFor(service: Service, control: boolean, incoming: IncomingMessage, body: Body): Answer {
  const { method = "GET", url: target = "/", headers } = incoming;
  if (body.isTooLarge) return problemAnswer(tooLarge("the body is too large"), pathOf(target));
  const request: Request = { method, target, authorization: headers.authorization, body: body.text };
  if (!control || !isControl(target)) return service.answer(request);
  // A page in a browser of this machine must not inject faults.
  if (headers.origin !== undefined) return problemAnswer(forbidden("not for web pages"), pathOf(target));
  return answerControl(service, request);
}

/** The largest body that is kept, in bytes. */
const LARGEST_BODY = 1 << 18;

interface Body {
  readonly text: string;
  readonly isTooLarge: boolean;
}

/** Reads a body to its end, since a client that is still sending does not listen; undefined if the end never comes. */
async function readText(incoming: IncomingMessage): Promise<Body | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= LARGEST_BODY) chunks.push(chunk);
    }
  } catch {
    return undefined;
  }
  if (size > LARGEST_BODY) return { text: "", isTooLarge: true };
  return { text: Buffer.concat(chunks).toString("utf8"), isTooLarge: false };
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

function send(response: ServerResponse, { status, type, body }: Answer): void {
  // The bytes of an answer depend on nothing but the calls before it.
  response.sendDate = false;
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
