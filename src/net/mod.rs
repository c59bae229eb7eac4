//! Arithmetic over IPv4 address blocks. Which blocks the cloud allows is judged elsewhere.

mod block;
mod overlap;

pub use block::{Block, BlockError, BlockFacts, MAX_SPLIT, SplitError};
pub use overlap::{Owned, first_of_others, first_overlaps};
