//! How large the CIDR block of each network has to be.

use std::collections::BTreeMap;

use super::limits::{ADDRESSES_KEPT_BY_CLOUD, ADDRESSES_PER_CLUSTER, Limits, clusters_need};
use super::wanted::Wanted;
use crate::catalogue::Catalogue;
use crate::model::request::InputError;
use crate::value::spelling::{did_you_mean, grouped, nearest, quoted};

/// The maximum number of names that a misspelled one is compared with.
const MAX_COMPARED: usize = 1_000;

/// The maximum number of names in a message.
const MAX_NAMED: usize = 4;

/// How a size is requested.
#[derive(Debug)]
pub(super) enum Size {
    PrefixLength(u8),
    Clusters(u32),
    /// As another network of the request.
    Like(String),
}

/// Gives every network its prefix length. `indexes` are those of the networks, by their names.
pub(super) fn resolve(
    wanted: &mut [Wanted],
    sizes: &[Size],
    indexes: &BTreeMap<String, usize>,
    catalogue: &Catalogue,
) -> Result<(), InputError> {
    let mut known: Vec<Option<u8>> = vec![None; sizes.len()];
    for start in 0..sizes.len() {
        // Follows the names until a size is known, then gives it to every network on the way.
        let mut way: Vec<usize> = Vec::new();
        let mut at = start;
        let length = loop {
            if let Some(length) = known.get(at).copied().flatten() {
                break length;
            }
            if way.len() >= sizes.len() {
                return Err(cycle(start, &way, at, wanted));
            }
            let limits = Limits::of(wanted.get(at).and_then(|wanted| wanted.cloud), catalogue);
            way.push(at);
            match sizes.get(at) {
                Some(Size::PrefixLength(length)) => break *length,
                Some(Size::Clusters(clusters)) => break limits.for_clusters(*clusters),
                Some(Size::Like(name)) => at = index_of(name, at, indexes)?,
                None => break limits.max,
            }
            if way.first() == Some(&at) || way.last() == Some(&at) {
                return Err(cycle(start, &way, at, wanted));
            }
        };
        for index in way {
            if let Some(slot) = known.get_mut(index) {
                *slot = Some(length);
            }
        }
    }
    for (((index, wanted), size), length) in wanted.iter_mut().enumerate().zip(sizes).zip(known) {
        wanted.prefix_length = length.unwrap_or(wanted.prefix_length);
        let limits = Limits::of(wanted.cloud, catalogue);
        let row = wanted.cloud.and_then(|cloud| catalogue.cloud_row(cloud));
        let cloud = row.map_or("the service", |row| row.name.as_str());
        match size {
            Size::PrefixLength(_) => {}
            Size::Clusters(clusters) => wanted.size_reason = Some(why(*clusters, wanted.prefix_length)),
            Size::Like(name) if !limits.contain(wanted.prefix_length) => {
                let (length, Limits { min, max }) = (wanted.prefix_length, limits);
                return Err(InputError::new(
                    format!("requests[{index}].like"),
                    format!("the network {} has a /{length}; {cloud} supports /{min} to /{max}", quoted(name)),
                ));
            }
            Size::Like(name) => {
                wanted.size_reason = Some(format!("a /{} is requested, like {}", wanted.prefix_length, quoted(name)));
            }
        }
    }
    Ok(())
}

fn why(clusters: u32, length: u8) -> String {
    let needed = clusters_need(clusters);
    format!(
        "a /{length} is the smallest supported CIDR block with the {} addresses planned for {} clusters: {ADDRESSES_PER_CLUSTER} for each and {ADDRESSES_KEPT_BY_CLOUD} that the cloud may reserve",
        grouped(needed.into()),
        grouped(clusters.into())
    )
}

fn index_of(name: &str, of: usize, indexes: &BTreeMap<String, usize>) -> Result<usize, InputError> {
    indexes.get(name).copied().ok_or_else(|| {
        let meant = nearest(name, indexes.keys().map(String::as_str).take(MAX_COMPARED));
        let meant = did_you_mean(meant.map(quoted));
        let message = format!("unknown network {}{meant}", quoted(name));
        InputError::new(format!("requests[{of}].like"), message)
    })
}

/// The error of names that lead back to one of them, `back`.
fn cycle(start: usize, way: &[usize], back: usize, wanted: &[Wanted]) -> InputError {
    let name = |index: &usize| wanted.get(*index).map(|wanted| quoted(&wanted.name));
    let mut names: Vec<String> = way.iter().take(MAX_NAMED).filter_map(name).collect();
    names.push(if way.len() > MAX_NAMED { "...".to_string() } else { name(&back).unwrap_or_default() });
    let reason = format!("cycle: {}; set `prefixLength` or `clusters` of one of them", names.join(" -> "));
    InputError::new(format!("requests[{start}].like"), reason)
}
