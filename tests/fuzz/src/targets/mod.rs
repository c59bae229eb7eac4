//! What is fuzzed: each target makes a question of a run of bytes, asks it and holds the answer to the laws.

pub mod packed;

/// A target by its name.
pub type Target = (&'static str, fn(&[u8]));

/// All of them.
pub const ALL: [Target; 1] = [("packed", packed::run)];

/// The target of this name.
#[must_use]
pub fn named(name: &str) -> Option<Target> {
    ALL.into_iter().find(|(known, _)| *known == name)
}
