// Generated from the Rust model by `npm run generate`; do not edit.
import type { BuilderOptions } from "../options";
import { buildWithOutputs } from "../pulumi/builder";
import type { ProviderArgs, ProviderInputs, ProjectArgs, ProjectInputs, NetworkArgs, NetworkInputs, AclArgs, AclInputs, PeeringArgs, PeeringInputs, ManagedClusterArgs, ManagedClusterInputs, ManagedClusterReplicasetArgs, ManagedClusterReplicasetInputs, ScheduledBackupArgs, ScheduledBackupInputs, IntegrationArgs, IntegrationInputs, AWSCloudWatchLogsIntegrationArgs, AWSCloudWatchLogsIntegrationInputs, AWSCloudWatchMetricsIntegrationArgs, AWSCloudWatchMetricsIntegrationInputs } from "./args";

/**
 * Checks the args of a Provider and returns them ready for `new Provider(...)`: spellings made canonical,
 * documented defaults completed, everything else as it was. What is in Outputs and promises is checked as soon
 * as it is known; an error then stops this resource. Throws one `ValidationError` with all errors.
 */
export function provider(args: ProviderInputs, options?: BuilderOptions): ProviderArgs {
  return buildWithOutputs<ProviderInputs, ProviderArgs>("Provider", args, options, provider);
}

/**
 * Checks the args of a Project and returns them ready for `new Project(...)`: spellings made canonical,
 * documented defaults completed, everything else as it was. What is in Outputs and promises is checked as soon
 * as it is known; an error then stops this resource. Throws one `ValidationError` with all errors.
 */
export function project(args: ProjectInputs = {}, options?: BuilderOptions): ProjectArgs {
  return buildWithOutputs<ProjectInputs, ProjectArgs>("Project", args, options, project);
}

/**
 * Checks the args of a Network and returns them ready for `new Network(...)`: spellings made canonical,
 * documented defaults completed, everything else as it was. What is in Outputs and promises is checked as soon
 * as it is known; an error then stops this resource. Throws one `ValidationError` with all errors.
 */
export function network(args: NetworkInputs, options?: BuilderOptions): NetworkArgs {
  return buildWithOutputs<NetworkInputs, NetworkArgs>("Network", args, options, network);
}

/**
 * Checks the args of a Acl and returns them ready for `new Acl(...)`: spellings made canonical, documented
 * defaults completed, everything else as it was. What is in Outputs and promises is checked as soon as it is
 * known; an error then stops this resource. Throws one `ValidationError` with all errors.
 */
export function acl(args: AclInputs, options?: BuilderOptions): AclArgs {
  return buildWithOutputs<AclInputs, AclArgs>("Acl", args, options, acl);
}

/**
 * Checks the args of a Peering and returns them ready for `new Peering(...)`: spellings made canonical,
 * documented defaults completed, everything else as it was. What is in Outputs and promises is checked as soon
 * as it is known; an error then stops this resource. Throws one `ValidationError` with all errors.
 */
export function peering(args: PeeringInputs, options?: BuilderOptions): PeeringArgs {
  return buildWithOutputs<PeeringInputs, PeeringArgs>("Peering", args, options, peering);
}

/**
 * Checks the args of a ManagedCluster and returns them ready for `new ManagedCluster(...)`: spellings made
 * canonical, documented defaults completed, everything else as it was. What is in Outputs and promises is
 * checked as soon as it is known; an error then stops this resource. Throws one `ValidationError` with all
 * errors.
 */
export function managedCluster(args: ManagedClusterInputs, options?: BuilderOptions): ManagedClusterArgs {
  return buildWithOutputs<ManagedClusterInputs, ManagedClusterArgs>("ManagedCluster", args, options, managedCluster);
}

/**
 * Checks the args of a ManagedClusterReplicaset and returns them ready for `new ManagedClusterReplicaset(...)`:
 * spellings made canonical, documented defaults completed, everything else as it was. What is in Outputs and
 * promises is checked as soon as it is known; an error then stops this resource. Throws one `ValidationError`
 * with all errors.
 */
export function managedClusterReplicaset(args: ManagedClusterReplicasetInputs, options?: BuilderOptions): ManagedClusterReplicasetArgs {
  return buildWithOutputs<ManagedClusterReplicasetInputs, ManagedClusterReplicasetArgs>("ManagedClusterReplicaset", args, options, managedClusterReplicaset);
}

/**
 * Checks the args of a ScheduledBackup and returns them ready for `new ScheduledBackup(...)`: spellings made
 * canonical, documented defaults completed, everything else as it was. What is in Outputs and promises is
 * checked as soon as it is known; an error then stops this resource. Throws one `ValidationError` with all
 * errors.
 */
export function scheduledBackup(args: ScheduledBackupInputs, options?: BuilderOptions): ScheduledBackupArgs {
  return buildWithOutputs<ScheduledBackupInputs, ScheduledBackupArgs>("ScheduledBackup", args, options, scheduledBackup);
}

/**
 * Checks the args of a Integration and returns them ready for `new Integration(...)`: spellings made canonical,
 * documented defaults completed, everything else as it was. What is in Outputs and promises is checked as soon
 * as it is known; an error then stops this resource. Throws one `ValidationError` with all errors.
 */
export function integration(args: IntegrationInputs, options?: BuilderOptions): IntegrationArgs {
  return buildWithOutputs<IntegrationInputs, IntegrationArgs>("Integration", args, options, integration);
}

/**
 * Checks the args of a AWSCloudWatchLogsIntegration and returns them ready for `new
 * AWSCloudWatchLogsIntegration(...)`: spellings made canonical, documented defaults completed, everything else
 * as it was. What is in Outputs and promises is checked as soon as it is known; an error then stops this
 * resource. Throws one `ValidationError` with all errors.
 */
export function awsCloudWatchLogsIntegration(args: AWSCloudWatchLogsIntegrationInputs, options?: BuilderOptions): AWSCloudWatchLogsIntegrationArgs {
  return buildWithOutputs<AWSCloudWatchLogsIntegrationInputs, AWSCloudWatchLogsIntegrationArgs>("AWSCloudWatchLogsIntegration", args, options, awsCloudWatchLogsIntegration);
}

/**
 * Checks the args of a AWSCloudWatchMetricsIntegration and returns them ready for `new
 * AWSCloudWatchMetricsIntegration(...)`: spellings made canonical, documented defaults completed, everything
 * else as it was. What is in Outputs and promises is checked as soon as it is known; an error then stops this
 * resource. Throws one `ValidationError` with all errors.
 */
export function awsCloudWatchMetricsIntegration(args: AWSCloudWatchMetricsIntegrationInputs, options?: BuilderOptions): AWSCloudWatchMetricsIntegrationArgs {
  return buildWithOutputs<AWSCloudWatchMetricsIntegrationInputs, AWSCloudWatchMetricsIntegrationArgs>("AWSCloudWatchMetricsIntegration", args, options, awsCloudWatchMetricsIntegration);
}
