//! The wished infrastructure: resource kinds, args, documents, references and options, with what is known of each value.
//!
//! Nothing here judges: a value that cannot be read is noted as a fault, and a rule says what that means.

pub mod acl;
pub mod allowance;
pub mod change;
pub mod cloudwatch_logs;
pub mod cloudwatch_metrics;
pub mod completion;
mod configuration;
pub mod conversion;
pub mod dependencies;
pub mod dialect;
pub mod document;
pub mod entries;
pub mod facts;
pub mod hidden;
pub mod integration;
pub mod keys;
pub mod kind;
pub mod kinds;
pub mod made_text;
pub mod managed_cluster;
pub mod moment;
pub mod names;
pub mod network;
pub mod path;
pub mod peering;
pub mod pieces;
pub mod program;
pub mod project;
pub mod provider;
mod range;
pub mod raw;
pub mod replicaset;
pub mod request;
pub mod resource;
pub mod scalar;
pub mod scheduled_backup;
pub mod settings;
pub mod standing;
pub mod target;
pub mod verdict;

pub use range::{Fit, fit};
