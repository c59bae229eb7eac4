//! The smallest cluster that a workload fits, with the reason and the source of every choice.
//!
//! There are no prices here: of two sizes the one that stands first in the catalogue is the smaller one, and fewer nodes
//! cost less. What is not published of a size is unknown: it is assumed only where no larger size of the same
//! topology is known to fit, and the answer says so.

mod answer;
mod disk;
mod draft;
mod recommend;
mod request;
mod size;

pub use answer::{Choice, ClusterRecommendation, Headroom, NextStep, RecommendedArgs, SizingDiagnostic};
pub use recommend::recommend_cluster;
pub use request::Workload;
