//! Turns `src/catalogue/data/*.json` into constants.
//!
//! The row types are the crate's own (`src/catalogue/rows/mod.rs`): a file that does not fit them stops the build with
//! the file's name and the place in it. Nothing of the catalogue is parsed at run time.

use std::error::Error;
use std::fmt::{Debug, Write as _};
use std::path::Path;

use serde::de::DeserializeOwned;

#[expect(dead_code, reason = "only the shapes are needed here")]
#[path = "src/catalogue/rows/mod.rs"]
mod rows;

const DATA: &str = "src/catalogue/data";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/catalogue/rows");
    println!("cargo::rerun-if-changed={DATA}");
    let mut code = String::new();
    table::<rows::CloudRow>(&mut code, "clouds", "CloudRow")?;
    table::<rows::Region>(&mut code, "regions", "Region")?;
    table::<rows::Partition>(&mut code, "partitions", "Partition")?;
    table::<rows::InstanceType>(&mut code, "instance_types", "InstanceType")?;
    table::<rows::DiskType>(&mut code, "disk_types", "DiskType")?;
    table::<rows::Topology>(&mut code, "topologies", "Topology")?;
    table::<rows::ProjectionLevel>(&mut code, "projection_levels", "ProjectionLevel")?;
    table::<rows::ServerLine>(&mut code, "server_lines", "ServerLine")?;
    table::<rows::Package>(&mut code, "packages", "Package")?;
    table::<rows::AddressLimits>(&mut code, "address_limits", "AddressLimits")?;
    table::<rows::NotableCidr>(&mut code, "notable_cidrs", "NotableCidr")?;
    table::<rows::ScheduleMacro>(&mut code, "schedule_macros", "ScheduleMacro")?;
    table::<rows::TemplateVariable>(&mut code, "template_variables", "TemplateVariable")?;
    table::<rows::BackupLimits>(&mut code, "backup_limits", "BackupLimits")?;
    table::<rows::Feature>(&mut code, "features", "Feature")?;
    table::<rows::ProviderSetting>(&mut code, "provider_settings", "ProviderSetting")?;
    table::<rows::Sink>(&mut code, "sinks", "Sink")?;
    table::<rows::SinkKeySpelling>(&mut code, "sink_key_spellings", "SinkKeySpelling")?;
    table::<rows::IdentifierShape>(&mut code, "identifier_shapes", "IdentifierShape")?;
    table::<rows::PeerSide>(&mut code, "peer_sides", "PeerSide")?;
    table::<rows::UpgradePath>(&mut code, "upgrade_paths", "UpgradePath")?;
    table::<rows::ServerMilestone>(&mut code, "server_milestones", "ServerMilestone")?;
    table::<rows::ScheduleField>(&mut code, "schedule_fields", "ScheduleField")?;
    table::<rows::ReplicaLimits>(&mut code, "replica_limits", "ReplicaLimits")?;
    table::<rows::Limit>(&mut code, "limits", "Limit")?;
    let out = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&out).join("catalogue.rs"), code)?;
    Ok(())
}

/// Reads one file and prints it as a `static`, in the order of the file.
fn table<T: Clone + Debug + DeserializeOwned + 'static>(
    code: &mut String,
    file: &str,
    row: &str,
) -> Result<(), Box<dyn Error>> {
    let path = Path::new(DATA).join(format!("{file}.json"));
    let place = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
    let text = std::fs::read_to_string(&path).map_err(|e| place(&e))?;
    let table: rows::Table<T> = serde_json::from_str(&text).map_err(|e| place(&e))?;
    writeln!(code, "pub(super) static {}: Table<{row}> = {table:?};", file.to_uppercase())?;
    Ok(())
}
