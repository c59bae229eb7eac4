// Access tokens. They look like those of the real identity service, whose signature they cannot have: the Terraform
// provider therefore asks for a new one before each call.
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Reply } from "./call";
import { invalid, unauthorized } from "./problem";

/** Ten years: programs with a real clock must find a token of a counted timeline valid as well. */
const LIFETIME = 10 * 365 * 24 * 3600;

/** No secret: it only tells our own tokens from other texts. */
const KEY = "the service for the provider";

/** What a client has to send for each of the two ways to get a token. */
const GRANTS: ReadonlyMap<string, { grant: string; secret: string; lone: boolean }> = new Map([
  ["/oauth/token", { grant: "refresh_token", secret: "refresh_token", lone: false }],
  // This endpoint refuses an audience and a scope.
  ["/oauth2/token", { grant: "client_credentials", secret: "client_secret", lone: true }],
]);

/** A token for whoever sends anything at all as its secret. */
export function issueToken(path: string, form: URLSearchParams, now: number): Reply {
  const { grant, secret, lone } = GRANTS.get(path)!;
  const wrong = new Map<string, string>();
  if (form.get("grant_type") !== grant) wrong.set("grant_type", `must be ${grant}`);
  for (const key of ["client_id", secret]) if ((form.get(key) ?? "").trim() === "") wrong.set(key, "is required");
  if (lone) for (const key of ["audience", "scope"]) if (form.has(key)) wrong.set(key, "is not supported");
  if (wrong.size > 0) throw invalid(wrong);

  const issued = Math.floor(now / 1000);
  const claims = {
    iss: "local",
    aud: "https://api.eventstore.cloud",
    sub: "local",
    iat: issued,
    exp: issued + LIFETIME,
  };
  const text = `${encoded({ alg: "RS256", typ: "JWT" })}.${encoded(claims)}`;
  const body = {
    access_token: `${text}.${signature(text)}`,
    scope: "cloud:access offline_access",
    expires_in: LIFETIME,
    token_type: "Bearer",
    ...(grant === "refresh_token" ? { refresh_token: "local" } : {}),
  };
  return { status: 200, body };
}

/** Throws unless the header carries a token that was issued here. */
export function expectToken(authorization: string | undefined): void {
  const token = /^Bearer ([^\s]+)$/.exec(authorization ?? "")?.[1];
  if (token === undefined) throw unauthorized("the request has no bearer token");
  const end = token.lastIndexOf(".");
  const given = Buffer.from(token.slice(end + 1));
  const expected = Buffer.from(signature(token.slice(0, Math.max(end, 0))));
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw unauthorized("the bearer token was not issued by this service");
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function signature(text: string): string {
  return createHmac("sha256", KEY).update(text).digest("base64url");
}
