//! Regions that are not spelled as their cloud spells them, for several categories.

use crate::model::kind::PropertyId;
use crate::model::resource::Resource;
use crate::rules::faults::region::{Meant, Misspelled};
use crate::rules::finding::Finding;
use crate::value::spelling::quoted_value as quoted;

/// The finding of a region that is not spelled as its cloud spells regions, case and white space included.
///
/// It has the region that is meant as its fix where that is certain, and as its suggestion where it is a guess: a region
/// cannot be changed later.
pub(in crate::rules) fn misspelled<'a>(resource: &'a Resource, id: PropertyId, fault: &Misspelled<'_>) -> Finding<'a> {
    let Misspelled { cloud, written, meant } = fault;
    let message = format!("{} is not how {} spells a region", quoted(written), cloud.name);
    let finding = Finding::at(resource, id, message);
    match meant {
        Meant::Lower(code) => finding.use_value(id, code.as_str()),
        Meant::Same(row) => finding.use_value(id, row.id.as_str()),
        Meant::Published(row) => {
            let id_of_row = row.id.as_str();
            let when = row.published.as_ref().map_or("once", |month| month.as_str());
            let help = |listed: &str| {
                format!("use {listed}; the documentation of the service called it {} in {when}", quoted(written))
            };
            finding.suggest(id, [id_of_row], help).set(id, id_of_row)
        }
        Meant::NearPlace(row, there) => finding.suggest(id, [row.id.as_str()], |listed| {
            format!("use {listed} in {}, the region of {} nearest to {}", row.city, cloud.name, there.city)
        }),
        Meant::InCity(row) => finding.suggest(id, [row.id.as_str()], |listed| {
            format!("use {listed} if you mean the {} region in {}", cloud.name, row.city)
        }),
        Meant::Near(row) => {
            finding.suggest(id, [row.id.as_str()], |listed| format!("use {listed} if you mean that region"))
        }
        Meant::None => finding.help(format!("use a region of {}", cloud.name)),
    }
}
