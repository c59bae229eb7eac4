//! The planners: what is planned for a request, what is said of it, and laws that hold for any request.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests stop at the first surprise"
)]

mod addresses;
mod backups;
mod change;
#[path = "../support/generated.rs"]
mod generated;
mod lines;
mod sizing;
#[path = "../support/table.rs"]
mod table;

use eventstorecloud_planner::model::raw::Raw;
use serde::Deserialize as _;
use serde_json::Value;

fn raw(value: &Value) -> Raw {
    Raw::deserialize(value).unwrap()
}

/// An object with more keys, or other values of those that it has.
fn extended(object: &Value, more: &Value) -> Value {
    let mut object = object.clone();
    object.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    object
}
