//! Arithmetic over IPv4 address blocks. Which blocks the cloud allows is judged elsewhere.

mod block;

pub use block::{Block, BlockError, BlockFacts, MAX_SPLIT, SplitError};
