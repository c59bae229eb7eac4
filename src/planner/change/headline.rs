//! The one sentence that must not be missed.

use crate::collect;
use crate::model::change::Step;

/// How many databases are named.
const MAX_NAMED: usize = 5;

/// The databases that are lost; nothing where none is.
pub(super) fn of(steps: &[Step<'_>]) -> Option<String> {
    let lost = |allowed: bool| {
        let lost = steps.iter().filter(move |step| step.is_database_lost() && step.is_loss_allowed == allowed);
        // What a replacement has left behind has the name of its successor.
        collect::set(lost.map(|step| step.resource.name.as_str()))
    };
    let may =
        collect::set(steps.iter().filter(|step| step.may_lose_database()).map(|step| step.resource.name.as_str()));
    let sentence = |names: Vec<&str>, be: [&str; 2], allowed: &str| {
        let count = names.len();
        let (databases, are) = if count == 1 { ("database", be[0]) } else { ("databases", be[1]) };
        let shown = names.get(..MAX_NAMED).unwrap_or(&names).join(", ");
        let more = count.saturating_sub(MAX_NAMED);
        let more = if more == 0 { String::new() } else { format!(" and {more} more") };
        format!("{count} {databases} {are} deleted{allowed}: {shown}{more}")
    };
    let (refused, allowed) = (lost(false), lost(true));
    let is = ["is", "are"];
    let parts: Vec<String> = [(refused, is, ""), (allowed, is, ", as allowed"), (may, ["may be"; 2], "")]
        .into_iter()
        .filter(|(names, ..)| !names.is_empty())
        .map(|(names, be, allowed)| sentence(names.into_iter().collect(), be, allowed))
        .collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}
