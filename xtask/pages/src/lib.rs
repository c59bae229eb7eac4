//! The pages of the rules, read from the doc comments of their files, with examples that can be run; and the edge cases.
//!
//! A crate of its own, because the shipped core carries none of it.

pub mod cases;
pub mod fix;
pub mod not_checkable;
pub mod page;
pub mod text;
pub mod valid;
