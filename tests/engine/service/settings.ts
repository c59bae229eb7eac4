// What can be set about the service, and what holds otherwise.
import type { Settings } from "./service";
import { countedTimelines, realTimelines } from "./timeline";

export interface ServiceOptions {
  /** How many reads show a change on its way; with 0, the default, it is over at once. */
  readonly polls?: number | undefined;
  /** `counted`, the default: the same calls get the same ids and times. `real`: the clock of the machine. */
  readonly clock?: "counted" | "real" | undefined;
  /** Disk types that no cluster can get any more; `gp2` if absent. */
  readonly retiredDiskTypes?: readonly string[] | undefined;
  /** For how many seconds after a change the disks of a cluster in AWS cannot be changed again; 6 hours if absent. */
  readonly diskPause?: number | undefined;
  /** How many deleted things of an organization can still be read; 1,000 if absent. */
  readonly deletedKept?: number | undefined;
  /** How many requests the log keeps; 10,000 if absent. */
  readonly logKept?: number | undefined;
}

export function settingsOf(options: ServiceOptions = {}): Settings {
  return {
    polls: options.polls ?? 0,
    timelines: options.clock === "real" ? realTimelines : countedTimelines,
    retiredDiskTypes: options.retiredDiskTypes ?? ["gp2"],
    diskPause: options.diskPause ?? 6 * 3600,
    deletedKept: options.deletedKept ?? 1000,
    logKept: options.logKept ?? 10_000,
  };
}
