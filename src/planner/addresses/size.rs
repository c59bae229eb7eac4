//! How large the block of each network has to be.

use std::collections::BTreeMap;

use super::limits::{ADDRESSES_KEPT_BY_CLOUD, ADDRESSES_PER_CLUSTER, Limits, clusters_need};
use super::wanted::Wanted;
use crate::catalogue::Catalogue;
use crate::model::reader::InputError;
use crate::value::spelling::{nearest, quoted};

/// Names that a misspelt one is compared with.
const MOST_COMPARED: usize = 1_000;

/// How a size is asked for.
#[derive(Debug)]
pub(super) enum Size {
    PrefixLength(u8),
    Clusters(u32),
    /// As another network of the request.
    Like(String),
}

/// Gives every network its prefix length. `places` are the places of the networks by their names.
pub(super) fn resolve(
    wanted: &mut [Wanted],
    sizes: &[Size],
    places: &BTreeMap<String, usize>,
    catalogue: &Catalogue,
) -> Result<(), InputError> {
    let mut known: Vec<Option<u8>> = vec![None; sizes.len()];
    for start in 0..sizes.len() {
        // Follows the names until a size is known, then gives it to all that were met on the way.
        let mut way: Vec<usize> = Vec::new();
        let mut at = start;
        let length = loop {
            if let Some(length) = known.get(at).copied().flatten() {
                break length;
            }
            if way.len() >= sizes.len() {
                return Err(circle(start, &way, wanted));
            }
            let limits = Limits::of(wanted.get(at).and_then(|wanted| wanted.cloud), catalogue);
            way.push(at);
            match sizes.get(at) {
                Some(Size::PrefixLength(length)) => break *length,
                Some(Size::Clusters(clusters)) => break limits.for_clusters(*clusters),
                Some(Size::Like(name)) => at = place(name, at, places)?,
                None => break limits.max,
            }
            if way.first() == Some(&at) || way.last() == Some(&at) {
                return Err(circle(start, &way, wanted));
            }
        };
        for place in way {
            if let Some(slot) = known.get_mut(place) {
                *slot = Some(length);
            }
        }
    }
    for (((place, wanted), size), length) in wanted.iter_mut().enumerate().zip(sizes).zip(known) {
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
                    format!("request.requests[{place}].like"),
                    format!("is {}, whose /{length} is outside the /{min} to /{max} of {cloud}", quoted(name)),
                ));
            }
            Size::Like(name) => {
                wanted.size_reason = Some(format!("a /{}, like {}", wanted.prefix_length, quoted(name)));
            }
        }
    }
    Ok(())
}

fn why(clusters: u32, length: u8) -> String {
    let needed = clusters_need(clusters);
    format!(
        "a /{length}, the smallest block for the {needed} addresses planned for `{clusters}` clusters: {ADDRESSES_PER_CLUSTER} each and {ADDRESSES_KEPT_BY_CLOUD} that the cloud may keep"
    )
}

fn place(name: &str, of: usize, places: &BTreeMap<String, usize>) -> Result<usize, InputError> {
    places.get(name).copied().ok_or_else(|| {
        let meant = nearest(name, places.keys().map(String::as_str).take(MOST_COMPARED));
        let meant = meant.map_or_else(String::new, |meant| format!("; did you mean {}?", quoted(meant)));
        let message = format!("is {}, which is the name of no network of the request{meant}", quoted(name));
        InputError::new(format!("request.requests[{of}].like"), message)
    })
}

fn circle(start: usize, way: &[usize], wanted: &[Wanted]) -> InputError {
    let names = way.iter().skip(1).take(3).filter_map(|place| wanted.get(*place));
    let names: Vec<String> = names.map(|wanted| quoted(&wanted.name)).collect();
    let message = match names.as_slice() {
        [] => "is its own name; give a size".to_string(),
        names => format!("leads in a circle, by way of {}; give one of them a size", names.join(", ")),
    };
    InputError::new(format!("request.requests[{start}].like"), message)
}
