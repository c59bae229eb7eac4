//! How any region is read whose cloud is known.

use std::borrow::Cow;

use crate::catalogue::Near;
use crate::catalogue::rows::CloudRow;
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
    let meant = if cloud.id.spells(&lower) {
        Meant::Lower(lower)
    } else if let Some(same) = catalogue.region_by_spelling(cloud.id, &lower) {
        Meant::Same(same)
    } else if let Some(published) = catalogue.region_by_published_name(cloud.id, &lower) {
        Meant::Published(published)
    } else {
        match catalogue.region_near(cloud.id, &lower) {
            Near::SamePlace(row) => Meant::InCity(row),
            Near::Nearest(row, there) => Meant::NearPlace(row, there),
            Near::TooFar => Meant::None,
            Near::NoRegion => catalogue.nearest_region(cloud.id, &lower).map_or(Meant::None, Meant::Near),
        }
    };
    Misspelled { cloud, written, meant }
}
