// The service that an engine's provider is pointed to.
import path from "node:path";

import { startService } from "../service/server.ts";

/** The organisation that programs are configured for. */
export const ORGANIZATION = "bt77lfqrh41uaatmh200";

/** A service that runs already, or a new one with these options, which ends with the test `t`. */
export async function serviceFor(t, service) {
  if (typeof service?.close === "function") return service;
  const started = await startService(service);
  t.after(() => started.close());
  return started;
}

/** The provider's settings, as its environment variables, for a service of ours. */
export const settingsOf = (service, folder) => ({
  ESC_URL: service.url,
  ESC_IDENTITY_PROVIDER_URL: service.url,
  ESC_TOKEN: "refresh-token-MARKER",
  ESC_ORG_ID: ORGANIZATION,
  ESC_TOKEN_STORE: path.join(folder, ".tokens"),
  // The provider waits this long between two looks at a resource.
  ESC_TEST_POLL_INTERVAL: "10ms",
});

/** Asks a service as a client does, with a token of its own: `ask(method, path, body)` gives the answer. */
export async function clientOf({ url }) {
  const grant = new URLSearchParams({ grant_type: "refresh_token", client_id: "rig", refresh_token: "rig" });
  const token = await (await fetch(`${url}/oauth/token`, { method: "POST", body: grant })).json();
  const headers = { authorization: `Bearer ${token.access_token}`, "content-type": "application/json" };
  return (method, path, body) =>
    fetch(url + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
}
