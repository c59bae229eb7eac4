//! Fuzzing of the core: what a run of bytes asks of it, and the laws that every answer keeps.
//!
//! `src/wasm` is compiled in natively, so that what is asked and answered is what JavaScript asks and gets, byte for byte.

// What `crate::` means in src/wasm.
pub use eventstorecloud_planner::{catalogue, diagnostic, model, net, packed, planner, rules, schedule, value};

#[path = "../../../src/wasm/mod.rs"]
pub mod wasm;

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
