//! Which databases a change may lose, because the user says so.

use std::collections::{BTreeMap, BTreeSet};

use super::change::Step;
use super::raw::Raw;
use super::request::{InputError, expected};
use crate::collect;

/// The option that says it.
pub(super) const OPTION: &str = "allowDataLoss";

/// Which databases a change may lose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Allowance {
    /// All of them, as when a stack is destroyed.
    All,
    /// Those with these names: each an URN, an address, or a name that exactly one lost database has.
    These(Vec<String>),
}

impl Default for Allowance {
    fn default() -> Self {
        Self::These(Vec::new())
    }
}

impl Allowance {
    /// Reads the option.
    pub(super) fn read(given: Option<&Raw>) -> Result<Self, InputError> {
        let items = match given {
            None => return Ok(Self::default()),
            Some(Raw::Boolean(true)) => return Ok(Self::All),
            Some(Raw::List(items)) => items,
            Some(other) => {
                return Err(expected("an array of names, or `true`", other).inside(OPTION).inside("options"));
            }
        };
        let name = |(index, item): (usize, &Raw)| match item.as_text().map(str::trim) {
            Some("") => Err(InputError::new("", "must not be empty").at(index)),
            Some(name) => Ok(name.to_string()),
            None => Err(expected("a string", item).at(index)),
        };
        let names: Result<_, InputError> = items.iter().enumerate().map(name).collect();
        names.map(Self::These).map_err(|error| error.inside(OPTION).inside("options"))
    }

    /// Marks the databases that are or may be lost, and are allowed to be.
    ///
    /// # Errors
    /// A name that none of them has, or several.
    pub fn mark(&self, steps: &mut [Step<'_>]) -> Result<(), InputError> {
        let names = match self {
            Self::These(names) => names,
            Self::All => {
                steps.iter_mut().for_each(|step| step.is_loss_allowed = true);
                return Ok(());
            }
        };
        // What a replacement has left behind has the id of its successor: both are meant.
        let lost: BTreeMap<&str, &str> = collect::map(
            steps
                .iter()
                .filter(|step| step.is_database_lost() || step.may_lose_database())
                .map(|step| (step.id(), step.logical_name())),
        );
        let mut allowed = BTreeSet::new();
        for (index, name) in names.iter().enumerate() {
            let place = |error: InputError| error.at(index).inside(OPTION).inside("options");
            allowed.insert(meant(name, &lost).map_err(place)?.to_string());
        }
        for step in steps.iter_mut() {
            step.is_loss_allowed = allowed.contains(step.id());
        }
        Ok(())
    }
}

/// The id of the lost database that a name means. Of those that are lost, the ids with the names in their program.
fn meant<'a>(name: &str, lost: &BTreeMap<&'a str, &str>) -> Result<&'a str, InputError> {
    if let Some((id, _)) = lost.get_key_value(name) {
        return Ok(id);
    }
    let all = || lost.keys().copied().collect::<Vec<_>>().join(", ");
    let found: Vec<&str> = lost.iter().filter(|(_, other)| **other == name).map(|(id, _)| *id).collect();
    match found.as_slice() {
        [one] => Ok(one),
        [] if lost.is_empty() => Err(InputError::new("", "names a database, and this change loses none")),
        [] => Err(InputError::new("", format!("must be a database that this change loses: {}", all()))),
        several => {
            let text = format!("is the name of {} lost databases: use one of {}", several.len(), several.join(", "));
            Err(InputError::new("", text))
        }
    }
}
