//! Whether a value changes: for certain, not at all, or that is unknown.

use super::plan::ShownValue;
use crate::model::entries::Entries;
use crate::model::facts::{Absent, Behaviour, Comparison};
use crate::model::kind::{Kind, Presence, Property};
use crate::model::program::Program;
use crate::model::resource::MAX_NAME;
use crate::model::resource::{Slot, State};
use crate::model::target::{Engine, Target};

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

/// The programs whose values are compared, and for which target.
#[derive(Clone, Copy, Debug)]
pub(super) struct Programs<'a> {
    /// What exists.
    pub before: &'a Program,
    /// What should exist.
    pub after: &'a Program,
    /// The provider that compares.
    pub target: &'a Target,
}

impl Programs<'_> {
    /// Whether the value of a property changes.
    pub fn compare(self, kind: &Kind, property: &'static Property, before: &Slot, after: &Slot) -> Verdict {
        let of = Of { property, behaviour: self.target.behaviour(kind, property) };
        let absent = of.behaviour.absent;
        // The provider's SDK cannot tell a value that is left out from an empty one, where both are allowed.
        let missing = |slot: &Slot| {
            slot.state.is_missing() || matches!(absent, Absent::Zero | Absent::Kept) && is_zero(&slot.state)
        };
        match (absent, missing(before), missing(after)) {
            (Absent::Kept | Absent::AutoName, _, true) | (_, true, true) => Verdict::Same,
            (_, true, false) => self.with_absent(of, &after.state, true),
            (_, false, true) => self.with_absent(of, &before.state, false),
            (_, false, false) => self.states(of, &before.state, &after.state),
        }
    }

    /// Compares what holds where nothing is written, before or after, with a value.
    fn with_absent(self, of: Of, state: &State, is_before: bool) -> Verdict {
        if matches!(state, State::Unknown | State::Wrong(_)) {
            return Verdict::Unsure;
        }
        let with = |absent: State| match is_before {
            true => self.states(of, &absent, state),
            false => self.states(of, state, &absent),
        };
        match of.behaviour.absent {
            Absent::False => with(State::Boolean(false)),
            // There is no id of nothing.
            Absent::Text(_) if matches!(state, State::Reference(_)) => Verdict::Differs,
            Absent::Text(text) => with(State::Text(text.into())),
            Absent::Empty | Absent::Zero | Absent::AutoName | Absent::Kept => Verdict::Differs,
        }
    }

    fn states(self, of: Of, before: &State, after: &State) -> Verdict {
        let differs = |differs: bool| if differs { Verdict::Differs } else { Verdict::Same };
        match (before, after) {
            (State::Text(a), State::Text(b)) => match of.behaviour.comparison {
                comparison if comparison.is_same(a, b) => Verdict::Same,
                Comparison::AnyCase | Comparison::StoredLower => Verdict::Differs,
                // What exists may have been stored as it was written, or not.
                _ if of.behaviour.keeps_upper_case(of.property) && spelled_usually(a) == b.as_str() => Verdict::Unsure,
                _ => Verdict::Differs,
            },
            (State::Hidden(a), State::Hidden(b)) => differs(a != b),
            // The provider cuts off what is behind the point.
            (State::Number(a), State::Number(b)) => differs(a.trunc() != b.trunc()),
            (State::Boolean(a), State::Boolean(b)) => differs(a != b),
            (State::Reference(a), State::Reference(b)) if a == b => Verdict::Same,
            (State::Reference(a), State::Reference(b)) => {
                let both_known = self.before.named(&a.name).is_some() && self.after.named(&b.name).is_some();
                if both_known { Verdict::Differs } else { Verdict::Unsure }
            }
            (State::List(a), State::List(b)) if of.behaviour.comparison == Comparison::AnyOrder => self.sets(of, a, b),
            (State::List(a), State::List(b)) if a.len() != b.len() => Verdict::Differs,
            (State::List(a), State::List(b)) => {
                let items = a.iter().zip(b).map(|(a, b)| self.states(of, &a.state, &b.state));
                items.max().unwrap_or(Verdict::Same)
            }
            (State::Map(a), State::Map(b)) => self.maps(of, a, b),
            // An id and a name of the program may mean one resource; and a value that is not known, or that cannot be
            // one, says nothing.
            _ => Verdict::Unsure,
        }
    }

    fn maps(self, of: Of, a: &Entries<Slot>, b: &Entries<Slot>) -> Verdict {
        let is_completed = |key: &str| {
            of.property.keys().iter().any(|known| known.name == key && known.presence == Presence::Completed)
        };
        // The service answers with an empty text where a key is left out; Pulumi's provider sees no difference.
        let empty = |slot: Option<&Slot>| slot.is_none_or(|slot| slot.state.is_missing() || is_zero(&slot.state));
        let keys = a.keys().chain(b.keys().filter(|key| !a.contains_key(key)));
        let completed = of.property.keys().iter().map(|known| known.name).filter(|key| is_completed(key));
        let verdicts = keys.map(|key| match (a.get(key), b.get(key)) {
            (old, new) if is_completed(key) && empty(old) && empty(new) => Verdict::Same,
            (Some(a), Some(b)) => self.states(of, &a.state, &b.state),
            (Some(slot), None) | (None, Some(slot)) => absence(slot),
            (None, None) => Verdict::Same,
        });
        let is_left_out = |key: &str| b.get(key).is_none_or(|slot| slot.state.is_missing());
        let comes_back = self.target.engine == Engine::Terraform && completed.into_iter().any(is_left_out);
        verdicts.chain(comes_back.then_some(Verdict::Differs)).max().unwrap_or(Verdict::Same)
    }

    /// Lists without order, in which nothing counts twice.
    fn sets(self, of: Of, a: &[Slot], b: &[Slot]) -> Verdict {
        let has = |items: &[Slot], wanted: &Slot| {
            let verdicts = items.iter().map(|item| self.states(of, &item.state, &wanted.state));
            verdicts.min().unwrap_or(Verdict::Differs)
        };
        let missing = a.iter().map(|item| has(b, item)).chain(b.iter().map(|item| has(a, item)));
        missing.max().unwrap_or(Verdict::Same)
    }
}

/// A property, and what the provider does with it.
#[derive(Clone, Copy, Debug)]
struct Of {
    property: &'static Property,
    behaviour: Behaviour,
}

/// A word as a service may answer it, whatever its spelling: in lower case, and `eastus` for `East US`.
fn spelled_usually(word: &str) -> String {
    word.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// Whether a value is the one that is nothing of its type. Fractions are cut off.
fn is_zero(state: &State) -> bool {
    match state {
        State::Text(text) => text.is_empty(),
        State::Hidden(text) => text.is(str::is_empty),
        State::Number(number) => number.trunc() == 0.0,
        State::Boolean(boolean) => !boolean,
        _ => false,
    }
}

/// What it means that a key is there on one side only.
pub(super) fn absence(slot: &Slot) -> Verdict {
    match slot.state {
        _ if slot.state.is_missing() => Verdict::Same,
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
