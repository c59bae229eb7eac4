//! What `check` says of programs, held against what is known of the service, and laws that hold for any program.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod additions;
mod all_kinds;
mod catalogue;
mod changes;
mod fields;
#[path = "../support/generated.rs"]
mod generated;
mod hidden;
#[path = "../support/laws.rs"]
mod laws;
mod moments;
mod offers;
mod once_wrong;
mod properties;
mod regions;
#[path = "../support/mod.rs"]
mod support;
mod swaps;
#[path = "../support/table.rs"]
mod table;
mod targets;
mod verdicts;
#[path = "../support/words.rs"]
mod words;
