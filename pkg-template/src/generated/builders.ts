// Generated from the Rust model by `npm run generate`; do not edit.
import { build } from "../build";
import type { BuilderOptions } from "../options";
import type { ProjectArgs, ProjectInputs, NetworkArgs, NetworkInputs, ManagedClusterArgs, ManagedClusterInputs, ScheduledBackupArgs, ScheduledBackupInputs } from "./args";

/**
 * Checks the args of a Project and returns them ready for `new Project(...)`: spellings made canonical,
 * documented defaults completed, everything else as it was. Outputs and promises pass through untouched. Throws
 * one `ValidationError` with all errors.
 */
export function project(args: ProjectInputs = {}, options?: BuilderOptions): ProjectArgs {
  return build<ProjectInputs, ProjectArgs>("Project", args, options, project);
}

/**
 * Checks the args of a Network and returns them ready for `new Network(...)`: spellings made canonical,
 * documented defaults completed, everything else as it was. Outputs and promises pass through untouched. Throws
 * one `ValidationError` with all errors.
 */
export function network(args: NetworkInputs, options?: BuilderOptions): NetworkArgs {
  return build<NetworkInputs, NetworkArgs>("Network", args, options, network);
}

/**
 * Checks the args of a ManagedCluster and returns them ready for `new ManagedCluster(...)`: spellings made
 * canonical, documented defaults completed, everything else as it was. Outputs and promises pass through
 * untouched. Throws one `ValidationError` with all errors.
 */
export function managedCluster(args: ManagedClusterInputs, options?: BuilderOptions): ManagedClusterArgs {
  return build<ManagedClusterInputs, ManagedClusterArgs>("ManagedCluster", args, options, managedCluster);
}

/**
 * Checks the args of a ScheduledBackup and returns them ready for `new ScheduledBackup(...)`: spellings made
 * canonical, documented defaults completed, everything else as it was. Outputs and promises pass through
 * untouched. Throws one `ValidationError` with all errors.
 */
export function scheduledBackup(args: ScheduledBackupInputs, options?: BuilderOptions): ScheduledBackupArgs {
  return build<ScheduledBackupInputs, ScheduledBackupArgs>("ScheduledBackup", args, options, scheduledBackup);
}
