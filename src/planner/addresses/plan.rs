//! The answer of the address planner.

use serde::Serialize;

use crate::catalogue::rows::Cloud;

/// Blocks for networks. It is also the lock: given to the next call as `existing`, none of its networks moves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AddressPlan {
    /// Whether every network has what it requests: nothing is unplaced and there are no diagnostics.
    pub ok: bool,
    /// The networks that have a CIDR block, in the order of the requests.
    pub networks: Vec<PlannedNetwork>,
    /// Networks that are no longer requested, in the order of their names. Their CIDR blocks are free again.
    pub released: Vec<ReleasedNetwork>,
    /// Networks that get another CIDR block, which replaces them and everything in them. The old CIDR blocks stay taken
    /// in this plan, since the old networks exist until the new ones do.
    pub moved: Vec<MovedNetwork>,
    /// Requests that found no room, in their order.
    pub unplaced: Vec<UnplacedNetwork>,
    /// What is not as requested, though every network keeps its CIDR block.
    pub diagnostics: Vec<AddressDiagnostic>,
    /// What is left of every pool.
    pub free: Vec<FreeCidrs>,
    /// How full every pool is.
    pub pools: Vec<PoolSummary>,
    /// What the networks of the user need to route to the planned ones, by network and peer.
    pub routes: Vec<PeeringRoute>,
    /// What the peerings need to route to the networks of the user: of every peer that has reserved CIDR blocks of its
    /// name.
    pub peers: Vec<PeerRoutes>,
}

/// Whether a network had its CIDR block before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum NetworkStatus {
    /// It keeps the CIDR block that it has.
    Kept,
    /// It had none.
    New,
    /// It had another one.
    Moved,
}

/// A network and its CIDR block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlannedNetwork {
    /// Its name in the request.
    pub name: String,
    /// Its cloud, where one is requested.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub cloud: Option<Cloud>,
    /// Its region, where one is requested.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub region: Option<String>,
    /// Its CIDR block.
    pub cidr_block: String,
    /// First address, which is the network address.
    pub first: String,
    /// Last address.
    pub last: String,
    /// Number of addresses.
    pub size: u32,
    /// Number of leading bits that all addresses share.
    pub prefix_length: u8,
    /// The pool that the CIDR block is inside of, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub pool: Option<String>,
    /// Whether it had its CIDR block before.
    pub status: NetworkStatus,
    /// The planned network before it in address order.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub before: Option<String>,
    /// The planned network after it in address order.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub after: Option<String>,
    /// The planned networks that share addresses with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "bindings", ts(optional, as = "Option<Vec<String>>"))]
    pub overlaps: Vec<String>,
    /// Why it has this CIDR block.
    pub reasons: Vec<String>,
    /// Args for the resource of the network.
    pub args: PlannedArgs,
}

/// The args of a network that the plan decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlannedArgs {
    /// The CIDR block.
    pub cidr_block: String,
    /// The cloud, where one is requested.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub resource_provider: Option<Cloud>,
    /// The region, where one is requested.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub region: Option<String>,
}

/// A network that is no longer requested.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ReleasedNetwork {
    /// Its name.
    pub name: String,
    /// The CIDR block that it had.
    pub cidr_block: String,
}

/// A network that gets another CIDR block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MovedNetwork {
    /// Its name.
    pub name: String,
    /// The CIDR block that it had.
    pub from: String,
    /// The CIDR block that it gets.
    pub to: String,
}

/// A request that found no room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct UnplacedNetwork {
    /// The name of the network.
    pub name: String,
    /// The prefix length that it needs.
    pub prefix_length: u8,
    /// Its cloud, where one is requested.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub cloud: Option<Cloud>,
    /// Number of addresses by which the largest free CIDR block is too small.
    pub missing: u32,
    /// The requested pool, else the one with the largest free CIDR block.
    pub pool: String,
    /// The largest free CIDR block of that pool, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub largest_free: Option<String>,
    /// What makes room for it.
    pub help: String,
}

/// Something that is not as requested.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct AddressDiagnostic {
    /// The name of the network, or of the peer.
    pub name: String,
    /// What is wrong: one sentence, in lower case, without the final stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// The maximum number of free CIDR blocks of a pool that are listed.
pub const MAX_FREE_CIDRS: usize = 1_000;

/// What is left of a pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FreeCidrs {
    /// Its name.
    pub pool: String,
    /// The free CIDR blocks: larger ones first, those of one size in address order, at most 1,000.
    pub cidr_blocks: Vec<String>,
    /// Number of free CIDR blocks, those that are not listed too.
    pub count: u32,
    /// Number of free addresses.
    pub size: u32,
}

/// How full a pool is, in addresses. `used`, `reserved` and `free` make up its size.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PoolSummary {
    /// Its name: what is given, else its CIDR block.
    pub name: String,
    /// Its CIDR block.
    pub cidr_block: String,
    /// Number of addresses.
    pub size: u32,
    /// Those that networks have and that are not reserved; old CIDR blocks of networks that move count too.
    pub used: u32,
    /// Those that are reserved.
    pub reserved: u32,
    /// Those that are left.
    pub free: u32,
    /// The largest free CIDR block, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub largest_free: Option<String>,
}

/// A route that a network of the user needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PeeringRoute {
    /// The planned network.
    pub network: String,
    /// The network of the user that is peered with it.
    pub peer: String,
    /// The CIDR block that the peer routes to the planned network.
    pub to_network: String,
}

/// The CIDR blocks of a peer: the `routes` of every peering with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PeerRoutes {
    /// Its name.
    pub peer: String,
    /// The reserved CIDR blocks that have its name, in address order.
    pub routes: Vec<String>,
}
