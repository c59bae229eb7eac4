//! Fuzzing of the core: what a run of bytes asks of it, and the laws that every answer keeps.
//!
//! `ffi::call` is what JavaScript calls: what is asked and answered is what it asks and gets, byte for byte.

pub use eventstorecloud_planner::{diagnostic, ffi, model, net, planner, rules, schedule};

#[path = "../../support/laws.rs"]
pub mod laws;
#[path = "../../support/mod.rs"]
pub mod support;
#[path = "../../support/words.rs"]
pub mod words;

pub mod draw;
pub mod programs;
pub mod questions;
pub mod seeds;
pub mod targets;
