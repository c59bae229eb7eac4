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
    self, InputError, choice, expected, integer, known_keys, list, object, present, required, text, texts,
};
use crate::net::{Cidr, each_overlap, first_overlaps};
use crate::value::spelling::{all_of, did_you_mean, grouped, nearest, one_of, quoted};

/// A valid request: names are unique, sizes are known, CIDR blocks that must not overlap do not.
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
    pub cidr: Cidr,
}

#[derive(Debug)]
pub(super) struct Reserved {
    pub cidr: Cidr,
    pub name: Option<String>,
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
                let named = |(cidr, row): (Cidr, &crate::catalogue::rows::NotableCidr)| Reserved {
                    cidr,
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

/// An array with a maximum number of items.
fn bounded<'a>(value: Option<&'a Raw>, path: &str, max: usize) -> Result<&'a [Raw], InputError> {
    let items = list(value, path)?;
    let count = |number: usize| grouped(number as u64);
    if items.len() <= max {
        return Ok(items);
    }
    Err(InputError::new(path, format!("has {} items; at most {} are supported", count(items.len()), count(max))))
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
        return Err(InputError::new(path, format!("must be at most {MAX_NAME} characters long")));
    }
    present(path, name).map(Some)
}

/// A CIDR block as a string, or as an object with a name. The path of an error begins within this value.
fn named_cidr(value: &Raw) -> Result<(Cidr, Option<&str>), InputError> {
    match value {
        Raw::Text(text) => Ok((reader::cidr(text, "")?, None)),
        Raw::Object(object) => {
            known_keys("", object, &["cidrBlock", "name"])?;
            let text = required(text(object.get("cidrBlock"), "cidrBlock")?, "cidrBlock")?;
            Ok((reader::cidr(text, "cidrBlock")?, name(object.get("name"), "name")?))
        }
        other => {
            Err(expected("", "a CIDR block such as `10.20.0.0/16`, or an object with `cidrBlock` and `name`", other))
        }
    }
}

/// An error in one item of an array, with its whole path. Arrays are long, so paths are not written before.
fn error_in(list: &str, index: usize, error: InputError) -> InputError {
    let is_key = !error.path.is_empty() && !error.path.starts_with('[');
    let dot = if is_key { "." } else { "" };
    InputError { path: format!("{list}[{index}]{dot}{}", error.path), ..error }
}

fn pools(value: Option<&Raw>, catalogue: &Catalogue) -> Result<Vec<Pool>, InputError> {
    let items = bounded(Some(required(value, "request.pools")?), "request.pools", MAX_POOLS)?;
    if items.is_empty() {
        return Err(InputError::new("request.pools", "must not be empty; add a CIDR block such as `10.20.0.0/16`"));
    }
    let private: Vec<Cidr> = catalogue.cidr_blocks(CidrRole::Private).collect();
    let mut pools: Vec<Pool> = Vec::new();
    let mut names = BTreeSet::new();
    let mut paths = Vec::new();
    for (i, item) in items.iter().enumerate() {
        let (cidr, name) = named_cidr(item).map_err(|error| error_in("request.pools", i, error))?;
        let path = format!("request.pools[{i}]");
        let cidr_path = if item.as_text().is_some() { path.clone() } else { format!("{path}.cidrBlock") };
        if !private.iter().any(|private| private.contains(cidr)) {
            let private: Vec<String> = private.iter().map(Cidr::to_string).collect();
            return Err(InputError::new(
                cidr_path,
                format!("`{cidr}` is not inside private address space; use a CIDR block inside {}", one_of(&private)),
            ));
        }
        let name = name.map_or_else(|| cidr.to_string(), str::to_string);
        // Two pools of one CIDR block without names have one name too; that they overlap is what is wrong with them.
        if !names.insert(name.clone()) && pools.iter().all(|other| !other.cidr.overlaps(cidr)) {
            return Err(InputError::new(format!("{path}.name"), format!("duplicate pool name {}", quoted(&name))));
        }
        pools.push(Pool { name, cidr });
        paths.push(cidr_path);
    }
    let cidrs: Vec<Cidr> = pools.iter().map(|pool| pool.cidr).collect();
    for ((pool, path), other) in pools.iter().zip(paths).zip(first_overlaps(&cidrs)) {
        if let Some(other) = other.and_then(|index| pools.get(index)) {
            return Err(InputError::new(path, format!("`{}` overlaps the pool {}", pool.cidr, quoted(&other.name))));
        }
    }
    Ok(pools)
}

fn reserved(value: Option<&Raw>) -> Result<Vec<Reserved>, InputError> {
    let mut reserved = Vec::new();
    for (i, item) in bounded(value, "request.reserved", MAX_ITEMS)?.iter().enumerate() {
        let (cidr, name) = named_cidr(item).map_err(|error| error_in("request.reserved", i, error))?;
        reserved.push(Reserved { cidr, name: name.map(str::to_string) });
    }
    Ok(reserved)
}

fn existing(value: Option<&Raw>, catalogue: &Catalogue) -> Result<BTreeMap<String, Existing>, InputError> {
    let plan = object(value, "request.existing")?;
    known_keys("request.existing", plan, &PLAN_KEYS)?;
    let largest = Limits::of(None, catalogue).min;
    let mut existing: BTreeMap<String, Existing> = BTreeMap::new();
    for (index, item) in bounded(plan.get("networks"), "request.existing.networks", MAX_ITEMS)?.iter().enumerate() {
        let path = format!("request.existing.networks[{index}]");
        let network = object(Some(item), &path)?;
        known_keys(&path, network, &NETWORK_KEYS)?;
        let name_path = format!("{path}.name");
        let name = required(name(network.get("name"), &name_path)?, name_path.as_str())?;
        let cidr_path = format!("{path}.cidrBlock");
        let cidr =
            reader::cidr(required(text(network.get("cidrBlock"), &cidr_path)?, cidr_path.as_str())?, &cidr_path)?;
        if cidr.prefix_length() < largest {
            return Err(InputError::new(
                cidr_path,
                format!("`{cidr}` is larger than a /{largest}, the largest CIDR block of a network"),
            ));
        }
        let overlaps = texts(network.get("overlaps"), &format!("{path}.overlaps"))?;
        let overlaps = collect::set(overlaps.into_iter().map(|(_, name)| name.to_string()));
        if existing.insert(name.to_string(), Existing { cidr, index, overlaps }).is_some() {
            return Err(InputError::new(name_path, format!("duplicate network name {}", quoted(name))));
        }
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
            format!("request.existing.networks[{}].cidrBlock", other.index),
            format!(
                "`{}` overlaps `{}` of the network {}, and the two may not share addresses",
                other.cidr,
                one.cidr,
                quoted(first)
            ),
        ))
    })
}

fn wanted(value: Option<&Raw>, pools: &[Pool], catalogue: &Catalogue) -> Result<Vec<Wanted>, InputError> {
    let items = bounded(Some(required(value, "request.requests")?), "request.requests", MAX_ITEMS)?;
    let pool_indexes = collect::map(pools.iter().enumerate().map(|(index, pool)| (pool.name.as_str(), index)));
    let mut wanted: Vec<Wanted> = Vec::new();
    let mut sizes: Vec<Size> = Vec::new();
    let mut indexes: BTreeMap<String, usize> = BTreeMap::new();
    let mut sharing = 0_usize;
    for (index, item) in items.iter().enumerate() {
        let path = format!("request.requests[{index}]");
        let (one, size) = read_wanted(item, &path, &pool_indexes, catalogue)?;
        if let Some(other) = indexes.insert(one.name.clone(), index) {
            let message =
                format!("duplicate network name {}; `request.requests[{other}]` has it too", quoted(&one.name));
            return Err(InputError::new(format!("{path}.name"), message));
        }
        sharing += usize::from(one.overlap_allowed);
        if sharing > MAX_OVERLAPPING {
            return Err(InputError::new(
                format!("{path}.overlap"),
                format!("`allowed` is set for too many networks; at most {MAX_OVERLAPPING} may share addresses"),
            ));
        }
        wanted.push(one);
        sizes.push(size);
    }
    size::resolve(&mut wanted, &sizes, &indexes, catalogue)?;
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
    let cloud = choice(value, &cloud_path, "cloud", &clouds)?;
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
    let growth = choice(value, &growth_path, "growth", &[("refuse", Growth::Refuse), ("move", Growth::Move)])?;
    let (value, overlap_path) = at("overlap");
    let overlap_allowed =
        choice(value, &overlap_path, "overlap", &[("never", false), ("allowed", true)])?.unwrap_or(false);
    if overlap_allowed && peers.is_none() {
        let message = "`allowed` requires `peers`; a network without `peers` may be peered with any network";
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
            "has no size; set `prefixLength`, `clusters` or `like`".to_string()
        } else {
            format!("has {}; set only one of them", all_of(&given))
        };
        return Err(InputError::new(path, message));
    };
    let (value, path) = (item.get(key), format!("{path}.{key}"));
    let size = match *key {
        "prefixLength" => integer(value, &path, limits.min.into(), limits.max.into())?
            .and_then(|length| u8::try_from(length).ok())
            .map(Size::PrefixLength),
        "clusters" => integer(value, &path, 1, limits.max_clusters())?.map(Size::Clusters),
        _ => name(value, &path)?.map(|name| Size::Like(name.to_string())),
    };
    required(size, path)
}

fn pool(name: &str, path: &str, pools: &BTreeMap<&str, usize>) -> Result<usize, InputError> {
    pools.get(name).copied().ok_or_else(|| {
        let meant = nearest(name, pools.keys().copied());
        let meant = did_you_mean(meant.map(quoted));
        InputError::new(path, format!("unknown pool {}{meant}", quoted(name)))
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
            return Err(InputError::new(path, format!("duplicate peer {}", quoted(peer))));
        }
    }
    Ok(Some(peers))
}
