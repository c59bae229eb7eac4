//! Validates and plans Event Store Cloud (Kurrent Cloud) infrastructure.
//!
//! The same core runs natively and, compiled to WebAssembly, in Pulumi programs, Node scripts and browsers.
//!
//! ```
//! use eventstorecloud_planner::model::raw::Raw;
//! use eventstorecloud_planner::rules::check_document;
//!
//! let document: Raw = serde_json::from_str(r#"{ "resources": [
//!     { "kind": "Project", "name": "orders", "args": { "name": " " } }
//! ] }"#)?;
//! let report = check_document(&document, &Raw::Null)?;
//! assert_eq!(report.diagnostics[0].name, "blank-project-name");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Modules know each other in one direction only: `wasm` -> `ffi` -> `planner` -> `rules` -> `model` -> `catalogue` -> `net`,
//! `schedule` -> `value`; `diagnostic` is open from `model` up, and `collect` to all.

#![cfg_attr(
    test,
    expect(clippy::string_slice, clippy::cast_possible_wrap, reason = "a test that panics fails, as it should")
)]

pub mod catalogue;
pub mod collect;
pub mod diagnostic;
pub mod ffi;
pub mod model;
pub mod net;
pub mod planner;
pub mod rules;
pub mod schedule;
pub mod value;

#[cfg(target_arch = "wasm32")]
pub mod wasm;
