// Every error that the service answers with. Clients print the title, the detail and one line for each field.

/** What went wrong, as a problem document (RFC 7807) says it. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    /** The properties of the request that are wrong, and why. */
    readonly fields: ReadonlyMap<string, string> = new Map(),
  ) {
    super(`${title}: ${detail}`);
  }
}

/** The request is malformed, or asks for what a rule excludes. */
export function invalid(fields: ReadonlyMap<string, string>): Problem {
  return new Problem(400, "Bad Request", "The request is not valid", fields);
}

/** One property of the request is wrong. */
export function invalidField(name: string, reason: string): Problem {
  return invalid(new Map([[name, reason]]));
}

/** The body cannot be read at all. */
export function unreadable(detail: string): Problem {
  return new Problem(400, "Bad Request", detail);
}

export function unauthorized(detail: string): Problem {
  return new Problem(401, "Unauthorized", detail);
}

export function forbidden(detail: string): Problem {
  return new Problem(403, "Forbidden", detail);
}

export function notFound(detail: string): Problem {
  return new Problem(404, "Not Found", detail);
}

/** The request is fine, but not in the present state of things. */
export function conflict(detail: string): Problem {
  return new Problem(409, "Conflict", detail);
}

/** What the service answers when something is still provisioning, changing, or gone. */
export function wrongState(): Problem {
  return conflict("operation cannot be performed in the current state");
}

export function tooLarge(detail: string): Problem {
  return new Problem(413, "Content Too Large", detail);
}

export function tooSoon(detail: string): Problem {
  return new Problem(429, "Too Many Requests", detail);
}

/** A mistake of the service itself. */
export function internal(detail: string): Problem {
  return new Problem(500, "Internal Server Error", detail);
}

/** A path may be as long as a client likes; an error repeats no more of it than this. */
const SHOWN_PATH = 512;

/** The problem document. `fields` is left out when there are none, and its values are always strings. */
export function problemBody(problem: Problem, path: string): string {
  const { status, title, detail, fields } = problem;
  const body = { type: "about:blank", title, status, detail, instance: path.slice(0, SHOWN_PATH) };
  return JSON.stringify(fields.size === 0 ? body : { ...body, fields: Object.fromEntries(fields) });
}
