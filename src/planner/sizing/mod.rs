//! The cheapest cluster that a workload fits, with the reason and the source of every choice.
//!
//! There are no prices here: of two sizes the one that stands first in the catalogue is the cheaper one, fewer nodes are
//! cheaper than more, and a smaller disk than a larger one.

mod answer;
mod disk;
mod draft;
mod recommend;
mod request;
mod size;

pub use answer::{Choice, ClusterRecommendation, Headroom, NextStep, RecommendedArgs, SizingDiagnostic};
pub use recommend::recommend_cluster;
pub use request::Workload;
