//! The types of what the package is asked, from the Rust types that requests and options are read into.

use eventstorecloud_planner::ffi::{BetweenOptions, NextOptions, PreviousOptions};
use eventstorecloud_planner::model::settings::{CatalogueAdditions, CloudAddition, Options};
use eventstorecloud_planner::planner::addresses::{AddressRequest, NamedCidr, NetworkRequest};
use eventstorecloud_planner::planner::backups::{
    BackupCluster, BackupHistory, BackupJob, BackupObjectives, BackupRequest, BackupWindow, BackupsToKeep,
};
use eventstorecloud_planner::planner::change::SingleResource;
use eventstorecloud_planner::planner::sizing::Workload;

use crate::api::declarations;
use crate::typescript::HEADER;

/// The text of `requests.ts`.
pub fn text() -> String {
    let imports = "import type { AddressPlan, Cloud, Profile, Severity } from \"./api\";\n\
                   import type { ProjectionLevel, Topology } from \"./args\";\n";
    let types = declarations!(
        Options,
        CatalogueAdditions,
        CloudAddition,
        Workload,
        NamedCidr,
        AddressRequest,
        NetworkRequest,
        BackupRequest,
        BackupCluster,
        BackupObjectives,
        BackupsToKeep,
        BackupWindow,
        BackupHistory,
        BackupJob,
        SingleResource,
        NextOptions,
        PreviousOptions,
        BetweenOptions,
    );
    format!("{HEADER}{imports}{types}")
}
