//! Limits of the CIDR blocks of networks, what a cluster needs of them, and how much is planned at once.

use crate::catalogue::Catalogue;
use crate::catalogue::rows::Cloud;

/// The maximum number of requests, of existing networks, and of reserved CIDR blocks in one plan.
pub const MAX_ITEMS: usize = 100_000;

/// The maximum number of pools in one plan.
pub const MAX_POOLS: usize = 256;

/// The maximum number of networks in one plan that may share addresses: each of them may have to be compared with all the others.
pub const MAX_OVERLAPPING: usize = 500;

/// The maximum number of peers of one network.
pub const MAX_PEERS: usize = 1_000;

/// Addresses that are planned for each cluster.
///
/// An assumption: no source says how many the service needs. A cluster has up to three nodes; a change of its size or
/// version may start their successors beside them, and two more are left for what the service puts in front of it.
pub const ADDRESSES_PER_CLUSTER: u32 = 8;

/// Addresses of every network that no cluster gets.
///
/// An assumption: the clouds keep up to five addresses of every subnet for themselves, and a network has a subnet in
/// each of three zones.
pub const ADDRESSES_KEPT_BY_CLOUD: u32 = 16;

/// Supported prefix lengths.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// That of the largest CIDR block.
    pub min: u8,
    /// That of the smallest CIDR block.
    pub max: u8,
}

impl Limits {
    /// Of a cloud, or of all clouds.
    pub fn of(cloud: Option<Cloud>, catalogue: &Catalogue) -> Self {
        let range = catalogue.address_limits().map(|limits| limits.network_prefix_length);
        let min = range.map_or(0, |range| range.min);
        let of_cloud = cloud.and_then(|cloud| catalogue.cloud_row(cloud)).map_or(min, |row| row.min_prefix_length);
        let length = |length: u32| length.min(32) as u8;
        Self { min: length(min.max(of_cloud)), max: length(range.map_or(32, |range| range.max)) }
    }

    /// Whether a prefix length is supported.
    pub fn contain(self, prefix_length: u8) -> bool {
        (self.min..=self.max).contains(&prefix_length)
    }

    /// The maximum number of clusters that a CIDR block is planned for.
    pub fn max_clusters(self) -> u32 {
        (addresses(self.min) - ADDRESSES_KEPT_BY_CLOUD) / ADDRESSES_PER_CLUSTER
    }

    /// The prefix length of the smallest supported CIDR block for a number of clusters.
    pub fn for_clusters(self, clusters: u32) -> u8 {
        let needed = clusters_need(clusters);
        let fitting = (self.min..=self.max).rev().find(|length| addresses(*length) >= needed);
        fitting.unwrap_or(self.min)
    }
}

/// Addresses that are planned for a number of clusters.
pub(super) const fn clusters_need(clusters: u32) -> u32 {
    clusters * ADDRESSES_PER_CLUSTER + ADDRESSES_KEPT_BY_CLOUD
}

/// Number of addresses of a CIDR block of a prefix length; of the whole address space one less than it has.
pub(super) fn addresses(prefix_length: u8) -> u32 {
    1_u32.checked_shl(32 - u32::from(prefix_length)).unwrap_or(u32::MAX)
}
