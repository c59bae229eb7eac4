//! Judgement: what the facts mean for a program, and for a change of one.
//!
//! One rule is one file: its page, its facts and its check. The page's example is run and must break this rule and no
//! other; what it advises instead is run and must break none. `registry.rs` lists the files.

mod ask;
mod context;
mod context_change;
mod fault_check;
mod faults;
mod finding;
mod offer;
mod reading;
mod readings;
mod registry;
mod reported;
mod rule;
mod run;
mod run_changes;
mod shared;
mod source;
mod surfacing;
mod views;

// The rules.
mod acl {
    pub(super) mod address_without_prefix_length;
    pub(super) mod broad_access_list;
    pub(super) mod empty_access_list;
    pub(super) mod entry_within_another;
    pub(super) mod entry_without_address;
    pub(super) mod entry_without_comment;
    pub(super) mod host_bits_set_in_entry;
    pub(super) mod invalid_address_in_entry;
    pub(super) mod private_address_in_access_list;
    pub(super) mod shared_access_list;
    pub(super) mod unknown_key_in_entry;
    pub(super) mod unroutable_address_in_access_list;
    pub(super) mod unused_access_list;
}
mod args {
    pub(super) mod converted_value;
    pub(super) mod missing_property;
    pub(super) mod refused_value;
    pub(super) mod type_mismatch;
    pub(super) mod unknown_property;
    pub(super) mod value_not_plain_data;
}
mod backup {
    pub(super) mod backup_count_out_of_range;
    pub(super) mod backups_too_close;
    pub(super) mod backups_too_frequent;
    pub(super) mod constant_backup_description;
    pub(super) mod day_of_month_in_schedule;
    pub(super) mod invalid_day_of_week;
    pub(super) mod invalid_hour;
    pub(super) mod invalid_minute;
    pub(super) mod macro_in_schedule;
    pub(super) mod missing_backup_description;
    pub(super) mod missing_job_description;
    pub(super) mod missing_source_cluster;
    pub(super) mod month_in_schedule;
    pub(super) mod short_retention;
    pub(super) mod simultaneous_backups;
    pub(super) mod step_in_day_of_week;
    pub(super) mod sunday_as_seven;
    pub(super) mod unbalanced_braces;
    pub(super) mod undocumented_time_zone;
    pub(super) mod uneven_step;
    pub(super) mod unknown_template_variable;
    pub(super) mod uppercase_template_format;
    pub(super) mod wrong_field_count;
}
mod change {
    pub(super) mod access_list_replaces_cluster;
    pub(super) mod azure_disk_grown;
    pub(super) mod backup_job_deleted_before_refusal;
    pub(super) mod database_lost;
    pub(super) mod deleted_before_replacement;
    pub(super) mod disk_shrunk;
    pub(super) mod disk_type_migrated;
    pub(super) mod downgrade;
    pub(super) mod frequent_disk_changes;
    pub(super) mod indexes_rebuilt_after_upgrade;
    pub(super) mod job_of_replaced_cluster;
    pub(super) mod long_operations_share_timeout;
    pub(super) mod network_renamed;
    pub(super) mod network_replaced;
    pub(super) mod no_direct_upgrade;
    pub(super) mod overlapping_backup_jobs;
    pub(super) mod peering_replaced;
    pub(super) mod permanent_case_difference;
    pub(super) mod permanent_difference;
    pub(super) mod projections_replace_cluster;
    pub(super) mod protected_by_engine;
    pub(super) mod protection_blocks_change;
    pub(super) mod repeated_after_failure;
    pub(super) mod restored_cluster_address;
    pub(super) mod single_node_resized;
    pub(super) mod single_node_upgraded;
    pub(super) mod upgrade_outside_line;
    pub(super) mod upgrade_without_rollback;
    pub(super) mod version_without_tag;
}
mod cloudwatch {
    pub(super) mod cloudwatch_in_another_region;
    pub(super) mod cloudwatch_not_enabled;
    pub(super) mod invalid_cloudwatch_region;
    pub(super) mod invalid_log_group_name;
    pub(super) mod invalid_metric_namespace;
    pub(super) mod mismatched_clusters;
    pub(super) mod missing_access_key;
    pub(super) mod missing_clusters;
    pub(super) mod swapped_access_key;
    pub(super) mod temporary_access_key;
}
mod cluster {
    pub(super) mod access_list_without_public_access;
    pub(super) mod blank_cluster_name;
    pub(super) mod burstable_instance_in_production;
    pub(super) mod computed_property_set;
    pub(super) mod development_instance_in_production;
    pub(super) mod disk_below_sizing_guide;
    pub(super) mod disk_below_type_minimum;
    pub(super) mod disk_billed_per_node;
    pub(super) mod disk_iops_out_of_range;
    pub(super) mod disk_performance_not_configurable;
    pub(super) mod disk_size_out_of_range;
    pub(super) mod disk_throughput_out_of_range;
    pub(super) mod disk_too_small_for_full_speed;
    pub(super) mod disk_type_of_another_cloud;
    pub(super) mod disk_type_spelling;
    pub(super) mod fractional_disk_value;
    pub(super) mod instance_type_spelling;
    pub(super) mod iops_too_high_for_disk_size;
    pub(super) mod large_single_node;
    pub(super) mod missing_disk_iops;
    pub(super) mod missing_disk_throughput;
    pub(super) mod missing_project_or_network;
    pub(super) mod private_cluster_in_public_network;
    pub(super) mod projections_on_small_instance;
    pub(super) mod public_cluster_in_private_network;
    pub(super) mod public_cluster_without_access_list;
    pub(super) mod retired_disk_type;
    pub(super) mod retired_disk_type_in_use;
    pub(super) mod scarce_instance_type_on_azure;
    pub(super) mod single_node_in_production;
    pub(super) mod throughput_too_high_for_iops;
    pub(super) mod topology_spelling;
    pub(super) mod unknown_disk_type;
    pub(super) mod unknown_instance_type;
    pub(super) mod unknown_projection_level;
    pub(super) mod unknown_topology;
    pub(super) mod unprotected_production_cluster;
}
mod document {
    pub(super) mod dependency_cycle;
    pub(super) mod duplicate_resource;
    pub(super) mod malformed_document;
    pub(super) mod unknown_dependency;
    pub(super) mod unknown_kind;
}
mod integration {
    pub(super) mod blank_integration_description;
    pub(super) mod data_value_not_a_string;
    pub(super) mod key_in_two_spellings;
    pub(super) mod missing_sink_key;
    pub(super) mod missing_source;
    pub(super) mod plaintext_credential_in_data;
    pub(super) mod retired_sink;
    pub(super) mod sink_with_own_resource;
    pub(super) mod slack_channel_without_hash;
    pub(super) mod source_not_supported_by_sink;
    pub(super) mod undocumented_sink;
    pub(super) mod undocumented_source;
    pub(super) mod unknown_sink;
    pub(super) mod untranslated_key;
}
mod network {
    pub(super) mod cidr_block_at_minimum_size;
    pub(super) mod cidr_block_not_private;
    pub(super) mod cidr_block_too_large_for_cloud;
    pub(super) mod cloud_spelling;
    pub(super) mod docker_bridge_overlap;
    pub(super) mod duplicate_network_name;
    pub(super) mod empty_cidr_block;
    pub(super) mod host_bits_set;
    pub(super) mod invalid_cidr_block;
    pub(super) mod missing_cidr_block;
    pub(super) mod network_without_project;
    pub(super) mod prefix_length_out_of_range;
    pub(super) mod public_access_not_supported;
    pub(super) mod public_network_with_cidr_block;
    pub(super) mod region_case;
    pub(super) mod region_display_name;
    pub(super) mod region_in_isolated_partition;
    pub(super) mod region_not_enabled_by_default;
    pub(super) mod region_spelling;
    pub(super) mod too_few_zones;
    pub(super) mod undocumented_public_network;
    pub(super) mod unknown_cloud;
    pub(super) mod unknown_region;
}
mod peering {
    pub(super) mod duplicate_peering;
    pub(super) mod invalid_aws_account_id;
    pub(super) mod invalid_aws_vpc_id;
    pub(super) mod invalid_azure_network_id;
    pub(super) mod invalid_azure_tenant_id;
    pub(super) mod invalid_gcp_network_name;
    pub(super) mod invalid_gcp_project_id;
    pub(super) mod invalid_route;
    pub(super) mod missing_accepter_on_aws;
    pub(super) mod missing_return_peering_on_gcp;
    pub(super) mod missing_role_on_azure;
    pub(super) mod missing_routes;
    pub(super) mod overlapping_networks_of_one_peer;
    pub(super) mod overlapping_routes;
    pub(super) mod peer_cloud_mismatch;
    pub(super) mod peer_cloud_spelling;
    pub(super) mod peer_region_mismatch;
    pub(super) mod peer_region_not_code;
    pub(super) mod peer_region_spelling;
    pub(super) mod peering_of_public_network;
    pub(super) mod route_not_private;
    pub(super) mod route_overlaps_network;
    pub(super) mod route_prefix_length_out_of_range;
    pub(super) mod unknown_peer_cloud;
}
mod program {
    pub(super) mod forgotten_provider;
    pub(super) mod output_in_text;
    pub(super) mod resource_of_another_organization;
    pub(super) mod text_of_no_value;
}
mod project {
    pub(super) mod blank_project_name;
    pub(super) mod duplicate_project_name;
    pub(super) mod generated_project_name;
}
mod provider {
    pub(super) mod client_id_without_secret;
    pub(super) mod client_secret_without_id;
    pub(super) mod conflicting_credentials;
    pub(super) mod empty_token_store;
    pub(super) mod incomplete_provider;
    pub(super) mod legacy_package;
    pub(super) mod missing_credential;
    pub(super) mod missing_organization;
    pub(super) mod mixed_packages;
    pub(super) mod package_does_not_exist;
    pub(super) mod plaintext_credential;
    pub(super) mod service_account_not_supported;
    pub(super) mod setting_of_the_other_package;
    pub(super) mod token_id_instead_of_token;
    pub(super) mod unlikely_id;
    pub(super) mod unsafe_url;
    pub(super) mod validation_bypassed;
}
mod replicaset {
    pub(super) mod concurrent_replica_set_and_backup;
    pub(super) mod replica_count_out_of_range;
    pub(super) mod replica_set_in_other_project;
    pub(super) mod replica_sets_not_supported;
    pub(super) mod replica_sets_undocumented;
    pub(super) mod replicas_of_single_node;
    pub(super) mod replicas_without_quota;
    pub(super) mod second_replica_set;
}
mod stack {
    pub(super) mod cluster_without_backup;
    pub(super) mod dangling_reference;
    pub(super) mod duplicate_name;
    pub(super) mod empty_network;
    pub(super) mod failed_operation;
    pub(super) mod literal_id;
    pub(super) mod old_resource_left_behind;
    pub(super) mod overlapping_networks;
    pub(super) mod project_mismatch;
    pub(super) mod project_without_issue_alerts;
    pub(super) mod quota_exceeded;
    pub(super) mod tainted_resource;
    pub(super) mod unfinished_replacement;
    pub(super) mod unreachable_network;
}
mod version {
    pub(super) mod malformed_version;
    pub(super) mod no_long_term_support;
    pub(super) mod patch_in_server_version;
    pub(super) mod support_ends_soon;
    pub(super) mod tag_of_another_line;
    pub(super) mod tag_without_effect;
    pub(super) mod tag_without_patch;
    pub(super) mod undocumented_version;
    pub(super) mod version_as_number;
    pub(super) mod version_no_longer_offered;
    pub(super) mod version_out_of_support;
}

pub use registry::CATEGORIES;
pub use rule::{Category, ForExisting, RuleMeta, Subject};
pub use run::{Built, build, build_if_needed, check, check_document, check_read};
pub use run_changes::check_changes;

/// The facts of all rules.
pub fn all() -> impl Iterator<Item = &'static RuleMeta> {
    CATEGORIES.iter().flat_map(|category| category.rules.iter().copied())
}

/// The codes of all rules.
#[must_use]
pub fn codes() -> Vec<&'static str> {
    all().map(|rule| rule.code).collect()
}

/// The facts of a rule, by its code.
#[must_use]
pub fn by_code(code: &str) -> Option<&'static RuleMeta> {
    all().find(|rule| rule.code == code)
}

/// What every rule file needs.
mod prelude {
    pub(super) use super::context::{Context, Identity};
    pub(super) use super::fault_check::FaultCheck;
    pub(super) use super::finding::Finding;
    pub(super) use super::reported::Conflict;
    pub(super) use super::rule::Rule;
    pub(super) use super::source;
    pub(super) use super::views::{
        About, Acl, CloudWatch, Integration, ManagedCluster, ManagedClusterReplicaset, Network, Peering, Project,
        Provider, ScheduledBackup,
    };
    pub(super) use crate::catalogue::rows::{Cloud, Confidence};
    pub(super) use crate::diagnostic::DetectedAt;
    pub(super) use crate::model::kind::{DiskSetting, KindId, PropertyId};
    pub(super) use crate::model::path::PropertyPath;
    pub(super) use crate::model::resource::Resource;
    pub(super) use crate::value::spelling::{
        grouped, nearest, one_of, quoted_number, quoted_value as quoted, with_article,
    };
}
