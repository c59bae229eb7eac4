//! What can be wrong with the properties of a replica set.

use crate::model::Fit;

/// A number of replicas that no set can have.
#[derive(Debug)]
pub struct CountFault(pub f64, pub Fit);
