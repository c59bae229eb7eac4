//! What rules say in programs that their examples do not show, by category.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests stop at the first surprise"
)]

mod acl;
mod args;
mod backup;
mod cloudwatch;
mod cluster;
mod integration;
mod network;
mod peering;
mod replicaset;
mod version;
