//! What is asked of the address planner, as the caller wrote it.

use std::collections::{BTreeMap, BTreeSet};

use super::limits::{Limits, MAX_ITEMS, MAX_OVERLAPPING, MAX_PEERS, MAX_POOLS};
use super::plan::{NETWORK_KEYS, PLAN_KEYS};
use super::size::{self, Size};
use super::wanted::{Growth, Wanted};
use crate::catalogue::Catalogue;
use crate::catalogue::rows::{CidrRole, Cloud};
use crate::collect;
use crate::model::document::{MAX_NAME, is_name};
use crate::model::raw::{Object, Raw};
use crate::model::reader::{
    InputError, choice, expected, known_keys, list, object, present, required, text, texts, whole,
};
use crate::net::{Cidr, each_overlap, first_overlaps};
use crate::value::spelling::{all_of, nearest, one_of, quoted};

/// A request that can be used: names are unique, sizes are known, blocks that must not overlap do not.
#[derive(Debug)]
pub(super) struct Request {
    pub pools: Vec<Pool>,
    /// The user's in their order, then those of the catalogue.
    pub reserved: Vec<Reserved>,
    /// What exists, by name.
    pub existing: BTreeMap<String, Existing>,
    pub wanted: Vec<Wanted>,
}

#[derive(Debug)]
pub(super) struct Pool {
    pub name: String,
    pub block: Cidr,
}

#[derive(Debug)]
pub(super) struct Reserved {
    pub block: Cidr,
    pub name: Option<String>,
}

impl Reserved {
    /// The block and whose it is.
    pub fn described(&self) -> String {
        let name = self.name.as_ref().map_or_else(String::new, |name| format!(" of {}", quoted(name)));
        format!("`{}`{name}", self.block)
    }
}

#[derive(Debug)]
pub(super) struct Existing {
    pub block: Cidr,
    /// Its place in the list.
    place: usize,
    /// The networks that the last plan let it share addresses with.
    overlaps: BTreeSet<String>,
}

const KEYS: [&str; 5] = ["pools", "reserved", "existing", "requests", "reserveNotable"];
const WANTED_KEYS: [&str; 10] =
    ["name", "cloud", "region", "prefixLength", "clusters", "like", "pool", "peers", "growth", "overlap"];

impl Request {
    pub fn read(request: &Raw, catalogue: &Catalogue) -> Result<Self, InputError> {
        let request = object(Some(request), "request")?;
        known_keys("request", request, &KEYS)?;
        let pools = pools(request.get("pools"), catalogue)?;
        let mut reserved = reserved(request.get("reserved"))?;
        if flag(request.get("reserveNotable"), "request.reserveNotable")?.unwrap_or(true) {
            for role in [CidrRole::Docker, CidrRole::Unroutable] {
                let named = |(block, row): (Cidr, &crate::catalogue::rows::NotableCidr)| Reserved {
                    block,
                    name: Some(row.name.to_string()),
                };
                reserved.extend(catalogue.notable_cidrs(role).map(named));
            }
        }
        let wanted = wanted(request.get("requests"), &pools, catalogue)?;
        let existing = existing(request.get("existing"), catalogue)?;
        check_overlaps(&existing, &wanted)?;
        Ok(Self { pools, reserved, existing, wanted })
    }
}

/// A list of at most some items.
fn bounded<'a>(value: Option<&'a Raw>, path: &str, most: usize) -> Result<&'a [Raw], InputError> {
    let items = list(value, path)?;
    let too_many =
        || InputError::new(path, format!("has {} items, more than the {most} that are planned", items.len()));
    if items.len() > most { Err(too_many()) } else { Ok(items) }
}

fn flag(value: Option<&Raw>, path: &str) -> Result<Option<bool>, InputError> {
    match value {
        None => Ok(None),
        Some(Raw::Boolean(flag)) => Ok(Some(*flag)),
        Some(other) => Err(expected(path, "a boolean", other)),
    }
}

fn name<'a>(value: Option<&'a Raw>, path: &str) -> Result<Option<&'a str>, InputError> {
    let Some(name) = text(value, path)? else { return Ok(None) };
    if !is_name(name) {
        return Err(InputError::new(path, format!("is longer than {MAX_NAME} characters")));
    }
    present(path, name).map(Some)
}

fn block(text: &str, path: &str) -> Result<Cidr, InputError> {
    Cidr::parse(text).map_err(|error| InputError::new(path, format!("is {}, which {error}", quoted(text))))
}

/// A block as text, or as an object with a name. What is refused has its path within this value.
fn named_block(value: &Raw) -> Result<(Cidr, Option<&str>), InputError> {
    match value {
        Raw::Text(text) => Ok((block(text, "")?, None)),
        Raw::Object(object) => {
            known_keys("", object, &["block", "name"])?;
            let text = required(text(object.get("block"), "block")?, "block")?;
            Ok((block(text, "block")?, name(object.get("name"), "name")?))
        }
        other => Err(expected("", "a block such as `10.20.0.0/16`, or an object with `block` and `name`", other)),
    }
}

/// What is refused in one item of a list, with its whole path. Lists are long, so paths are not written before.
fn refused_in(list: &str, place: usize, refused: InputError) -> InputError {
    let is_key = !refused.path.is_empty() && !refused.path.starts_with('[');
    let dot = if is_key { "." } else { "" };
    InputError { path: format!("{list}[{place}]{dot}{}", refused.path), ..refused }
}

fn pools(value: Option<&Raw>, catalogue: &Catalogue) -> Result<Vec<Pool>, InputError> {
    let items = bounded(Some(required(value, "request.pools")?), "request.pools", MAX_POOLS)?;
    if items.is_empty() {
        return Err(InputError::new(
            "request.pools",
            "is empty; networks need a block to come from, such as `10.20.0.0/16`",
        ));
    }
    let private: Vec<Cidr> = catalogue.blocks(CidrRole::Private).collect();
    let mut pools: Vec<Pool> = Vec::new();
    let mut names = BTreeSet::new();
    let mut paths = Vec::new();
    for (i, item) in items.iter().enumerate() {
        let (block, name) = named_block(item).map_err(|refused| refused_in("request.pools", i, refused))?;
        let path = format!("request.pools[{i}]");
        let block_path = if item.as_text().is_some() { path.clone() } else { format!("{path}.block") };
        if !private.iter().any(|private| private.contains(block)) {
            let private: Vec<String> = private.iter().map(Cidr::to_string).collect();
            return Err(InputError::new(
                block_path,
                format!("is `{block}`, which is not inside private address space: {}", one_of(&private)),
            ));
        }
        let name = name.map_or_else(|| block.to_string(), str::to_string);
        // Two pools of one block without names have one name too; that they overlap is what is wrong with them.
        if !names.insert(name.clone()) && pools.iter().all(|other| !other.block.overlaps(block)) {
            return Err(InputError::new(
                format!("{path}.name"),
                format!("is {}, the name of another pool", quoted(&name)),
            ));
        }
        pools.push(Pool { name, block });
        paths.push(block_path);
    }
    let blocks: Vec<Cidr> = pools.iter().map(|pool| pool.block).collect();
    for ((pool, path), other) in pools.iter().zip(paths).zip(first_overlaps(&blocks)) {
        if let Some(other) = other.and_then(|place| pools.get(place)) {
            return Err(InputError::new(
                path,
                format!("is `{}`, which overlaps the pool {}", pool.block, quoted(&other.name)),
            ));
        }
    }
    Ok(pools)
}

fn reserved(value: Option<&Raw>) -> Result<Vec<Reserved>, InputError> {
    let mut reserved = Vec::new();
    for (i, item) in bounded(value, "request.reserved", MAX_ITEMS)?.iter().enumerate() {
        let (block, name) = named_block(item).map_err(|refused| refused_in("request.reserved", i, refused))?;
        reserved.push(Reserved { block, name: name.map(str::to_string) });
    }
    Ok(reserved)
}

fn existing(value: Option<&Raw>, catalogue: &Catalogue) -> Result<BTreeMap<String, Existing>, InputError> {
    let plan = object(value, "request.existing")?;
    known_keys("request.existing", plan, &PLAN_KEYS)?;
    let largest = Limits::of(None, catalogue).min;
    let mut existing: BTreeMap<String, Existing> = BTreeMap::new();
    for (place, item) in bounded(plan.get("networks"), "request.existing.networks", MAX_ITEMS)?.iter().enumerate() {
        let path = format!("request.existing.networks[{place}]");
        let network = object(Some(item), &path)?;
        known_keys(&path, network, &NETWORK_KEYS)?;
        let name_path = format!("{path}.name");
        let name = required(name(network.get("name"), &name_path)?, name_path.as_str())?;
        let block_path = format!("{path}.block");
        let block = block(required(text(network.get("block"), &block_path)?, block_path.as_str())?, &block_path)?;
        if block.prefix_length() < largest {
            return Err(InputError::new(
                block_path,
                format!("is `{block}`, which is larger than a /{largest}, the largest block of a network"),
            ));
        }
        let overlaps = texts(network.get("overlaps"), &format!("{path}.overlaps"))?;
        let overlaps = collect::set(overlaps.into_iter().map(|(_, name)| name.to_string()));
        if existing.insert(name.to_string(), Existing { block, place, overlaps }).is_some() {
            return Err(InputError::new(name_path, format!("is {}, which exists already", quoted(name))));
        }
    }
    Ok(existing)
}

/// Refuses blocks that exist and overlap, unless the last plan or this request lets them.
fn check_overlaps(existing: &BTreeMap<String, Existing>, wanted: &[Wanted]) -> Result<(), InputError> {
    let named: Vec<(&String, &Existing)> =
        collect::sorted_by(existing.iter().collect(), |(_, a), (_, b)| a.place.cmp(&b.place));
    let blocks: Vec<Cidr> = named.iter().map(|(_, existing)| existing.block).collect();
    let sharing =
        collect::set(wanted.iter().filter(|wanted| wanted.overlap_allowed).map(|wanted| wanted.name.as_str()));
    each_overlap(&blocks, |a, b| {
        let (Some((first, one)), Some((second, other))) = (named.get(a.min(b)), named.get(a.max(b))) else {
            return Ok(());
        };
        let listed = one.overlaps.contains(*second) || other.overlaps.contains(*first);
        let asked = || sharing.contains(first.as_str()) && sharing.contains(second.as_str());
        if listed || asked() {
            return Ok(());
        }
        Err(InputError::new(
            format!("request.existing.networks[{}].block", other.place),
            format!(
                "is `{}`, which overlaps the `{}` of {}, and the two may not share addresses",
                other.block,
                one.block,
                quoted(first)
            ),
        ))
    })
}

fn wanted(value: Option<&Raw>, pools: &[Pool], catalogue: &Catalogue) -> Result<Vec<Wanted>, InputError> {
    let items = bounded(Some(required(value, "request.requests")?), "request.requests", MAX_ITEMS)?;
    let pool_places = collect::map(pools.iter().enumerate().map(|(place, pool)| (pool.name.as_str(), place)));
    let mut wanted: Vec<Wanted> = Vec::new();
    let mut sizes: Vec<Size> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut sharing = 0_usize;
    for (place, item) in items.iter().enumerate() {
        let path = format!("request.requests[{place}]");
        let (one, size) = read_wanted(item, &path, &pool_places, catalogue)?;
        if let Some(other) = places.insert(one.name.clone(), place) {
            let message = format!("is {}, the name of `request.requests[{other}]` too", quoted(&one.name));
            return Err(InputError::new(format!("{path}.name"), message));
        }
        sharing = sharing.saturating_add(usize::from(one.overlap_allowed));
        if sharing > MAX_OVERLAPPING {
            return Err(InputError::new(
                format!("{path}.overlap"),
                format!("is `allowed` for more than the {MAX_OVERLAPPING} networks that may share addresses"),
            ));
        }
        wanted.push(one);
        sizes.push(size);
    }
    size::resolve(&mut wanted, &sizes, &places, catalogue)?;
    Ok(wanted)
}

fn read_wanted(
    item: &Raw,
    path: &str,
    pools: &BTreeMap<&str, usize>,
    catalogue: &Catalogue,
) -> Result<(Wanted, Size), InputError> {
    let item = object(Some(item), path)?;
    known_keys(path, item, &WANTED_KEYS)?;
    let at = |key: &str| (item.get(key), format!("{path}.{key}"));
    let (value, name_path) = at("name");
    let name = required(name(value, &name_path)?, name_path)?.to_string();
    let (value, cloud_path) = at("cloud");
    let clouds: Vec<(&str, Cloud)> = catalogue.clouds().map(|row| (row.id.as_str(), row.id)).collect();
    let cloud = choice(value, &cloud_path, &clouds)?;
    let (value, region_path) = at("region");
    let region = self::name(value, &region_path)?.map(str::to_string);
    let size = read_size(item, path, Limits::of(cloud, catalogue))?;
    let (value, pool_path) = at("pool");
    let pool = match self::name(value, &pool_path)? {
        None => None,
        Some(name) => Some(pool(name, &pool_path, pools)?),
    };
    let peers = peers(item.get("peers"), &format!("{path}.peers"))?;
    let (value, growth_path) = at("growth");
    let growth = choice(value, &growth_path, &[("refuse", Growth::Refuse), ("move", Growth::Move)])?;
    let (value, overlap_path) = at("overlap");
    let overlap_allowed = choice(value, &overlap_path, &[("never", false), ("allowed", true)])?.unwrap_or(false);
    if overlap_allowed && peers.is_none() {
        let message = "is `allowed`, which needs `peers`: a network without them may be peered with anything";
        return Err(InputError::new(overlap_path, message));
    }
    let growth = growth.unwrap_or(Growth::Refuse);
    // The prefix length and its reason follow when all names are known.
    let wanted =
        Wanted { name, cloud, region, prefix_length: 32, size_reason: None, pool, peers, growth, overlap_allowed };
    Ok((wanted, size))
}

fn read_size(item: &Object, path: &str, limits: Limits) -> Result<Size, InputError> {
    let given: Vec<&str> = ["prefixLength", "clusters", "like"].into_iter().filter(|k| item.contains_key(k)).collect();
    let [key] = given.as_slice() else {
        let message = if given.is_empty() {
            "says no size: give `prefixLength`, `clusters` or `like`".to_string()
        } else {
            format!("says its size with {}: give one of them", all_of(&given))
        };
        return Err(InputError::new(path, message));
    };
    let (value, path) = (item.get(key), format!("{path}.{key}"));
    let size = match *key {
        "prefixLength" => whole(value, &path, limits.min.into(), limits.max.into())?
            .and_then(|length| u8::try_from(length).ok())
            .map(Size::PrefixLength),
        "clusters" => whole(value, &path, 1, limits.most_clusters())?.map(Size::Clusters),
        _ => name(value, &path)?.map(|name| Size::Like(name.to_string())),
    };
    required(size, path)
}

fn pool(name: &str, path: &str, pools: &BTreeMap<&str, usize>) -> Result<usize, InputError> {
    pools.get(name).copied().ok_or_else(|| {
        let meant = nearest(name, pools.keys().copied());
        let meant = meant.map_or_else(String::new, |meant| format!("; did you mean {}?", quoted(meant)));
        InputError::new(path, format!("is {}, which is the name of no pool{meant}", quoted(name)))
    })
}

fn peers(value: Option<&Raw>, path: &str) -> Result<Option<BTreeSet<String>>, InputError> {
    if value.is_none() {
        return Ok(None);
    }
    let mut peers = BTreeSet::new();
    for (i, item) in bounded(value, path, MAX_PEERS)?.iter().enumerate() {
        let path = format!("{path}[{i}]");
        let peer = name(Some(item), &path)?.unwrap_or_default();
        if !peers.insert(peer.to_string()) {
            return Err(InputError::new(path, format!("is {}, which is listed already", quoted(peer))));
        }
    }
    Ok(Some(peers))
}
