//! How any region is read whose cloud is known.

use std::borrow::Cow;

use crate::catalogue::Near;
use crate::catalogue::rows::{CloudRow, Region};
use crate::rules::context::Context;
use crate::rules::faults::region::{Code, Meant, Misspelled};
use crate::rules::reading::Reading;

/// A region that must be spelled as its cloud spells regions.
pub fn spelled<'a>(cx: &Context<'a>, cloud: &'static CloudRow, written: &'a str) -> Reading<Code<'a>, Misspelled<'a>> {
    if is_spelled(cx, cloud, written) {
        return Reading::good(Code { written, code: Cow::Borrowed(written), is_respelled: false });
    }
    let misspelled = misspelled(cx, cloud, written);
    Reading { value: misspelled.code(), faults: vec![misspelled] }
}

/// Whether a region is spelled as its cloud spells regions, case and white space included.
pub fn is_spelled(cx: &Context<'_>, cloud: &CloudRow, written: &str) -> bool {
    cx.catalogue().region(cloud.id, written).is_some() || cloud.id.spells(written)
}

/// What a region means that is not spelled so.
pub fn misspelled<'a>(cx: &Context<'a>, cloud: &'static CloudRow, written: &'a str) -> Misspelled<'a> {
    let (catalogue, lower) = (cx.catalogue(), written.trim().to_lowercase());
    let same = catalogue.region_by_spelling(cloud.id, &lower);
    let is_same = |row: &Region| same.is_some_and(|same| same.id == row.id);
    // Clouds use the same words for regions in different places: another cloud's own code is that one.
    let is_of_this = same.is_some() && !catalogue.is_region_of_another(cloud.id, &lower);
    let by_place = match catalogue.region_near(cloud.id, &lower) {
        _ if is_of_this => None,
        Near::SamePlace(row) | Near::Nearest(row, _) if is_same(row) => None,
        Near::SamePlace(row) => Some(Meant::InCity(row)),
        Near::Nearest(row, there) => Some(Meant::NearPlace(row, there)),
        Near::TooFar => Some(Meant::None),
        Near::NoRegion => None,
    };
    let by_spelling = || match (same, catalogue.region_by_published_name(cloud.id, &lower)) {
        (Some(same), _) => Meant::Same(same),
        (None, Some(published)) => Meant::Published(published),
        (None, None) => catalogue.nearest_region(cloud.id, &lower).map_or(Meant::None, Meant::Near),
    };
    let meant =
        if cloud.id.spells(&lower) { Meant::Lower(lower.clone()) } else { by_place.unwrap_or_else(by_spelling) };
    Misspelled { cloud, written, meant }
}
