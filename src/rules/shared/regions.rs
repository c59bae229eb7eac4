//! Regions that are not spelled as their cloud spells them, for several categories.

use crate::catalogue::rows::CloudRow;
use crate::model::path::PropertyPath;
use crate::model::resource::Resource;
use crate::rules::context::Context;
use crate::rules::finding::Finding;
use crate::value::spelling::quoted_value as quoted;

/// The finding of a region that is not spelled as its cloud spells regions, case and white space included.
///
/// It has the region that is meant as its fix where that is certain, and as its suggestion where it is a guess. `None`
/// where the spelling is right.
pub(in crate::rules) fn misspelled<'a>(
    cx: &Context<'a>,
    resource: &'a Resource,
    path: impl Into<PropertyPath<'a>>,
    cloud: &CloudRow,
    written: &str,
) -> Option<Finding<'a>> {
    let (path, catalogue) = (path.into(), cx.catalogue());
    if catalogue.region(cloud.id, written).is_some() || cloud.id.spells(written) {
        return None;
    }
    let message = format!("{} is not how {} spells a region", quoted(written), cloud.name);
    let finding = Finding::at(resource, path, message);
    let lower = written.trim().to_lowercase();
    if cloud.id.spells(&lower) {
        return Some(finding.use_value(path, lower));
    }
    if let Some(same) = catalogue.region_by_spelling(cloud.id, &lower) {
        return Some(finding.use_value(path, same.id.as_str()));
    }
    // A guess is no fix: a region cannot be changed later.
    let there = catalogue.region_in_city_of(cloud.id, &lower);
    Some(match (there, catalogue.nearest_region(cloud.id, &lower)) {
        (Some(row), _) => finding.suggest(path, [row.id.as_str()], |listed| {
            format!("use {listed} if you mean the {} region in {}", cloud.name, row.city)
        }),
        (None, Some(row)) => {
            finding.suggest(path, [row.id.as_str()], |listed| format!("use {listed} if you mean that region"))
        }
        (None, None) => finding.suggest(path, [cloud.region_example.as_str()], |listed| {
            format!("use a region of {}, such as {listed}", cloud.name)
        }),
    })
}
