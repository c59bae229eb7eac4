//! What is asked of the address planner, as the caller wrote it.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use serde::Deserialize;
use validator::Validate;

use super::limits::{Limits, MAX_ITEMS, MAX_OVERLAPPING, MAX_PEERS, MAX_POOLS};
use super::size::{self, Size};
use super::wanted::{Growth, Wanted};
use crate::catalogue::Catalogue;
use crate::catalogue::rows::{CidrRole, Cloud};
use crate::collect;
use crate::model::raw::Raw;
use crate::model::request::{self, InputError, Integer, List, Name};
use crate::net::{Cidr, each_overlap, first_overlaps};
use crate::value::spelling::{all_of, did_you_mean, nearest, one_of, quoted};

/// The networks that need CIDR blocks, and the pools that these come from.
#[derive(Debug, Deserialize, Validate)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct AddressRequest {
    /// CIDR blocks that networks come from: private, not overlapping each other.
    #[validate(length(
        min = 1,
        max = MAX_POOLS,
        message = "must not be empty; add a CIDR block such as `10.20.0.0/16`"
    ))]
    pools: List<NamedCidr>,
    /// CIDR blocks that no new network may overlap, such as those of your own networks. One with the name of a peer is also
    /// what the peerings with it route to.
    #[validate(length(max = MAX_ITEMS))]
    reserved: Option<List<NamedCidr>>,
    /// Whether CIDR blocks of the catalogue that are known to clash, such as Docker's bridge, are reserved too. Default: true.
    reserve_notable: Option<bool>,
    /// The last plan, or as much of it as counts: nothing that still exists moves. Keep it in a committed file or in an output
    /// of the stack.
    #[validate(nested)]
    #[cfg_attr(
        feature = "bindings",
        ts(optional, type = "AddressPlan | { networks: { name: string; cidrBlock: string }[] }")
    )]
    existing: Option<ExistingPlan>,
    /// The networks, in the order in which they get CIDR blocks: one added at the end moves none before it.
    #[validate(length(max = MAX_ITEMS), nested)]
    requests: List<NetworkRequest>,
}

/// A CIDR block, as a string or with a name.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "NamedCidr", untagged, optional_fields))]
#[serde(
    rename = "a CIDR block such as `10.20.0.0/16`, or an object with `cidrBlock` and `name`",
    rename_all = "lowercase",
    rename_all_fields = "camelCase"
)]
pub enum NamedCidr {
    /// Without a name.
    String(Cidr),
    /// With a name.
    Object {
        /// The CIDR block.
        cidr_block: Cidr,
        /// Its name.
        name: Option<Name>,
    },
}

/// The last plan.
#[derive(Debug, Deserialize, Validate)]
#[serde(rename = "Plan: ok, released, moved, unplaced, diagnostics, free, pools, routes, peers")]
struct ExistingPlan {
    #[validate(length(max = MAX_ITEMS))]
    networks: Option<List<ExistingNetwork>>,
}

/// A network of the last plan.
#[derive(Debug, Deserialize)]
#[serde(
    rename = "Network: cloud, region, first, last, size, prefixLength, pool, status, before, after, reasons, args",
    rename_all = "camelCase"
)]
struct ExistingNetwork {
    name: Name,
    cidr_block: Cidr,
    overlaps: Option<Vec<String>>,
}

/// One network that needs a CIDR block: its size is one of `prefixLength`, `clusters` and `like`.
#[derive(Debug, Deserialize, Validate)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct NetworkRequest {
    /// Its name in the plan.
    name: Name,
    /// Its cloud, whose limits apply then.
    cloud: Option<Cloud>,
    /// Its region, for the args.
    region: Option<Name>,
    /// Prefix length of its CIDR block, 8 to 24; on AWS 16 to 24.
    prefix_length: Option<Integer>,
    /// Number of clusters that it has room for.
    clusters: Option<Integer>,
    /// As large as the network of this name.
    like: Option<Name>,
    /// The pool that it comes from, by name. Default: any.
    pool: Option<Name>,
    /// Names of your own networks that it is peered with. Default: it may be peered with any.
    #[validate(length(max = MAX_PEERS))]
    peers: Option<List<Name>>,
    /// Whether it gets another CIDR block if it needs a larger one than it has, which replaces the network. Default: `refuse`.
    #[cfg_attr(feature = "bindings", ts(inline))]
    growth: Option<Growth>,
    /// Whether it may share addresses with another network that allows it and has no peer in common. Default: `never`.
    #[cfg_attr(feature = "bindings", ts(inline))]
    overlap: Option<Overlap>,
}

/// Whether a network may share addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
enum Overlap {
    Never,
    Allowed,
}

/// A valid request: names are unique, sizes are known, CIDR blocks that must not overlap do not.
#[derive(Clone, Debug)]
pub(super) struct Request {
    pub pools: Vec<Pool>,
    /// The user's in their order, then those of the catalogue.
    pub reserved: Vec<Reserved>,
    /// What exists, by name.
    pub existing: Rc<BTreeMap<String, Existing>>,
    pub wanted: Vec<Wanted>,
}

#[derive(Clone, Debug)]
pub(super) struct Pool {
    pub name: String,
    pub cidr: Cidr,
}

#[derive(Clone, Debug)]
pub(super) struct Reserved {
    pub cidr: Cidr,
    pub name: Option<String>,
    /// Whether the catalogue has it, and not the request.
    pub is_notable: bool,
}

impl Reserved {
    /// What it is, in a message.
    pub fn described(&self) -> String {
        let name = self.name.as_ref().map_or_else(String::new, |name| format!(" of {}", quoted(name)));
        format!("the reserved CIDR block `{}`{name}", self.cidr)
    }
}

#[derive(Debug)]
pub(super) struct Existing {
    pub cidr: Cidr,
    /// Its index in the array.
    index: usize,
    /// The networks that the last plan let it share addresses with.
    overlaps: BTreeSet<String>,
}

impl Request {
    pub fn read(request: &Raw, catalogue: &Catalogue) -> Result<Self, InputError> {
        let request: AddressRequest = request::read(request, "request")?;
        Self::of(request, catalogue).map_err(|error| error.inside("request"))
    }

    fn of(request: AddressRequest, catalogue: &Catalogue) -> Result<Self, InputError> {
        let pools = pools(request.pools.0, catalogue)?;
        let reserved = request.reserved.map_or_else(Vec::new, |reserved| reserved.0);
        let mut reserved: Vec<Reserved> = reserved.into_iter().map(Reserved::from).collect();
        if request.reserve_notable.unwrap_or(true) {
            for role in [CidrRole::Docker, CidrRole::Unroutable] {
                let blocks = catalogue.notable_cidrs(role);
                reserved.extend(blocks.map(|(cidr, row)| Reserved {
                    cidr,
                    name: Some(row.name.to_string()),
                    is_notable: true,
                }));
            }
        }
        let wanted = wanted(request.requests.0, &pools, catalogue)?;
        let existing = existing(request.existing, catalogue)?;
        check_overlaps(&existing, &wanted)?;
        Ok(Self { pools, reserved, existing: Rc::new(existing), wanted })
    }
}

impl From<NamedCidr> for Reserved {
    fn from(block: NamedCidr) -> Self {
        match block {
            NamedCidr::String(cidr) => Self { cidr, name: None, is_notable: false },
            NamedCidr::Object { cidr_block, name } => {
                Self { cidr: cidr_block, name: name.map(|name| name.0), is_notable: false }
            }
        }
    }
}

fn pools(given: Vec<NamedCidr>, catalogue: &Catalogue) -> Result<Vec<Pool>, InputError> {
    let private: Vec<Cidr> = catalogue.cidr_blocks(CidrRole::Private).collect();
    let mut pools: Vec<Pool> = Vec::new();
    let mut names = BTreeSet::new();
    let mut keys = Vec::new();
    for (i, block) in given.into_iter().enumerate() {
        let key = if matches!(block, NamedCidr::String(_)) { "" } else { "cidrBlock" };
        let Reserved { cidr, name, .. } = block.into();
        let invalid = |key, reason| InputError::new(key, reason).at(i).inside("pools");
        if !private.iter().any(|private| private.contains(cidr)) {
            let private: Vec<String> = private.iter().map(Cidr::to_string).collect();
            let private = one_of(&private);
            let reason = format!("`{cidr}` is not inside private address space; use a CIDR block inside {private}");
            return Err(invalid(key, reason));
        }
        let name = name.unwrap_or_else(|| cidr.to_string());
        // Two pools of one CIDR block without names have one name too; that they overlap is what is wrong with them.
        if !names.insert(name.clone()) && pools.iter().all(|other| !other.cidr.overlaps(cidr)) {
            return Err(invalid("name", format!("duplicate pool name {}", quoted(&name))));
        }
        pools.push(Pool { name, cidr });
        keys.push(key);
    }
    let cidrs: Vec<Cidr> = pools.iter().map(|pool| pool.cidr).collect();
    for (i, ((pool, key), other)) in pools.iter().zip(keys).zip(first_overlaps(&cidrs)).enumerate() {
        if let Some(other) = other.and_then(|index| pools.get(index)) {
            let reason = format!("`{}` overlaps the pool {}", pool.cidr, quoted(&other.name));
            return Err(InputError::new(key, reason).at(i).inside("pools"));
        }
    }
    Ok(pools)
}

fn existing(plan: Option<ExistingPlan>, catalogue: &Catalogue) -> Result<BTreeMap<String, Existing>, InputError> {
    let largest = Limits::of(None, catalogue).min;
    let networks = plan.and_then(|plan| plan.networks).map_or_else(Vec::new, |networks| networks.0);
    let mut existing: BTreeMap<String, Existing> = BTreeMap::new();
    for (index, ExistingNetwork { name, cidr_block: cidr, overlaps }) in networks.into_iter().enumerate() {
        let invalid = |key, reason| InputError::new(key, reason).at(index).inside("existing.networks");
        if cidr.prefix_length() < largest {
            let reason = format!("`{cidr}` is larger than a /{largest}, the largest CIDR block of a network");
            return Err(invalid("cidrBlock", reason));
        }
        let overlaps = collect::set(overlaps.unwrap_or_default());
        let duplicate = || invalid("name", format!("duplicate network name {}", quoted(&name.0)));
        if existing.contains_key(&name.0) {
            return Err(duplicate());
        }
        existing.insert(name.0, Existing { cidr, index, overlaps });
    }
    Ok(existing)
}

/// Checks that existing CIDR blocks overlap only where the last plan or this request allows it.
fn check_overlaps(existing: &BTreeMap<String, Existing>, wanted: &[Wanted]) -> Result<(), InputError> {
    let named: Vec<(&String, &Existing)> =
        collect::sorted_by(existing.iter().collect(), |(_, a), (_, b)| a.index.cmp(&b.index));
    let cidrs: Vec<Cidr> = named.iter().map(|(_, existing)| existing.cidr).collect();
    let sharing =
        collect::set(wanted.iter().filter(|wanted| wanted.overlap_allowed).map(|wanted| wanted.name.as_str()));
    each_overlap(&cidrs, |a, b| {
        let (Some((first, one)), Some((second, other))) = (named.get(a.min(b)), named.get(a.max(b))) else {
            return Ok(());
        };
        let listed = one.overlaps.contains(*second) || other.overlaps.contains(*first);
        let asked = || sharing.contains(first.as_str()) && sharing.contains(second.as_str());
        if listed || asked() {
            return Ok(());
        }
        Err(InputError::new(
            format!("existing.networks[{}].cidrBlock", other.index),
            format!(
                "`{}` overlaps `{}` of the network {}, and the two may not share addresses",
                other.cidr,
                one.cidr,
                quoted(first)
            ),
        ))
    })
}

fn wanted(given: Vec<NetworkRequest>, pools: &[Pool], catalogue: &Catalogue) -> Result<Vec<Wanted>, InputError> {
    let pool_indexes = collect::map(pools.iter().enumerate().map(|(index, pool)| (pool.name.as_str(), index)));
    let mut wanted: Vec<Wanted> = Vec::new();
    let mut sizes: Vec<Size> = Vec::new();
    let mut indexes: BTreeMap<String, usize> = BTreeMap::new();
    let mut sharing = 0_usize;
    for (index, network) in given.into_iter().enumerate() {
        let invalid = |error: InputError| error.at(index).inside("requests");
        let (one, size) = read_wanted(network, &pool_indexes, catalogue).map_err(invalid)?;
        if let Some(other) = indexes.insert(one.name.clone(), index) {
            let name = quoted(&one.name);
            let reason = format!("duplicate network name {name}; `request.requests[{other}]` has it too");
            return Err(invalid(InputError::new("name", reason)));
        }
        sharing += usize::from(one.overlap_allowed);
        if sharing > MAX_OVERLAPPING {
            let reason =
                format!("`allowed` is set for too many networks; at most {MAX_OVERLAPPING} may share addresses");
            return Err(invalid(InputError::new("overlap", reason)));
        }
        wanted.push(one);
        sizes.push(size);
    }
    size::resolve(&mut wanted, &sizes, &indexes, catalogue)?;
    Ok(wanted)
}

fn read_wanted(
    network: NetworkRequest,
    pools: &BTreeMap<&str, usize>,
    catalogue: &Catalogue,
) -> Result<(Wanted, Size), InputError> {
    let size = read_size(&network, Limits::of(network.cloud, catalogue))?;
    let pool = network.pool.map(|name| pool(&name.0, pools)).transpose()?;
    let peers = network.peers.map(|names| peers(names.0)).transpose()?;
    let overlap_allowed = network.overlap == Some(Overlap::Allowed);
    if overlap_allowed && peers.is_none() {
        let reason = "`allowed` requires `peers`; a network without `peers` may be peered with any network";
        return Err(InputError::new("overlap", reason));
    }
    let wanted = Wanted {
        name: network.name.0,
        cloud: network.cloud,
        region: network.region.map(|name| region(network.cloud, name.0, catalogue)).transpose()?,
        // The prefix length and its reason follow when all names are known.
        prefix_length: 32,
        size_reason: None,
        like: match &size {
            Size::Like(name) => Some(name.clone()),
            _ => None,
        },
        is_new: false,
        pool,
        peers: peers.map(Rc::new),
        growth: network.growth.unwrap_or(Growth::Refuse),
        overlap_allowed,
    };
    Ok((wanted, size))
}

#[expect(clippy::cast_possible_truncation, reason = "a prefix length is at most 32")]
fn read_size(network: &NetworkRequest, limits: Limits) -> Result<Size, InputError> {
    match (network.prefix_length, network.clusters, &network.like) {
        (Some(length), None, None) => match length.within(limits.min.into(), limits.max.into()) {
            Ok(length) => Ok(Size::PrefixLength(length as u8)),
            Err(error) => Err(error.inside("prefixLength")),
        },
        (None, Some(clusters), None) => {
            let clusters = clusters.within(1, limits.max_clusters());
            clusters.map(Size::Clusters).map_err(|error| error.inside("clusters"))
        }
        (None, None, Some(like)) => Ok(Size::Like(like.0.clone())),
        (None, None, None) => Err(InputError::new("", "has no size; set `prefixLength`, `clusters` or `like`")),
        (length, clusters, like) => {
            let keys = [("prefixLength", length.is_some()), ("clusters", clusters.is_some()), ("like", like.is_some())];
            let keys: Vec<&str> = keys.into_iter().filter_map(|(key, is_given)| is_given.then_some(key)).collect();
            Err(InputError::new("", format!("has {}; set only one of them", all_of(&keys))))
        }
    }
}

/// The code of a region, as builders write it. What a cloud cannot have, they refuse; what the catalogue does not have, they
/// leave as it is.
fn region(cloud: Option<Cloud>, written: String, catalogue: &Catalogue) -> Result<String, InputError> {
    let Some(cloud) = cloud else { return Ok(written) };
    let lower = written.trim().to_lowercase();
    let known = catalogue.region(cloud, &written).or_else(|| catalogue.region(cloud, &lower));
    let by_name = || (cloud == Cloud::Azure).then(|| catalogue.region_by_spelling(cloud, &lower)).flatten();
    if let Some(row) = known.or_else(by_name) {
        return Ok(row.id.to_string());
    }
    let name = catalogue.cloud_row(cloud).map_or("the cloud", |row| row.name.as_str());
    if !cloud.spells(&lower) || catalogue.partition(cloud, &lower).is_some() {
        let meant = did_you_mean(catalogue.nearest_region(cloud, &lower).map(|row| quoted(row.id.as_str())));
        let reason = format!("{} is not a region in which {name} can have networks{meant}", quoted(&written));
        return Err(InputError::new("region", reason));
    }
    Ok(written)
}

fn pool(name: &str, pools: &BTreeMap<&str, usize>) -> Result<usize, InputError> {
    pools.get(name).copied().ok_or_else(|| {
        let meant = did_you_mean(nearest(name, pools.keys().copied()).map(quoted));
        InputError::new("pool", format!("unknown pool {}{meant}", quoted(name)))
    })
}

fn peers(names: Vec<Name>) -> Result<BTreeSet<String>, InputError> {
    let mut peers = BTreeSet::new();
    for (i, Name(peer)) in names.into_iter().enumerate() {
        if peers.contains(&peer) {
            return Err(InputError::new("", format!("duplicate peer {}", quoted(&peer))).at(i).inside("peers"));
        }
        peers.insert(peer);
    }
    Ok(peers)
}
