//! The planner of addresses.

mod examples;
mod laws;
