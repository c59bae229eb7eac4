//! The pages of the rules: read from the doc comments of their files, with examples that can be run.
//!
//! A crate of its own, because the shipped core carries none of it.

pub mod not_checkable;
pub mod page;
pub mod valid;
