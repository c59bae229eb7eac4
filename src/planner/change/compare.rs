//! Whether a value changes: for certain, not at all, or that is unknown.

use super::plan::ShownValue;
use crate::model::entries::Entries;
use crate::model::kind::{Absent, Comparison, Property};
use crate::model::program::Program;
use crate::model::resource::MAX_NAME;
use crate::model::resource::{Slot, State};

/// What is known of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    /// It stays as it is.
    Same,
    /// It may change.
    Unsure,
    /// It changes for certain.
    Differs,
}

/// The programs whose values are compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Programs<'a> {
    /// What exists.
    pub before: &'a Program,
    /// What should exist.
    pub after: &'a Program,
}

impl Programs<'_> {
    /// Whether the value of a property changes.
    pub fn compare(self, property: &'static Property, before: &Slot, after: &Slot) -> Verdict {
        let missing = |slot: &Slot| matches!(slot.state, State::Missing);
        match (property.absent, missing(before), missing(after)) {
            (Absent::Kept, _, true) | (_, true, true) => Verdict::Same,
            (absent, true, false) => self.with_absent(property, absent, &after.state),
            (absent, false, true) => self.with_absent(property, absent, &before.state),
            (_, false, false) => self.states(property, &before.state, &after.state),
        }
    }

    /// Compares what holds where nothing is written with a value.
    fn with_absent(self, property: &'static Property, absent: Absent, state: &State) -> Verdict {
        if matches!(state, State::Unknown | State::Wrong(_)) {
            return Verdict::Unsure;
        }
        match absent {
            Absent::False => self.states(property, &State::Boolean(false), state),
            Absent::Text(text) => match state {
                // There is no id of nothing.
                State::Reference(_) => Verdict::Differs,
                state => self.states(property, &State::Text(text.into()), state),
            },
            Absent::Empty | Absent::AutoName | Absent::Kept => Verdict::Differs,
        }
    }

    fn states(self, property: &'static Property, before: &State, after: &State) -> Verdict {
        let differs = |differs: bool| if differs { Verdict::Differs } else { Verdict::Same };
        match (before, after) {
            (State::Text(a), State::Text(b)) if a == b => Verdict::Same,
            (State::Text(a), State::Text(b)) if a.to_lowercase() == b.to_lowercase() => match property.comparison {
                Comparison::AnyCase => Verdict::Same,
                _ if property.keeps_upper_case() => Verdict::Unsure,
                _ => Verdict::Differs,
            },
            (State::Text(_), State::Text(_)) => Verdict::Differs,
            (State::Hidden(a), State::Hidden(b)) => differs(a != b),
            // The provider cuts off what is behind the point.
            (State::Number(a), State::Number(b)) => differs(a.trunc() != b.trunc()),
            (State::Boolean(a), State::Boolean(b)) => differs(a != b),
            (State::Reference(a), State::Reference(b)) if a == b => Verdict::Same,
            (State::Reference(a), State::Reference(b)) => {
                let both_known = self.before.named(&a.name).is_some() && self.after.named(&b.name).is_some();
                if both_known { Verdict::Differs } else { Verdict::Unsure }
            }
            (State::List(a), State::List(b)) if property.comparison == Comparison::AnyOrder => {
                self.sets(property, a, b)
            }
            (State::List(a), State::List(b)) if a.len() != b.len() => Verdict::Differs,
            (State::List(a), State::List(b)) => {
                let items = a.iter().zip(b).map(|(a, b)| self.states(property, &a.state, &b.state));
                items.max().unwrap_or(Verdict::Same)
            }
            (State::Map(a), State::Map(b)) => self.maps(property, a, b),
            // An id and a name of the program may mean one resource; and a value that is not known, or that cannot be
            // one, says nothing.
            _ => Verdict::Unsure,
        }
    }

    fn maps(self, property: &'static Property, a: &Entries<Slot>, b: &Entries<Slot>) -> Verdict {
        let shared = a.iter().map(|(key, a)| match b.get(key) {
            Some(b) => self.states(property, &a.state, &b.state),
            None => absence(a),
        });
        let added = b.iter().filter(|(key, _)| !a.contains_key(key)).map(|(_, b)| absence(b));
        shared.chain(added).max().unwrap_or(Verdict::Same)
    }

    /// Lists without order, in which nothing counts twice.
    fn sets(self, property: &'static Property, a: &[Slot], b: &[Slot]) -> Verdict {
        let has = |items: &[Slot], wanted: &Slot| {
            let verdicts = items.iter().map(|item| self.states(property, &item.state, &wanted.state));
            verdicts.min().unwrap_or(Verdict::Differs)
        };
        let missing = a.iter().map(|item| has(b, item)).chain(b.iter().map(|item| has(a, item)));
        missing.max().unwrap_or(Verdict::Same)
    }
}

/// What it means that a key is there on one side only.
pub(super) const fn absence(slot: &Slot) -> Verdict {
    match slot.state {
        State::Missing => Verdict::Same,
        State::Unknown | State::Wrong(_) => Verdict::Unsure,
        _ => Verdict::Differs,
    }
}

/// A value as a plan shows it: nothing for what is secret, unknown or too long to read.
pub(super) fn shown(slot: &Slot) -> Option<ShownValue> {
    if slot.holds_secret() {
        return None;
    }
    match &slot.state {
        State::Text(text) => (text.len() <= MAX_NAME).then(|| ShownValue::Text(text.to_string())),
        State::Number(number) => Some(ShownValue::Number(*number)),
        State::Boolean(boolean) => Some(ShownValue::Boolean(*boolean)),
        State::Reference(other) => Some(ShownValue::Reference { r#ref: other.name.clone() }),
        State::List(items) if items.len() <= MAX_NAME => {
            items.iter().map(shown).collect::<Option<_>>().map(ShownValue::List)
        }
        State::Map(entries) if entries.len() <= MAX_NAME => {
            let shown = |(key, slot): (&str, &Slot)| Some((key.to_string(), shown(slot)?));
            entries.iter().map(shown).collect::<Option<_>>().map(ShownValue::Object)
        }
        _ => None,
    }
}

/// Whether two values may be shown side by side.
pub(super) fn both_open(before: &Slot, after: &Slot) -> bool {
    !before.holds_secret() && !after.holds_secret()
}
