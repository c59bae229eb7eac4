//! Where rules are read, each source typed once.

pub const ARCHIVED_PROVISION_GUIDE: &str = "developers.eventstore.com/cloud/provision (archived)";
pub const BRIDGE_NAMES: &str = "pulumi/pulumi-terraform-bridge:pkg/tfbridge/names.go";
pub const BRIDGE_PROVIDER: &str = "pulumi/pulumi-terraform-bridge:pkg/tfbridge/provider.go";
pub const BRIDGE_SCHEMA: &str = "pulumi/pulumi-terraform-bridge:pkg/tfbridge/schema.go";
pub const CLOUD_KNOWLEDGE: &str = "general cloud knowledge";
pub const CLOUD_KNOWLEDGE_AWS_GP3: &str = "general cloud knowledge (AWS gp3)";
pub const CLOUD_KNOWLEDGE_AWS_MODIFYVOLUME: &str = "general cloud knowledge (AWS ModifyVolume)";
pub const CLOUD_KNOWLEDGE_AWS_VPC_CIDR_LIMITS: &str = "general cloud knowledge (AWS VPC CIDR limits)";
pub const CLOUD_KNOWLEDGE_RFC_6890: &str = "general cloud knowledge (RFC 6890)";
pub const DOCS_ACCESS_CONTROL_SERVICE_ACCOUNTS: &str =
    "kurrent-io/documentation:docs/cloud/access-control/service-accounts.md";
pub const DOCS_AUTOMATION_PULUMI: &str = "kurrent-io/documentation:docs/cloud/automation/pulumi.md";
pub const DOCS_AUTOMATION_TERRAFORM: &str = "kurrent-io/documentation:docs/cloud/automation/terraform.md";
pub const DOCS_AUTOMATION_TERRAFORM_DEFERS_TO_CLOUD_LIMITS: &str =
    "kurrent-io/documentation:docs/cloud/automation/terraform.md (defers to cloud limits)";
pub const DOCS_FAQ: &str = "kurrent-io/documentation:docs/cloud/faq.md";
pub const DOCS_GUIDES_KUBERNETES: &str = "kurrent-io/documentation:docs/cloud/guides/kubernetes.md";
pub const DOCS_INTEGRATIONS: &str = "kurrent-io/documentation:docs/cloud/integrations/README.md";
pub const DOCS_INTEGRATIONS_CLOUDWATCH: &str = "kurrent-io/documentation:docs/cloud/integrations/cloudwatch.md";
pub const DOCS_INTEGRATIONS_OPSGENIE: &str = "kurrent-io/documentation:docs/cloud/integrations/opsgenie.md";
pub const DOCS_INTEGRATIONS_SLACK: &str = "kurrent-io/documentation:docs/cloud/integrations/slack.md";
pub const DOCS_ISSUE_643: &str = "kurrent-io/documentation issue #643";
pub const DOCS_NETWORKING: &str = "kurrent-io/documentation:docs/cloud/networking/README.md";
pub const DOCS_NETWORKING_PRIVATE_NETWORK: &str = "kurrent-io/documentation:docs/cloud/networking/private-network.md";
pub const DOCS_NETWORKING_PUBLIC_NETWORK: &str = "kurrent-io/documentation:docs/cloud/networking/public-network.md";
pub const DOCS_OPS: &str = "kurrent-io/documentation:docs/cloud/ops/README.md";
pub const DOCS_OPS_BACKUPS: &str = "kurrent-io/documentation:docs/cloud/ops/backups.md";
pub const DOCS_OPS_JOBS: &str = "kurrent-io/documentation:docs/cloud/ops/jobs.md";
pub const DOCS_OPS_SIZING: &str = "kurrent-io/documentation:docs/cloud/ops/sizing.md";
pub const DOCS_PRIVATE_ACCESS_AWS: &str = "kurrent-io/documentation:docs/cloud/getting-started/private-access/aws.md";
pub const DOCS_PRIVATE_ACCESS_AZURE: &str =
    "kurrent-io/documentation:docs/cloud/getting-started/private-access/azure.md";
pub const DOCS_PRIVATE_ACCESS_GCP: &str = "kurrent-io/documentation:docs/cloud/getting-started/private-access/gcp.md";
pub const DOCS_PUBLIC: &str = "kurrent-io/documentation:docs/cloud/getting-started/public.md";
pub const DOCUMENT_FORMAT: &str = "the document format of this package";
pub const ESC_CLI_INFRA_SCHEMAS: &str = "EventStore/esc:generated/src/infra/schemas.rs";
pub const ESC_CLI_INTEGRATE_SCHEMAS: &str = "EventStore/esc:generated/src/integrate/schemas.rs";
pub const ESC_CLI_MAIN: &str = "EventStore/esc:cli/src/main.rs";
pub const ESC_CLI_MESDB_OPERATIONS: &str = "EventStore/esc:generated/src/mesdb/operations.rs";
pub const ESC_CLI_MESDB_SCHEMAS: &str = "EventStore/esc:generated/src/mesdb/schemas.rs";
pub const ESC_CLI_ORCHESTRATE_SCHEMAS: &str = "EventStore/esc:generated/src/orchestrate/schemas.rs";
pub const INFERENCE: &str = "inference";
pub const KURRENT_PACKAGE_CHANGELOG: &str = "kurrent-io/pulumi-kurrentcloud:CHANGELOG.md";
pub const KURRENT_PACKAGE_LIVE_CLUSTER_TEST: &str = "kurrent-io/pulumi-kurrentcloud:test/live/cluster_test.go";
pub const KURRENT_PACKAGE_LIVE_CORE_TEST: &str = "kurrent-io/pulumi-kurrentcloud:test/live/core_test.go";
pub const KURRENT_PACKAGE_LIVE_PEERING_AWS_TEST: &str = "kurrent-io/pulumi-kurrentcloud:test/live/peering_aws_test.go";
pub const KURRENT_PACKAGE_MIGRATION: &str = "kurrent-io/pulumi-kurrentcloud:MIGRATION.md";
pub const KURRENT_PACKAGE_PROVIDER_RESOURCES: &str = "kurrent-io/pulumi-kurrentcloud:provider/resources.go";
pub const KURRENT_PACKAGE_README: &str = "kurrent-io/pulumi-kurrentcloud:README.md";
pub const KURRENT_PACKAGE_SDK_NODEJS_PROVIDER: &str = "kurrent-io/pulumi-kurrentcloud:sdk/nodejs/provider.ts";
pub const KURRENT_PROVIDER_CHANGELOG: &str = "kurrent-io/terraform-provider-kurrentcloud:CHANGELOG.md";
pub const KURRENT_PROVIDER_CLIENT_CLIENT: &str = "kurrent-io/terraform-provider-kurrentcloud:client/client.go";
pub const KURRENT_PROVIDER_CLIENT_REPLICASET_CREATE: &str =
    "kurrent-io/terraform-provider-kurrentcloud:client/replicaset_create.go";
pub const KURRENT_PROVIDER_DOCS_ACL_SHOWS_OTHER_KEYS: &str =
    "kurrent-io/terraform-provider-kurrentcloud:docs/resources/acl.md (shows other keys)";
pub const KURRENT_PROVIDER_DOCS_ACL_SHOWS_PRIVATE_BLOCKS: &str =
    "kurrent-io/terraform-provider-kurrentcloud:docs/resources/acl.md (shows private blocks)";
pub const KURRENT_PROVIDER_DOCS_INDEX: &str = "kurrent-io/terraform-provider-kurrentcloud:docs/index.md";
pub const KURRENT_PROVIDER_DOCS_MANAGED_CLUSTER: &str =
    "kurrent-io/terraform-provider-kurrentcloud:docs/resources/managed_cluster.md";
pub const KURRENT_PROVIDER_DOCS_MANAGED_CLUSTER_REPLICASET: &str =
    "kurrent-io/terraform-provider-kurrentcloud:docs/resources/managed_cluster_replicaset.md";
pub const KURRENT_PROVIDER_MANAGED_CLUSTER_REPLICASET: &str =
    "kurrent-io/terraform-provider-kurrentcloud:esc/resource_managed_cluster_replicaset.go";
pub const KURRENT_PROVIDER_MIGRATION: &str = "kurrent-io/terraform-provider-kurrentcloud:MIGRATION.md";
pub const KURRENT_PROVIDER_NETWORK: &str = "kurrent-io/terraform-provider-kurrentcloud:esc/resource_network.go";
pub const KURRENT_PROVIDER_PROVIDER: &str = "kurrent-io/terraform-provider-kurrentcloud:esc/provider.go";
pub const NPM_PACKAGE_INDEX_D_TS: &str = "npm:@eventstore/pulumi-eventstorecloud@0.2.20:index.d.ts";
pub const NPM_PACKAGE_MANAGEDCLUSTER_D_TS: &str = "npm:@eventstore/pulumi-eventstorecloud@0.2.20:managedCluster.d.ts";
pub const NPM_PACKAGE_MANAGEDCLUSTER_JS: &str = "npm:@eventstore/pulumi-eventstorecloud@0.2.20:managedCluster.js";
pub const NPM_PACKAGE_NETWORK_D_TS: &str = "npm:@eventstore/pulumi-eventstorecloud@0.2.20:network.d.ts";
pub const NPM_PACKAGE_PROVIDER_D_TS: &str = "npm:@eventstore/pulumi-eventstorecloud@0.2.20:provider.d.ts";
pub const NPM_PACKAGE_SCHEDULEDBACKUP_JS: &str = "npm:@eventstore/pulumi-eventstorecloud@0.2.20:scheduledBackup.js";
pub const NPM_REGISTRY: &str = "npm registry (E404 for @pulumi/eventstorecloud, checked)";
pub const PACKAGE_PROVIDER_RESOURCES: &str = "EventStore/pulumi-eventstorecloud:provider/resources.go";
pub const PACKAGE_SCHEMA: &str =
    "EventStore/pulumi-eventstorecloud:provider/cmd/pulumi-resource-eventstorecloud/schema.json";
pub const PACKAGE_SDK_NODEJS_NETWORK: &str = "EventStore/pulumi-eventstorecloud:sdk/nodejs/network.ts";
pub const PLUGIN_SDK_SCHEMA_RESOURCE_DATA: &str = "hashicorp/terraform-plugin-sdk:helper/schema/resource_data.go";
pub const PLUGIN_SDK_SCHEMA_SCHEMA: &str = "hashicorp/terraform-plugin-sdk:helper/schema/schema.go";
pub const PLUGIN_SDK_VALIDATION_NETWORK: &str = "hashicorp/terraform-plugin-sdk:helper/validation/network.go";
pub const PROVIDER_ACL: &str = "EventStore/terraform-provider-eventstorecloud:esc/resource_acl.go";
pub const PROVIDER_CHANGELOG: &str = "EventStore/terraform-provider-eventstorecloud:CHANGELOG.md";
pub const PROVIDER_CLIENT_ACCESS_TOKEN: &str = "EventStore/terraform-provider-eventstorecloud:client/access_token.go";
pub const PROVIDER_CLIENT_CLIENT: &str = "EventStore/terraform-provider-eventstorecloud:client/client.go";
pub const PROVIDER_CLIENT_CLUSTER_CREATE: &str =
    "EventStore/terraform-provider-eventstorecloud:client/cluster_create.go";
pub const PROVIDER_CLIENT_CLUSTER_DELETE: &str =
    "EventStore/terraform-provider-eventstorecloud:client/cluster_delete.go";
pub const PROVIDER_CLIENT_INTEGRATION_CREATE: &str =
    "EventStore/terraform-provider-eventstorecloud:client/integration_create.go";
pub const PROVIDER_CLIENT_NETWORK_CREATE: &str =
    "EventStore/terraform-provider-eventstorecloud:client/network_create.go";
pub const PROVIDER_CLIENT_NETWORK_UPDATE: &str =
    "EventStore/terraform-provider-eventstorecloud:client/network_update.go";
pub const PROVIDER_CLIENT_PEERING_CREATE: &str =
    "EventStore/terraform-provider-eventstorecloud:client/peering_create.go";
pub const PROVIDER_DATA_NETWORK: &str = "EventStore/terraform-provider-eventstorecloud:esc/data_source_network.go";
pub const PROVIDER_DOCS_INDEX: &str = "EventStore/terraform-provider-eventstorecloud:docs/index.md";
pub const PROVIDER_DOCS_INTEGRATION: &str =
    "EventStore/terraform-provider-eventstorecloud:docs/resources/integration.md";
pub const PROVIDER_DOCS_INTEGRATION_AWSCLOUDWATCH_LOGS: &str =
    "EventStore/terraform-provider-eventstorecloud:docs/resources/integration_awscloudwatch_logs.md";
pub const PROVIDER_DOCS_MANAGED_CLUSTER: &str =
    "EventStore/terraform-provider-eventstorecloud:docs/resources/managed_cluster.md";
pub const PROVIDER_DOCS_SCHEDULED_BACKUP: &str =
    "EventStore/terraform-provider-eventstorecloud:docs/resources/scheduled_backup.md";
pub const PROVIDER_EXAMPLE_AWS: &str = "EventStore/terraform-provider-eventstorecloud:examples/aws/main.tf";
pub const PROVIDER_EXAMPLE_AZURE: &str = "EventStore/terraform-provider-eventstorecloud:examples/azure/main.tf";
pub const PROVIDER_EXAMPLE_GCP: &str = "EventStore/terraform-provider-eventstorecloud:examples/gcp/main.tf";
pub const PROVIDER_EXAMPLE_RESOURCES_SCHEDULED_BACKUP_EXAMPLE_1: &str =
    "EventStore/terraform-provider-eventstorecloud:examples/resources/scheduled_backup/example_1.tf";
pub const PROVIDER_INTEGRATION: &str = "EventStore/terraform-provider-eventstorecloud:esc/resource_integration.go";
pub const PROVIDER_INTEGRATION_AWSCLOUDWATCH_LOGS: &str =
    "EventStore/terraform-provider-eventstorecloud:esc/resource_integration_awscloudwatch_logs.go";
pub const PROVIDER_INTEGRATION_AWSCLOUDWATCH_METRICS: &str =
    "EventStore/terraform-provider-eventstorecloud:esc/resource_integration_awscloudwatch_metrics.go";
pub const PROVIDER_MANAGED_CLUSTER: &str =
    "EventStore/terraform-provider-eventstorecloud:esc/resource_managed_cluster.go";
pub const PROVIDER_NETWORK: &str = "EventStore/terraform-provider-eventstorecloud:esc/resource_network.go";
pub const PROVIDER_PEERING: &str = "EventStore/terraform-provider-eventstorecloud:esc/resource_peering.go";
pub const PROVIDER_PROJECT: &str = "EventStore/terraform-provider-eventstorecloud:esc/resource_project.go";
pub const PROVIDER_PROVIDER: &str = "EventStore/terraform-provider-eventstorecloud:esc/provider.go";
pub const PROVIDER_SCHEDULED_BACKUP: &str =
    "EventStore/terraform-provider-eventstorecloud:esc/resource_scheduled_backup.go";
pub const MEASURED_PROVIDER: &str =
    "measured: the providers eventstorecloud 1.0.0 to 1.7.2 (Terraform) and 0.2.20 (Pulumi), 2026-11-29";
pub const MEASURED_PULUMI: &str = "measured: Pulumi CLI 3.274.1 with the provider eventstorecloud 0.2.20 against a stand-in of the service, 2026-11-29";
pub const PULUMI_DEPENDS_ON: &str = "pulumi/pulumi: resource option dependsOn";
pub const PULUMI_DUPLICATE_URN: &str = "pulumi/pulumi: duplicate resource URN";
pub const PULUMI_OUTPUT: &str = "npm:@pulumi/pulumi@3.248.0:output.js";
pub const PULUMI_PROTECT: &str = "pulumi/pulumi: resource option protect";
pub const PULUMI_RPC: &str = "npm:@pulumi/pulumi@3.248.0:runtime/rpc.js";
pub const SERVER_DOCS_QUICK_START_UPGRADE_GUIDE: &str = "kurrent-io/KurrentDB:docs/server/quick-start/upgrade-guide.md";
pub const SERVER_DOCS_RELEASE_SCHEDULE_PREVIOUS_VERSIONS: &str =
    "kurrent-io/KurrentDB:docs/server/release-schedule/previous-versions.md";
pub const SERVER_DOCS_RELEASE_SCHEDULE_README: &str = "kurrent-io/KurrentDB:docs/server/release-schedule/README.md";
pub const SERVER_DOCS_RELEASE_SCHEDULE_README_RELEASE_V24_10: &str =
    "kurrent-io/KurrentDB:docs/server/release-schedule/README.md@release/v24.10";
