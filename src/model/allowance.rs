//! Which databases a change may lose, because the user says so.

use super::change::Step;
use super::raw::Raw;
use super::request::{InputError, expected};

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

    /// Marks the lost databases that may be lost.
    ///
    /// # Errors
    /// A name that no lost database has, or several.
    pub fn mark(&self, steps: &mut [Step<'_>]) -> Result<(), InputError> {
        let names = match self {
            Self::These(names) => names,
            Self::All => {
                steps.iter_mut().for_each(|step| step.is_loss_allowed = true);
                return Ok(());
            }
        };
        for (index, name) in names.iter().enumerate() {
            let place = |error: InputError| error.at(index).inside(OPTION).inside("options");
            let meant = meant(name, steps).map_err(place)?;
            for step in steps.iter_mut().filter(|step| meant.contains(&id_of(step))) {
                step.is_loss_allowed = true;
            }
        }
        Ok(())
    }
}

/// The id of the lost database that a name means. Also what a replacement has left behind has the id of its successor.
fn meant(name: &str, steps: &[Step<'_>]) -> Result<Vec<String>, InputError> {
    let mut lost: Vec<(String, &str)> =
        steps.iter().filter(|step| step.is_database_lost()).map(|step| (id_of(step), logical(step))).collect();
    lost.sort_unstable();
    lost.dedup();
    let all: Vec<&str> = lost.iter().map(|(id, _)| id.as_str()).collect();
    if all.contains(&name) {
        return Ok(vec![name.to_string()]);
    }
    let found: Vec<&str> = lost.iter().filter(|(_, other)| *other == name).map(|(id, _)| id.as_str()).collect();
    match found.as_slice() {
        [one] => Ok(vec![(*one).to_string()]),
        [] if all.is_empty() => Err(InputError::new("", "names a database, and this change loses none")),
        [] => Err(InputError::new("", format!("must be a database that this change loses: {}", all.join(", ")))),
        several => {
            let text = format!("is the name of {} lost databases: use one of {}", several.len(), several.join(", "));
            Err(InputError::new("", text))
        }
    }
}

/// What tells a resource from all others: its URN or address, where an engine has spoken.
fn id_of(step: &Step<'_>) -> String {
    step.engine.map_or_else(|| step.resource.name.to_string(), |engine| engine.id.clone())
}

/// The name that the program gives it.
fn logical<'a>(step: &'a Step<'_>) -> &'a str {
    // A name may have `::` in it, as may the key of a module of Terraform.
    match step.engine.and_then(|engine| engine.id.strip_prefix("urn:pulumi:")?.splitn(4, "::").nth(3)) {
        Some(name) => name,
        None => &step.resource.name,
    }
}
