//! Facts about the cloud, each with source, date and confidence, and the questions that rules may ask of them.
//!
//! The rows come from `data/*.json` and are compiled in. Users may add regions, instance sizes, disk types and server
//! lines, so that nobody is held up by an old catalogue. There are no decisions here: what follows from a fact is a
//! rule's.

mod access;
mod additions;
pub mod provider_facts;
mod region_names;
pub mod rows;
mod snapshot;
mod tables;

pub use access::Support;
pub use additions::{Added, Additions, RegionAddition};
use rows::{
    AddressLimits, BackupLimits, CidrRole, Cloud, CloudRow, DiskType, InstanceType, LineKind, NotableCidr, Package,
    Partition, ProjectionLevel, Range, Rating, Region, ScheduleMacro, ServerLine, TemplateVariable, Text, Topology,
};
pub use snapshot::Snapshot;
use tables::Fixed;

use crate::net::Cidr;
use crate::value::date::Date;
use crate::value::server_version::{Line, ServerVersion};
use crate::value::{region, spelling};

/// Where a cloud has the nearest region to that of another cloud.
#[derive(Clone, Copy, Debug)]
pub enum Near<'a> {
    /// In the same place.
    SamePlace(&'a Region),
    /// In another place, with the region of the other cloud.
    Nearest(&'a Region, &'a Region),
    /// Nowhere near.
    TooFar,
    /// The text names no region of another cloud.
    NoRegion,
}

/// Kilometres from which on a region is no replacement for another.
const FAR: i64 = 1_500;

/// Whether it is known where a region is: not of one that a user added.
fn has_place(region: &Region) -> bool {
    !region.city.as_str().is_empty()
}

/// About how many kilometres are between two regions that are not half the world apart.
fn distance(a: &Region, b: &Region) -> i64 {
    let degrees = |a: i32, b: i32| i64::from(a) - i64::from(b);
    let kilometres = 111;
    let north = degrees(a.latitude, b.latitude) * kilometres;
    // The cosine of the mean latitude in thousandths, as a series.
    let square = (i64::from(a.latitude) + i64::from(b.latitude)).pow(2) / 4;
    let cosine = 1_000 - square * 1_523 / 10_000 + square * square * 387 / 100_000_000;
    let east = degrees(a.longitude, b.longitude) * kilometres * cosine / 1_000;
    (north * north + east * east).isqrt()
}

/// The facts of one call: what is compiled in and what the user added.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    additions: Additions,
}

impl Catalogue {
    /// The compiled-in facts and what the user adds to them.
    #[must_use]
    pub const fn new(additions: Additions) -> Self {
        Self { additions }
    }

    /// What the user added, one entry each.
    #[must_use]
    pub fn added(&self) -> Vec<Added> {
        self.additions.list()
    }

    /// All rows of a table that users cannot add to.
    pub fn rows<R: Fixed>(&self) -> std::slice::Iter<'static, R> {
        R::table().rows.iter()
    }

    // ---- clouds and regions

    /// The clouds, in the catalogue's order.
    pub fn clouds(&self) -> impl Iterator<Item = &'static CloudRow> {
        self.rows()
    }

    /// A cloud by its name in any case: `aws`, `AWS`.
    #[must_use]
    pub fn cloud(&self, name: &str) -> Option<&'static CloudRow> {
        self.clouds().find(|row| row.id.as_str().eq_ignore_ascii_case(name))
    }

    /// The row of a cloud.
    #[must_use]
    pub fn cloud_row(&self, cloud: Cloud) -> Option<&'static CloudRow> {
        self.clouds().find(|row| row.id == cloud)
    }

    /// All regions of all clouds, the user's after the compiled-in ones.
    pub fn regions(&self) -> impl Iterator<Item = &Region> {
        tables::REGIONS.rows.iter().chain(&self.additions.regions)
    }

    /// ISO date of the newest source of the regions.
    #[must_use]
    pub fn regions_as_of(&self) -> &'static str {
        tables::REGIONS.as_of.as_str()
    }

    /// A region of a cloud by its exact code. What the user says of it goes before what is compiled in.
    #[must_use]
    pub fn region(&self, cloud: Cloud, id: &str) -> Option<&Region> {
        let wanted = |row: &&Region| row.cloud == cloud && row.id.as_str() == id;
        self.additions.regions.iter().find(wanted).or_else(|| tables::REGIONS.rows.iter().find(wanted))
    }

    /// A region of a cloud that another spelling means: case, hyphens, spaces, the display name, or a zone of it.
    #[must_use]
    pub fn region_by_spelling(&self, cloud: Cloud, text: &str) -> Option<&Region> {
        let same = |wanted: &str| {
            let wanted = spelling::key(wanted);
            self.regions().find(|row| {
                row.cloud == cloud
                    && (spelling::key(row.id.as_str()) == wanted || spelling::key(row.name.as_str()) == wanted)
            })
        };
        let lower = text.trim().to_lowercase();
        // Nearly always it is spelled as it should be.
        if let Some(row) = self.region(cloud, &lower) {
            return Some(row);
        }
        same(&lower).or_else(|| same(region::without_zone(&lower)?))
    }

    /// The region of a cloud that is nearest to the region of another cloud that a text names: of several in one place, one that
    /// has three zones and is enabled by default.
    #[must_use]
    pub fn region_near(&self, cloud: Cloud, text: &str) -> Near<'_> {
        let others = || self.clouds().map(|row| row.id).filter(|other| *other != cloud);
        let there = others().find_map(|other| self.region(other, text));
        let there = there.or_else(|| others().find_map(|other| self.region_by_spelling(other, text)));
        let Some(there) = there.filter(|there| has_place(there)) else { return Near::NoRegion };
        let here = || self.regions().filter(|row| row.cloud == cloud && has_place(row));
        let Some(nearest) = here().map(|row| distance(row, there)).min() else { return Near::TooFar };
        // About as near is as good, where it needs no asking.
        let is_near = |row: &&Region| distance(row, there) <= nearest * 21 / 20;
        let by_ease = |row: &&Region| (!row.three_zones, row.opt_in, distance(row, there));
        match here().filter(is_near).min_by_key(by_ease) {
            Some(row) if row.city == there.city => Near::SamePlace(row),
            Some(row) if distance(row, there) <= FAR => Near::Nearest(row, there),
            _ => Near::TooFar,
        }
    }

    /// The region of a cloud that a misspelled code means, if that can be told.
    #[must_use]
    pub fn nearest_region(&self, cloud: Cloud, text: &str) -> Option<&Region> {
        self.region(cloud, region_names::meant(cloud, text, &self.regions().collect::<Vec<_>>())?)
    }

    /// Whether a text is the code of a region of another cloud.
    #[must_use]
    pub fn is_region_of_another(&self, cloud: Cloud, text: &str) -> bool {
        self.regions().any(|row| row.cloud != cloud && row.id.as_str() == text)
    }

    /// The region that the documentation of the service once called by another name than its cloud.
    #[must_use]
    pub fn region_by_published_name(&self, cloud: Cloud, text: &str) -> Option<&Region> {
        let wanted = spelling::key(text);
        let is_it =
            |row: &&Region| row.published_name.as_ref().is_some_and(|name| spelling::key(name.as_str()) == wanted);
        self.regions().find(|row| row.cloud == cloud && is_it(row))
    }

    /// A region to use instead of another: the nearest of the same cloud that has three zones and is enabled by default, if it
    /// is not far away.
    #[must_use]
    pub fn region_instead_of(&self, region: &Region) -> Option<&Region> {
        let others = self.regions().filter(|row| row.cloud == region.cloud && row.id != region.id);
        let usual = others.filter(|row| row.three_zones && !row.opt_in && has_place(row) && has_place(region));
        let near = usual.map(|row| (distance(row, region), row)).filter(|(distance, _)| *distance <= FAR);
        Some(near.min_by_key(|(distance, _)| *distance)?.1)
    }

    /// The partition that a region code belongs to, when it is one that is never offered.
    #[must_use]
    pub fn partition(&self, cloud: Cloud, region: &str) -> Option<&'static Partition> {
        self.rows::<Partition>().find(|row| row.cloud == cloud && region.starts_with(row.prefix.as_str()))
    }

    // ---- CIDR blocks

    /// Limits of networks' CIDR blocks.
    #[must_use]
    pub fn address_limits(&self) -> Option<&'static AddressLimits> {
        self.rows().next()
    }

    /// The CIDR blocks that have a role, such as private address space.
    pub fn cidr_blocks(&self, role: CidrRole) -> impl Iterator<Item = Cidr> {
        self.notable_cidrs(role).map(|(cidr, _)| cidr)
    }

    /// The CIDR blocks that have a role, each with its row.
    pub fn notable_cidrs(&self, role: CidrRole) -> impl Iterator<Item = (Cidr, &'static NotableCidr)> {
        let rows = self.rows::<NotableCidr>().filter(move |row| row.role == role);
        rows.filter_map(|row| Some((Cidr::parse(row.cidr_block.as_str()).ok()?, row)))
    }

    // ---- clusters

    /// The instance sizes from small to large, the user's last.
    pub fn instance_types(&self) -> impl Iterator<Item = &InstanceType> {
        tables::INSTANCE_TYPES.rows.iter().chain(&self.additions.instance_types)
    }

    /// An instance size by its name in any case.
    #[must_use]
    pub fn instance_type(&self, name: &str) -> Option<&InstanceType> {
        self.instance_types().find(|row| row.id.as_str().eq_ignore_ascii_case(name))
    }

    /// The smallest size that the sizing guide rates at least this high.
    #[must_use]
    pub fn smallest_rated(&self, rating: Rating) -> Option<&InstanceType> {
        self.instance_types().find(|row| row.rating >= rating)
    }

    /// Whether the first of two sizes is larger. `None` where a size is the user's own and has no place in the order.
    #[must_use]
    pub fn is_larger(&self, size: &str, than: &str) -> Option<bool> {
        let place =
            |name: &str| tables::INSTANCE_TYPES.rows.iter().position(|row| row.id.as_str().eq_ignore_ascii_case(name));
        Some(place(size)? > place(than)?)
    }

    /// The disk types, including those that are no longer supported.
    pub fn disk_types(&self) -> impl Iterator<Item = &DiskType> {
        tables::DISK_TYPES.rows.iter().chain(&self.additions.disk_types)
    }

    /// A disk type by its name in any case.
    #[must_use]
    pub fn disk_type(&self, name: &str) -> Option<&DiskType> {
        self.disk_types().find(|row| row.id.as_str().eq_ignore_ascii_case(name))
    }

    /// A disk type of today that another spelling means: case, hyphens, spaces, or the cloud's own name for it.
    #[must_use]
    pub fn disk_type_by_spelling(&self, text: &str) -> Option<&DiskType> {
        let wanted = spelling::key(text);
        let means = |name: &Text| spelling::key(name.as_str()) == wanted;
        self.disk_types().find(|row| row.replaced_by.is_none() && (means(&row.id) || row.aliases.iter().any(means)))
    }

    /// The disk type that is supported in a cloud.
    #[must_use]
    pub fn disk_type_of(&self, cloud: Cloud) -> Option<&DiskType> {
        self.disk_types().find(|row| row.cloud == cloud && row.replaced_by.is_none())
    }

    /// The disk sizes in GB that any disk type supports.
    #[must_use]
    pub fn disk_size_gb(&self) -> Option<Range> {
        tables::disk_size_gb(self.disk_types())
    }

    /// The topologies.
    pub fn topologies(&self) -> impl Iterator<Item = &'static Topology> {
        self.rows()
    }

    /// A topology by its name in any case.
    #[must_use]
    pub fn topology(&self, name: &str) -> Option<&'static Topology> {
        self.topologies().find(|row| row.id.as_str().eq_ignore_ascii_case(name))
    }

    /// The projection levels.
    pub fn projection_levels(&self) -> impl Iterator<Item = &'static ProjectionLevel> {
        self.rows()
    }

    /// A projection level by its name in any case.
    #[must_use]
    pub fn projection_level(&self, name: &str) -> Option<&'static ProjectionLevel> {
        self.projection_levels().find(|row| row.id.as_str().eq_ignore_ascii_case(name))
    }

    // ---- server versions

    /// The release lines from old to new, the user's last.
    pub fn server_lines(&self) -> impl Iterator<Item = &ServerLine> {
        tables::SERVER_LINES.rows.iter().chain(&self.additions.server_lines)
    }

    /// A release line by its number. What the user says of a line takes the place of what is compiled in.
    #[must_use]
    pub fn server_line(&self, line: Line) -> Option<&ServerLine> {
        let mut rows = self.additions.server_lines.iter().chain(tables::SERVER_LINES.rows.iter());
        let written = line.written();
        rows.find(|row| written.is(row.line.as_str()))
    }

    /// The oldest release line that is still offered; everything below it is not.
    #[must_use]
    pub fn oldest_offered_line(&self) -> Option<Line> {
        tables::SERVER_LINES
            .rows
            .iter()
            .filter(|row| row.offered)
            .filter_map(|row| ServerVersion::parse_line(row.line.as_str()))
            .min()
    }

    /// Whether the service still creates clusters of a line. One that is not in the catalogue counts as offered when it
    /// is newer than the oldest that is.
    #[must_use]
    pub fn offers_line(&self, line: Line) -> bool {
        let newer = || self.oldest_offered_line().is_none_or(|oldest| line >= oldest);
        self.server_line(line).map_or_else(newer, |row| row.offered)
    }

    /// The line to use for a new cluster: offered, long-term support, documented as creatable, and the one whose
    /// support lasts longest from the given day on.
    #[must_use]
    pub fn recommended_line(&self, today: Date) -> Option<&'static ServerLine> {
        tables::SERVER_LINES
            .rows
            .iter()
            .filter(|row| row.offered && row.kind == LineKind::Lts && row.documented_by.iter().next().is_some())
            .filter(|row| is_supported(row, today))
            .max_by_key(|row| last_supported_day(row))
    }

    // ---- packages

    /// The npm packages that provide these resources, and those that are mistaken for one.
    pub fn packages(&self) -> impl Iterator<Item = &'static Package> {
        self.rows()
    }

    /// The package to import for a namespace.
    #[must_use]
    pub fn package_of(&self, namespace: &str) -> Option<&'static Package> {
        self.packages().find(|row| row.exists && row.namespace.as_str() == namespace)
    }

    // ---- backups

    /// A macro of cron by its name in any case.
    #[must_use]
    pub fn schedule_macro(&self, name: &str) -> Option<&'static ScheduleMacro> {
        self.rows::<ScheduleMacro>().find(|row| row.id.as_str().eq_ignore_ascii_case(name.trim()))
    }

    /// The variables of backup descriptions.
    pub fn template_variables(&self) -> impl Iterator<Item = &'static TemplateVariable> {
        self.rows()
    }

    /// Limits of scheduled backups.
    #[must_use]
    pub fn backup_limits(&self) -> Option<&'static BackupLimits> {
        self.rows().next()
    }
}

/// The last day on which a line is supported, where a date is known.
#[must_use]
pub fn last_supported_day(line: &ServerLine) -> Option<Date> {
    Date::parse(line.supported_until.as_ref()?.as_str())
}

/// Whether a line is supported on a day, as far as a date is known.
#[must_use]
pub fn is_supported(line: &ServerLine, today: Date) -> bool {
    last_supported_day(line).is_none_or(|last| today <= last)
}

impl Cloud {
    /// Its name as the provider accepts it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Aws => "aws",
            Self::Gcp => "gcp",
            Self::Azure => "azure",
        }
    }

    /// Whether a region code is spelled as this cloud spells them.
    #[must_use]
    pub fn spells(self, region: &str) -> bool {
        match self {
            Self::Aws => region::is_aws_spelling(region),
            Self::Gcp => region::is_gcp_spelling(region),
            Self::Azure => region::is_azure_spelling(region),
        }
    }
}

impl DiskType {
    /// The minimum of provisioned IOPS together with a throughput in MB/s. `None` for disks without
    /// such settings; a throughput outside their range counts as not written.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked first")]
    pub fn min_iops(&self, throughput: Option<f64>) -> Option<u32> {
        let (iops, range) = (self.iops?, self.throughput?);
        let written = throughput.filter(|t| (f64::from(range.min)..=f64::from(range.max)).contains(t));
        let each = self.min_iops_per_mbps.unwrap_or(0);
        let needed = written.map_or(0, |throughput| throughput.ceil() as u32 * each);
        Some(needed.clamp(iops.min, iops.max))
    }
}

impl LineKind {
    /// What it is, in words that fit after a version.
    #[must_use]
    pub const fn described(self) -> &'static str {
        match self {
            Self::Lts => "a line with long-term support",
            Self::Sts => "a line with short-term support",
            Self::Standard => "a line from before long-term support",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disk_types_are_found_by_the_names_of_their_clouds() {
        let catalogue = Catalogue::default();
        let found = |text| catalogue.disk_type_by_spelling(text).map(|row| row.id.as_str());
        assert_eq!((found("pd-ssd"), found("GP-3")), (Some("ssd"), Some("gp3")));
        for text in ["Premium_LRS", "Premium SSD LRS"] {
            assert_eq!(found(text), Some("premium-ssd-lrs"), "{text}");
        }
        for text in ["gp2", "io2", "", "-"] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn regions_of_other_clouds_have_a_counterpart_in_the_same_place() {
        let catalogue = Catalogue::default();
        let found = |cloud, text| match catalogue.region_near(cloud, text) {
            Near::SamePlace(row) => Some(row.id.as_str()),
            Near::Nearest(..) | Near::TooFar | Near::NoRegion => None,
        };
        for (cloud, text, expected) in [
            (Cloud::Aws, "germanywestcentral", Some("eu-central-1")),
            (Cloud::Aws, "West Europe", None),
            (Cloud::Azure, "us-east-1", Some("eastus")),
            (Cloud::Azure, "europe-west4", Some("westeurope")),
            (Cloud::Gcp, "eu-west-2", Some("europe-west2")),
            (Cloud::Gcp, "europe-west2", None),
            (Cloud::Gcp, "mars", None),
        ] {
            assert_eq!(found(cloud, text), expected, "{text}");
        }
    }

    #[test]
    fn ratings_have_a_smallest_size() {
        let catalogue = Catalogue::default();
        let smallest = |rating| catalogue.smallest_rated(rating).map(|row| row.id.as_str());
        assert_eq!((smallest(Rating::LightProduction), smallest(Rating::Production)), (Some("M16"), Some("M32")));
    }
}
