//! The wished infrastructure: resource kinds, args, documents, references and options, with what is known of each value.
//!
//! Nothing here judges: a value that cannot be read is noted as a fault, and a rule says what that means.

pub mod completion;
pub mod document;
pub mod kind;
pub mod managed_cluster;
pub mod network;
pub mod program;
pub mod project;
mod range;
pub mod raw;
pub mod resource;
pub mod scheduled_backup;
pub mod settings;
pub mod target;

pub use range::{Fit, fit};
