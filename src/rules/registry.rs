//! Every rule: its code and its file. The file is named by the rule, and its first sentence is the rule's title.
//!
//! A new rule is its file, its lines in `mod.rs` and here, the page that `npm run generate` writes and a line
//! in the changelog; CONTRIBUTING.md has the steps. A code never changes its meaning and is never used again.

use super::rule::Category;

/// Gives each rule its code, name, title and category.
///
/// The facts of the rules are apart from their checks, and the checks of a program from those of a change, so that code
/// which never plans a change does not link the checks of changes.
macro_rules! registry {
    ($($list:ident { $($folder:ident $prefix:literal $title:literal { $($code:literal $rule:ident,)+ })+ })+) => {
        $($(mod $folder {
            use crate::rules::$folder::{$($rule),+};
            use crate::rules::rule::Registered;

            /// The facts of each rule, by the name of its file.
            #[expect(non_upper_case_globals, reason = "they are named by their files")]
            mod meta {
                use crate::rules::rule::{RuleMeta, kebab, title, title_length, utf8};
                $(pub static $rule: RuleMeta = {
                    const FILE: &str = include_str!(concat!(stringify!($folder), "/", stringify!($rule), ".rs"));
                    const TITLE: [u8; title_length(FILE)] = title(FILE);
                    const NAME: [u8; stringify!($rule).len()] = kebab(stringify!($rule));
                    super::$rule::RULE.meta($code, utf8(&NAME), utf8(&TITLE), $title)
                };)+
            }

            pub static META: &[&crate::rules::RuleMeta] = &[$(&meta::$rule),+];
            pub static RULES: &[Registered] = &[$(Registered { meta: &meta::$rule, check: $rule::RULE.check }),+];
        })+)+

        /// All categories, in the order in which a program is read.
        pub static CATEGORIES: &[Category] = &[$($(
            Category { prefix: $prefix, title: $title, folder: stringify!($folder), rules: $folder::META }
        ),+),+];

        $(pub static $list: &[&[super::rule::Registered]] = &[$($folder::RULES),+];)+
    };
}

registry! {
    PROGRAM_RULES {
        document "DOC" "Documents" {
            "DOC001" malformed_document,
            "DOC002" unknown_kind,
            "DOC003" duplicate_resource,
            "DOC004" unknown_dependency,
            "DOC005" dependency_cycle,
        }
        args "ARG" "Args of any resource" {
            "ARG001" unknown_property,
            "ARG002" type_mismatch,
            "ARG003" missing_property,
            "ARG004" value_not_plain_data,
            "ARG005" converted_value,
            "ARG006" refused_value,
        }
        provider "PRV" "Provider and package" {
            "PRV001" package_does_not_exist,
            "PRV002" legacy_package,
            "PRV003" missing_organization,
            "PRV004" missing_credential,
            "PRV005" client_secret_without_id,
            "PRV006" service_account_not_supported,
            "PRV007" conflicting_credentials,
            "PRV008" client_id_without_secret,
            "PRV009" incomplete_provider,
            "PRV010" empty_token_store,
            "PRV011" plaintext_credential,
            "PRV012" token_id_instead_of_token,
            "PRV013" unsafe_url,
            "PRV014" validation_bypassed,
            "PRV015" setting_of_the_other_package,
            "PRV016" mixed_packages,
            "PRV017" unlikely_id,
        }
        program "PGM" "Pulumi programs" {
            "PGM001" output_in_text,
            "PGM002" text_of_no_value,
            "PGM003" resource_of_another_organization,
            "PGM004" forgotten_provider,
        }
        project "PRJ" "Project" {
            "PRJ001" blank_project_name,
            "PRJ002" duplicate_project_name,
            "PRJ003" generated_project_name,
        }
        network "NET" "Network" {
            "NET001" unknown_cloud,
            "NET002" cloud_spelling,
            "NET003" missing_cidr_block,
            "NET004" public_network_with_cidr_block,
            "NET005" empty_cidr_block,
            "NET006" invalid_cidr_block,
            "NET007" host_bits_set,
            "NET008" prefix_length_out_of_range,
            "NET009" cidr_block_not_private,
            "NET010" cidr_block_too_large_for_cloud,
            "NET011" region_spelling,
            "NET012" unknown_region,
            "NET013" too_few_zones,
            "NET014" region_not_enabled_by_default,
            "NET015" region_in_isolated_partition,
            "NET016" region_display_name,
            "NET017" region_case,
            "NET018" duplicate_network_name,
            "NET019" network_without_project,
            "NET020" undocumented_public_network,
            "NET021" cidr_block_at_minimum_size,
            "NET022" docker_bridge_overlap,
            "NET023" public_access_not_supported,
        }
        acl "ACL" "Acl" {
            "ACL001" empty_access_list,
            "ACL002" entry_without_address,
            "ACL003" unknown_key_in_entry,
            "ACL004" invalid_address_in_entry,
            "ACL005" address_without_prefix_length,
            "ACL006" host_bits_set_in_entry,
            "ACL007" private_address_in_access_list,
            "ACL008" unroutable_address_in_access_list,
            "ACL009" broad_access_list,
            "ACL010" entry_within_another,
            "ACL011" entry_without_comment,
            "ACL013" unused_access_list,
            "ACL014" shared_access_list,
        }
        peering "PEER" "Peering" {
            "PEER001" unknown_peer_cloud,
            "PEER002" peer_cloud_spelling,
            "PEER003" peer_cloud_mismatch,
            "PEER004" peer_region_mismatch,
            "PEER005" peer_region_spelling,
            "PEER006" missing_routes,
            "PEER007" invalid_route,
            "PEER008" route_prefix_length_out_of_range,
            "PEER009" route_overlaps_network,
            "PEER010" route_not_private,
            "PEER011" invalid_aws_account_id,
            "PEER012" invalid_aws_vpc_id,
            "PEER013" invalid_gcp_project_id,
            "PEER014" invalid_gcp_network_name,
            "PEER015" invalid_azure_tenant_id,
            "PEER016" invalid_azure_network_id,
            "PEER017" duplicate_peering,
            "PEER018" overlapping_networks_of_one_peer,
            "PEER019" peering_of_public_network,
            "PEER020" missing_accepter_on_aws,
            "PEER021" missing_return_peering_on_gcp,
            "PEER022" missing_role_on_azure,
            "PEER023" overlapping_routes,
            "PEER028" peer_region_not_code,
        }
        cluster "CLU" "ManagedCluster" {
            "CLU001" unknown_topology,
            "CLU002" topology_spelling,
            "CLU003" unknown_instance_type,
            "CLU004" instance_type_spelling,
            "CLU005" unknown_disk_type,
            "CLU006" retired_disk_type,
            "CLU007" disk_type_of_another_cloud,
            "CLU008" disk_type_spelling,
            "CLU009" disk_size_out_of_range,
            "CLU010" disk_below_type_minimum,
            "CLU011" fractional_disk_value,
            "CLU012" missing_disk_iops,
            "CLU013" missing_disk_throughput,
            "CLU014" disk_iops_out_of_range,
            "CLU015" disk_throughput_out_of_range,
            "CLU016" disk_performance_not_configurable,
            "CLU017" iops_too_high_for_disk_size,
            "CLU018" throughput_too_high_for_iops,
            "CLU019" disk_below_sizing_guide,
            "CLU020" disk_too_small_for_full_speed,
            "CLU021" burstable_instance_in_production,
            "CLU022" single_node_in_production,
            "CLU023" large_single_node,
            "CLU024" development_instance_in_production,
            "CLU027" unknown_projection_level,
            "CLU028" projections_on_small_instance,
            "CLU029" public_cluster_in_private_network,
            "CLU030" public_cluster_without_access_list,
            "CLU031" access_list_without_public_access,
            "CLU032" private_cluster_in_public_network,
            "CLU033" unprotected_production_cluster,
            "CLU035" blank_cluster_name,
            "CLU036" computed_property_set,
            "CLU038" scarce_instance_type_on_azure,
            "CLU039" disk_billed_per_node,
            "CLU040" missing_project_or_network,
            "CLU042" retired_disk_type_in_use,
        }
        version "VER" "Server version" {
            "VER001" malformed_version,
            "VER002" version_as_number,
            "VER003" patch_in_server_version,
            "VER004" version_no_longer_offered,
            "VER005" version_out_of_support,
            "VER006" support_ends_soon,
            "VER007" undocumented_version,
            "VER008" no_long_term_support,
            "VER009" tag_of_another_line,
            "VER010" tag_without_effect,
            "VER011" tag_without_patch,
        }
        replicaset "REP" "ManagedClusterReplicaset" {
            "REP001" replica_count_out_of_range,
            "REP002" replicas_of_single_node,
            "REP003" second_replica_set,
            "REP004" replica_set_in_other_project,
            "REP005" replica_sets_not_supported,
            "REP007" concurrent_replica_set_and_backup,
            "REP008" replica_sets_undocumented,
            "REP009" replicas_without_quota,
        }
        backup "BAK" "ScheduledBackup" {
            "BAK001" wrong_field_count,
            "BAK002" macro_in_schedule,
            "BAK003" invalid_minute,
            "BAK004" invalid_hour,
            "BAK005" day_of_month_in_schedule,
            "BAK006" month_in_schedule,
            "BAK007" invalid_day_of_week,
            "BAK008" step_in_day_of_week,
            "BAK009" backups_too_frequent,
            "BAK010" uneven_step,
            "BAK011" sunday_as_seven,
            "BAK012" missing_backup_description,
            "BAK013" unknown_template_variable,
            "BAK014" uppercase_template_format,
            "BAK015" unbalanced_braces,
            "BAK016" constant_backup_description,
            "BAK017" backup_count_out_of_range,
            "BAK018" short_retention,
            "BAK019" simultaneous_backups,
            "BAK020" backups_too_close,
            "BAK023" missing_job_description,
            "BAK024" undocumented_time_zone,
            "BAK026" missing_source_cluster,
        }
        integration "INT" "Integration" {
            "INT001" unknown_sink,
            "INT002" missing_sink_key,
            "INT003" source_not_supported_by_sink,
            "INT004" undocumented_source,
            "INT005" missing_source,
            "INT006" plaintext_credential_in_data,
            "INT007" sink_with_own_resource,
            "INT008" untranslated_key,
            "INT009" key_in_two_spellings,
            "INT011" undocumented_sink,
            "INT012" slack_channel_without_hash,
            "INT013" data_value_not_a_string,
            "INT015" retired_sink,
            "INT016" blank_integration_description,
        }
        cloudwatch "CW" "AWSCloudWatchLogsIntegration and AWSCloudWatchMetricsIntegration" {
            "CW001" missing_access_key,
            "CW002" missing_clusters,
            "CW003" invalid_cloudwatch_region,
            "CW004" temporary_access_key,
            "CW005" invalid_log_group_name,
            "CW006" invalid_metric_namespace,
            "CW008" mismatched_clusters,
            "CW009" cloudwatch_in_another_region,
            "CW010" cloudwatch_not_enabled,
            "CW012" swapped_access_key,
        }
        stack "STACK" "Whole program" {
            "STACK001" dangling_reference,
            "STACK002" project_mismatch,
            "STACK003" literal_id,
            "STACK004" unreachable_network,
            "STACK005" empty_network,
            "STACK006" cluster_without_backup,
            "STACK007" project_without_issue_alerts,
            "STACK008" overlapping_networks,
            "STACK009" quota_exceeded,
            "STACK010" duplicate_name,
            "STACK013" tainted_resource,
            "STACK014" failed_operation,
            "STACK015" unfinished_replacement,
            "STACK016" old_resource_left_behind,
        }
    }
    CHANGE_RULES {
        change "PLAN" "Changes" {
            "PLAN001" database_lost,
            "PLAN002" deleted_before_replacement,
            "PLAN003" network_replaced,
            "PLAN004" protection_blocks_change,
            "PLAN005" disk_shrunk,
            "PLAN006" frequent_disk_changes,
            "PLAN007" single_node_resized,
            "PLAN008" single_node_upgraded,
            "PLAN009" version_without_tag,
            "PLAN010" no_direct_upgrade,
            "PLAN011" downgrade,
            "PLAN012" upgrade_without_rollback,
            "PLAN013" access_list_replaces_cluster,
            "PLAN014" projections_replace_cluster,
            "PLAN015" network_renamed,
            "PLAN016" peering_replaced,
            "PLAN017" disk_type_migrated,
            "PLAN018" azure_disk_grown,
            "PLAN019" long_operations_share_timeout,
            "PLAN020" indexes_rebuilt_after_upgrade,
            "PLAN021" overlapping_backup_jobs,
            "PLAN022" restored_cluster_address,
            "PLAN023" permanent_case_difference,
            "PLAN024" protected_by_engine,
            "PLAN025" backup_job_deleted_before_refusal,
            "PLAN026" job_of_replaced_cluster,
            "PLAN027" permanent_difference,
            "PLAN028" repeated_after_failure,
            "PLAN029" upgrade_outside_line,
        }
    }
}
