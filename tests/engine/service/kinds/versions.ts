// Versions of the server that clusters run.

/** The newest full version of some release lines; others get their first one. */
const NEWEST: ReadonlyMap<string, string> = new Map([
  ["20.10", "20.10.5"],
  ["21.10", "21.10.11"],
  ["22.10", "22.10.5"],
  ["23.10", "23.10.7"],
  ["24.2", "24.2.0"],
  ["24.6", "24.6.0"],
  ["24.10", "24.10.5"],
  ["25.0", "25.0.1"],
  ["25.1", "25.1.1"],
  ["26.0", "26.0.0"],
]);

/** The full version that a new cluster runs: it begins with what was asked for. */
export function fullVersion(serverVersion: string): string {
  return NEWEST.get(serverVersion) ?? (isFullVersion(serverVersion) ? serverVersion : `${serverVersion}.0`);
}

/** A release line and a patch, such as `24.10.5`. */
export function isFullVersion(text: string): boolean {
  return /^\d+\.\d+\.\d+/.test(text);
}

/** The release line of a full version. */
export function releaseLine(tag: string): string {
  return tag.split(".").slice(0, 2).join(".");
}
