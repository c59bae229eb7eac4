import path from "node:path";

/** The organisation that programs are configured for. */
export const ORGANIZATION = "bt77lfqrh41uaatmh200";

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
