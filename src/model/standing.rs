//! What an engine says of a resource beside its values.

use serde::Serialize;

/// What an engine says of a resource. Of most of it, the state of a stack is the only source: what the next run does because
/// of it is written in no program, and mostly in no preview either.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "ResourceState"))]
#[serde(rename_all = "camelCase")]
pub enum Standing {
    /// It is marked to be replaced.
    Tainted,
    /// The last operation on it has failed.
    Failed,
    /// It has been deleted to be replaced, and its replacement is not created yet.
    PendingReplacement,
    /// A replacement has left the old one behind, which is still to be deleted.
    LeftBehind,
    /// The engine refuses to delete it: Pulumi's option `protect`.
    Protected,
    /// A deletion removes it from the state only: Pulumi's option `retainOnDelete`.
    Retained,
    /// The program only reads it, and manages it in no way: it is as it is. What its args leave out is unknown, and an id that
    /// is written in them as a string is that of nothing in the document.
    Read,
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Tainted,
        Self::Failed,
        Self::PendingReplacement,
        Self::LeftBehind,
        Self::Protected,
        Self::Retained,
        Self::Read,
    ];
    /// The words of a document for them, in the same order.
    pub const WORDS: [&'static str; 7] =
        ["tainted", "failed", "pendingReplacement", "leftBehind", "protected", "retained", "read"];

    /// The one of a word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().zip(Self::WORDS).find(|(_, known)| *known == word).map(|(standing, _)| standing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_read_as_it_is_written() {
        for standing in Standing::ALL {
            let word = serde_json::to_value(standing).unwrap();
            assert_eq!(Standing::of(word.as_str().unwrap()), Some(standing));
        }
        assert_eq!(Standing::of("Tainted"), None);
    }
}
