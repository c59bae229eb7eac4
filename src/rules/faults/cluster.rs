//! What the properties of a managed cluster are, and what can be wrong with them.

use crate::catalogue::rows::{CloudRow, DiskType, InstanceType, Range, ServerLine, Topology};
use crate::model::kind::PropertyId;
use crate::model::resource::Resource;
use crate::value::date::Date;
use crate::value::server_version::Line;

/// The name has no visible character.
#[derive(Debug)]
pub struct BlankName;

/// A property is set that the service computes.
#[derive(Debug)]
pub struct Computed {
    pub id: PropertyId,
    pub name: &'static str,
    /// Whether it is that of the network.
    pub is_of_network: bool,
}

/// What is wrong with a value of a closed list: as it is written, and as the list has it.
#[derive(Debug)]
pub enum ChoiceFault<'a> {
    /// The list does not have it.
    Unknown(&'a str),
    /// It has white space around it.
    Padded(&'a str, &'a str),
    /// Its case is another.
    Case(&'a str, &'a str),
}

/// What is wrong with `diskType`.
#[derive(Debug)]
pub enum DiskTypeFault<'a> {
    /// It is none; it may be what others call one.
    Unknown(&'a str, Option<&'a DiskType>),
    /// It has white space around it.
    Padded(Disk<'a>),
    /// Its case is another, and that matters.
    Case(Disk<'a>),
}

/// A production cluster has one node.
#[derive(Debug)]
pub struct SingleNode(pub &'static Topology);

/// Why an instance type is not fit for production.
#[derive(Debug)]
pub enum RatingFault<'a> {
    /// It is burstable.
    Burstable(&'a InstanceType),
    /// It is rated for development.
    Development(&'a InstanceType),
}

/// A production cluster is not protected.
#[derive(Debug)]
pub struct Unprotected;

/// The disk type that is meant.
#[derive(Clone, Copy, Debug)]
pub struct Disk<'a> {
    /// As the user wrote it.
    pub written: &'a str,
    pub row: &'a DiskType,
}

/// The disk type is no longer supported; the other one replaces it.
#[derive(Debug)]
pub struct Retired<'a>(pub Disk<'a>, pub &'a DiskType);

/// The disk type is one of another cloud than that of the network.
#[derive(Debug)]
pub struct OtherCloud<'a> {
    pub disk: Disk<'a>,
    pub net: &'a Resource,
    pub cloud: &'static CloudRow,
}

/// The provider does not accept the size of the disk.
#[derive(Debug)]
pub struct SizeOutOfRange(pub f64, pub Range);

/// The size of the disk is below the minimum of its type.
#[derive(Debug)]
pub struct BelowMinimum<'a>(pub f64, pub &'a DiskType);

/// A disk of this size is slow; the other number is the size to have.
#[derive(Debug)]
pub struct Slow<'a>(pub f64, pub &'a DiskType, pub u32);

/// A number has a fraction.
#[derive(Debug)]
pub struct Fraction {
    pub written: f64,
    /// Whether the provider cuts it off; else it refuses the number.
    pub is_cut: bool,
}

/// The disk type requires a setting in a range, and it is not given.
#[derive(Debug)]
pub struct MissingSetting<'a>(pub &'a DiskType, pub Range);

/// A setting is outside the range of the disk type.
#[derive(Debug)]
pub struct SettingOutOfRange<'a>(pub f64, pub &'a DiskType, pub Range);

/// The disk type does not have a setting that is given.
#[derive(Debug)]
pub struct NotConfigurable<'a>(pub &'a DiskType);

/// The release line that is meant.
#[derive(Clone, Copy, Debug)]
pub struct Release<'a> {
    /// As the user wrote it.
    pub written: &'a str,
    pub line: Line,
}

/// What is wrong with how `serverVersion` is written.
#[derive(Debug)]
pub enum VersionFault<'a> {
    /// It is a number.
    Number(f64),
    /// It is no version; it may mean a release line that is offered.
    Malformed(&'a str, Option<Line>),
    /// It is a patch of a release line.
    Patch(Release<'a>),
}

/// Why a release line is of no use for a new cluster.
#[derive(Debug)]
pub enum SupportFault<'a> {
    /// The service no longer offers it.
    NotOffered(Release<'a>),
    /// Its support has ended.
    OutOfSupport(&'a ServerLine, Date),
}

/// Nothing documents that the service offers the release line.
#[derive(Debug)]
pub struct Undocumented<'a> {
    pub release: Release<'a>,
    /// What the catalogue has of it.
    pub row: Option<&'a ServerLine>,
    /// The known release line that lost its last digit, a zero, when it was written as a number.
    pub whole: Option<Line>,
}

/// The release line has no long-term support.
#[derive(Debug)]
pub struct ShortSupport<'a>(pub Release<'a>, pub &'a ServerLine);

/// The support of the release line ends within this many months.
#[derive(Debug)]
pub struct EndsSoon<'a> {
    pub row: &'a ServerLine,
    pub last: Date,
    pub months: u16,
}

/// What is wrong with `serverVersionTag`.
#[derive(Debug)]
pub enum TagFault<'a> {
    /// It has no visible character.
    Blank,
    /// It is no patch; it may be a release line.
    NotAPatch(&'a str, Option<Line>),
    /// It is one, which has no effect before the cluster exists.
    NoEffect,
}
