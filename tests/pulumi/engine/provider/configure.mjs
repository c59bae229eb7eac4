// The settings with which the provider cannot work at all.
import { isUnknown, plain } from "../values.mjs";

/** What Go cannot read as an address: control characters and spaces, wrong escapes, an open bracket, a port in letters. */
const MALFORMED = /[\x00-\x20\x7f]|%(?![\dA-Fa-f]{2})|^:|\[[^\]]*$|:\/\/[^/]*:\d*[^\d/]/;

/** Why the provider refuses its settings, or undefined. */
export function refusedSettings(settings) {
  const text = (name) => {
    const value = plain(settings[name]);
    return typeof value === "string" && !isUnknown(value) ? value : undefined;
  };
  const [url, identity, store] = ["url", "identityProviderUrl", "tokenStore"].map(text);
  if (url?.trim() === "") return "url must not be empty";
  if (url !== undefined && MALFORMED.test(url)) return `url cannot be parsed: ${url}`;
  if (identity?.trim() && MALFORMED.test(identity)) return `identity_provider_url cannot be parsed: ${identity}`;
  return store === "" ? "the token store cannot be created" : undefined;
}
