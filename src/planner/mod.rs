//! Values that are right by construction, and a reading of what a change will do.
//!
//! Each planner takes a request as it arrived and answers with a plan, or refuses what cannot be used with its path. A
//! plan that cannot be had is part of the answer: it says what is missing and what would help.

pub mod addresses;
pub mod backups;
pub mod change;
pub mod sizing;
