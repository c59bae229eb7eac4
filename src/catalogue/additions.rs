//! What a user adds to the catalogue: things that exist and that this version does not know yet.

use serde::Serialize;

use super::rows::{Cloud, Confidence, DiskType, InstanceType, LineKind, List, Range, Rating, Region, ServerLine, Text};
use super::tables;
use crate::value::server_version::Line;

/// The rows that a user added.
#[derive(Clone, Debug, Default)]
pub struct Additions {
    pub(super) regions: Vec<Region>,
    pub(super) instance_types: Vec<InstanceType>,
    pub(super) disk_types: Vec<DiskType>,
    pub(super) server_lines: Vec<ServerLine>,
}

/// A region that a user adds.
#[derive(Clone, Debug)]
pub struct RegionAddition {
    /// The cloud.
    pub cloud: Cloud,
    /// Its code, as the provider must send it.
    pub id: String,
}

/// One addition, as it is shown in reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Added {
    /// What was added: `region`, `instanceType`, `diskType` or `serverVersion`.
    pub what: &'static str,
    /// Its name.
    pub id: String,
}

static BY_USER: [Text; 1] = [Text::fixed("added by the user")];

const fn by_user() -> List<Text> {
    List::fixed(&BY_USER)
}

impl Additions {
    /// Adds a region. It counts as one with three zones that is enabled by default.
    pub fn add_region(&mut self, region: RegionAddition) {
        self.regions.push(Region {
            cloud: region.cloud,
            name: Text::from(region.id.clone()),
            id: Text::from(region.id),
            city: Text::fixed(""),
            latitude: 0,
            longitude: 0,
            zones: None,
            three_zones: true,
            opt_in: false,
            published: None,
            published_name: None,
            confidence: Confidence::High,
            source: by_user(),
        });
    }

    /// Adds an instance size, of which nothing but the name is known: no rule about sizing applies to it.
    pub fn add_instance_type(&mut self, name: String) {
        self.instance_types.push(InstanceType {
            id: Text::from(name),
            vcpu: 0,
            ram_gb: 0,
            burstable: false,
            rating: Rating::Production,
            working_set_streams: None,
            recommended_disk_gb: None,
            max_clients: None,
            note: Text::fixed(""),
            confidence: Confidence::High,
            source: by_user(),
        });
    }

    /// Adds a disk type of a cloud, with the sizes that the known ones have and without IOPS or throughput settings.
    pub fn add_disk_type(&mut self, cloud: Cloud, name: String) {
        let size_gb = tables::disk_size_gb(tables::DISK_TYPES.rows.iter()).unwrap_or(Range { min: 1, max: u32::MAX });
        self.disk_types.push(DiskType {
            id: Text::from(name),
            cloud,
            aliases: List::fixed(&[]),
            size_gb,
            advised_size_gb: None,
            iops: None,
            throughput: None,
            max_iops_per_gib: None,
            min_iops_per_mbps: None,
            replaced_by: None,
            confidence: Confidence::High,
            source: by_user(),
        });
    }

    /// Adds a release line of the server. It counts as offered, documented and supported.
    pub fn add_server_line(&mut self, line: Line) {
        self.server_lines.push(ServerLine {
            line: Text::from(line.to_string()),
            kind: LineKind::Lts,
            released: Text::fixed(""),
            supported_until: None,
            support_note: Text::fixed("added by the user"),
            offered: true,
            documented_by: by_user(),
            confidence: Confidence::High,
            source: by_user(),
        });
    }

    /// The additions, one entry each, in the order of their kinds.
    #[must_use]
    pub fn list(&self) -> Vec<Added> {
        let entry = |what, id: &Text| Added { what, id: id.as_str().to_string() };
        let regions = self.regions.iter().map(|row| entry("region", &row.id));
        let sizes = self.instance_types.iter().map(|row| entry("instanceType", &row.id));
        let disks = self.disk_types.iter().map(|row| entry("diskType", &row.id));
        let lines = self.server_lines.iter().map(|row| entry("serverVersion", &row.line));
        regions.chain(sizes).chain(disks).chain(lines).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::value::server_version::ServerVersion;

    #[test]
    fn an_added_line_takes_the_place_of_a_known_one() {
        let line = |text| ServerVersion::parse_line(text).unwrap();
        let mut additions = Additions::default();
        additions.add_server_line(line("20.10"));
        let (bare, added) = (Catalogue::default(), Catalogue::new(additions));
        assert!(!bare.offers_line(line("20.10")));
        assert!(added.offers_line(line("20.10")));
        assert_eq!(added.server_line(line("20.10")).unwrap().supported_until, None);
        for (text, offered) in [("22.6", false), ("22.9", false), ("22.10", true), ("23.6", false), ("99.0", true)] {
            assert_eq!(bare.offers_line(line(text)), offered, "{text}");
        }
    }
}
