//! The types of what the package is asked, from the Rust types that requests and options are read into.

use anyhow::Context as _;
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
pub fn text() -> anyhow::Result<String> {
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
    Ok(format!("{HEADER}{imports}{}", with_named_options(&types)?))
}

/// Only builders have the option `name`: it is in an interface of its own.
fn with_named_options(types: &str) -> anyhow::Result<String> {
    const HEAD: &str = "\n/** Options that name a resource. */\nexport interface NamedOptions extends Options {\n";
    let name = types.find("  name?: ").and_then(|name| types.get(..name)?.rfind("  /**"));
    let (options, name) = types.split_at(name.context("the last of the options is `name`")?);
    Ok(format!("{options}}}\n{HEAD}{name}"))
}
