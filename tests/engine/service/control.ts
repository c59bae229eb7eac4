// The control path, `/_control`: faults, state and log for programs outside of this process. No client uses it.
import type { Fault } from "./faults";
import { isObject, readBody } from "./fields";
import { notFound, Problem, unreadable } from "./problem";
import { type Answer, pathOf, problemAnswer, type Request, type Service } from "./service";
import { KINDS, type Kind } from "./things";

const PREFIX = "/_control";

export function isControl(target: string): boolean {
  const path = pathOf(target);
  return path === PREFIX || path.startsWith(`${PREFIX}/`);
}

type Handler = (service: Service, body: Readonly<Record<string, unknown>>) => unknown;

const HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ["GET /state", (service) => service.state()],
  ["POST /drift", drift],
  ["GET /log", (service) => service.log.entries()],
  ["DELETE /log", (service) => service.log.clear()],
  ["GET /faults", (service) => service.faults.list()],
  ["POST /faults", (service, body) => ({ id: service.faults.add(body as unknown as Fault) })],
  ["DELETE /faults", (service) => service.faults.clear()],
  ["PUT /polls", setPolls],
  ["POST /clock", advance],
  ["POST /reset", (service) => service.reset()],
]);

/** Answers a request on the control path. */
export function answerControl(service: Service, { method, target, body }: Request): Answer {
  const path = pathOf(target);
  try {
    const handler = HANDLERS.get(`${method} ${path.slice(PREFIX.length)}`);
    if (handler === undefined) throw notFound("there is no such control");
    const result = handler(service, readBody(body));
    if (result === undefined) return { status: 204, type: "application/json", body: "" };
    return { status: 200, type: "application/json", body: JSON.stringify(result) };
  } catch (error) {
    if (error instanceof Problem) return problemAnswer(error, path);
    if (error instanceof TypeError) return problemAnswer(unreadable(error.message), path);
    throw error;
  }
}

function drift(service: Service, { id, kind, set, vanish }: Readonly<Record<string, unknown>>): void {
  if (typeof id !== "string") throw new TypeError("id must be a string");
  if (kind !== undefined && !KINDS.includes(kind as Kind)) throw new TypeError("kind must be one of the kinds");
  if (set !== undefined && !isObject(set)) throw new TypeError("set must be an object");
  if (!service.drift(id, { set, vanish: vanish === true }, kind as Kind | undefined))
    throw notFound("there is no such thing");
}

function setPolls(service: Service, { polls }: Readonly<Record<string, unknown>>): void {
  if (typeof polls !== "number" || !Number.isSafeInteger(polls) || polls < 0)
    throw new TypeError("polls must be an integer of at least 0");
  service.polls = polls;
}

function advance(service: Service, { seconds }: Readonly<Record<string, unknown>>): void {
  if (typeof seconds !== "number" || !Number.isSafeInteger(seconds) || seconds < 0)
    throw new TypeError("seconds must be an integer of at least 0");
  service.advance(seconds);
}
