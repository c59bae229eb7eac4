//! What the properties of a network are, and what can be wrong with them.

use crate::catalogue::rows::{CloudRow, Partition, Range, Region};
use crate::net::{Cidr, CidrError};
use crate::rules::faults::region::Misspelled;

/// What is wrong with `resourceProvider`.
#[derive(Debug)]
pub enum CloudFault<'a> {
    /// It is no cloud, or has white space around it, which the provider does not trim.
    Unknown(&'a str),
    /// Its case is another.
    Spelling(&'a str, &'static CloudRow),
}

/// A region whose cloud is known.
#[derive(Clone, Copy, Debug)]
pub struct CloudRegion<'a> {
    pub cloud: &'static CloudRow,
    /// As the user wrote it.
    pub written: &'a str,
    /// What the catalogue has under this code or, on Azure, under this display name.
    pub row: Option<&'a Region>,
}

/// What is wrong with how `region` is written.
#[derive(Debug)]
pub enum RegionFault<'a> {
    /// Its cloud spells regions in another way.
    Spelling(Misspelled<'a>),
    /// It is in a partition of its cloud where the service is not offered.
    Isolated(CloudRegion<'a>, &'static Partition),
    /// The catalogue does not have it.
    Unknown {
        region: CloudRegion<'a>,
        /// The region that it is another spelling of.
        same: Option<&'a Region>,
        /// The region with the nearest spelling.
        near: Option<&'a Region>,
    },
    /// It has the code of a region in another case, or white space around it.
    Case(CloudRegion<'a>, &'a Region),
    /// It is the name of a region that people read.
    DisplayName(CloudRegion<'a>, &'a Region),
}

/// What a region of the catalogue lacks.
#[derive(Debug)]
pub enum OfferFault<'a> {
    /// It must first be enabled.
    NotEnabled(CloudRegion<'a>, &'a Region),
    /// It has fewer than three zones.
    TooFewZones(CloudRegion<'a>, &'a Region),
}

/// The CIDR block has no visible character.
#[derive(Debug)]
pub struct EmptyBlock {
    /// Whether the network is public, if that is known.
    pub is_public: Option<bool>,
}

/// A CIDR block that is meant.
#[derive(Clone, Copy, Debug)]
pub struct Block<'a> {
    /// As the user wrote it.
    pub text: &'a str,
    pub cidr: Cidr,
    /// Whether bits are set after its prefix.
    pub has_host_bits: bool,
}

/// What is wrong with `cidrBlock`.
#[derive(Debug)]
pub enum CidrBlockFault<'a> {
    /// It is no CIDR block.
    Invalid(&'a str, CidrError),
    /// The provider does not accept its prefix length.
    PrefixLength(Block<'a>, Range),
}

/// The cloud has no networks as large as the CIDR block.
#[derive(Debug)]
pub struct TooLargeForCloud<'a>(pub Block<'a>, pub &'static CloudRow);

/// Bits are set after the prefix of the CIDR block.
#[derive(Debug)]
pub struct HostBits<'a>(pub Block<'a>);

/// The CIDR block is not in private address space.
#[derive(Debug)]
pub struct NotPrivate<'a>(pub Block<'a>);

/// A private network has no CIDR block.
#[derive(Debug)]
pub struct NoBlock;

/// A public network has a CIDR block, which is written so.
#[derive(Debug)]
pub struct BlockOfPublic<'a>(pub &'a str);

/// Nothing documents that the cloud has public networks.
#[derive(Debug)]
pub struct UndocumentedPublic(pub &'static CloudRow);
