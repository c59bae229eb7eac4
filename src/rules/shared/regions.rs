//! Regions that are not spelt as their cloud spells them, for several families.

use crate::catalogue::rows::{CloudRow, Region};
use crate::model::path::PropertyPath;
use crate::model::resource::Resource;
use crate::rules::context::{Context, Finding};
use crate::value::spelling::quoted_value as quoted;

/// The problem of a region that is not spelt as its cloud spells regions, with the region that is meant where that is
/// known. Case and white space around it are not looked at. `None` where the spelling is right.
pub(in crate::rules) fn of_another_cloud<'a>(
    cx: &Context<'a>,
    resource: &'a Resource,
    place: impl Into<PropertyPath<'a>>,
    cloud: &CloudRow,
    written: &str,
) -> Option<Finding<'a>> {
    let spelt = written.trim().to_lowercase();
    if cloud.id.spells(&spelt) {
        return None;
    }
    let place = place.into();
    let catalogue = cx.catalogue();
    let message = format!("{} is not how {} spells a region", quoted(written), cloud.name);
    let finding = Finding::at(resource, place, message);
    let same = catalogue.region_by_spelling(cloud.id, &spelt);
    let there = catalogue.region_in_city_of(cloud.id, &spelt);
    let near = catalogue.nearest_region(cloud.id, &spelt);
    Some(match (same, there, near) {
        (Some(row), ..) => finding.help(format!("write `{}`", row.id)).set(place, row.id.as_str()),
        // A guess is no fix: a region cannot be changed later.
        (None, Some(row), _) => finding.help(format!("did you mean `{}`, which is in {} as well?", row.id, row.city)),
        (None, None, Some(row)) => finding.help(format!("did you mean `{}`?", row.id)),
        (None, None, None) => {
            finding.help(format!("write a region of {}, such as `{}`", cloud.name, cloud.region_example))
        }
    })
}

/// The problem of a region of a resource that names a cloud's region for the other end of something: spelt as another
/// cloud does, or with other case or white space than the cloud.
pub(in crate::rules) fn misspelt<'a>(
    cx: &Context<'a>,
    resource: &'a Resource,
    place: impl Into<PropertyPath<'a>>,
    cloud: &CloudRow,
    written: &str,
) -> Option<Finding<'a>> {
    let place = place.into();
    let spelt = written.trim().to_lowercase();
    let known: Option<&Region> = cx.catalogue().region(cloud.id, written);
    if known.is_some() || cloud.id.spells(written) {
        return None;
    }
    if cloud.id.spells(&spelt) {
        let message = format!("{} is not how {} spells a region", quoted(written), cloud.name);
        return Some(Finding::at(resource, place, message).help(format!("write `{spelt}`")).set(place, spelt.as_str()));
    }
    of_another_cloud(cx, resource, place, cloud, written)
}
