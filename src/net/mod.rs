//! Arithmetic over IPv4 address blocks. Which blocks the cloud allows is judged elsewhere.

mod block;
mod free;
mod overlap;

pub use block::{Block, BlockError, BlockFacts, MAX_SPLIT, SplitError};
pub use free::FreeSpace;
pub use overlap::{OverlappingBlock, Owned, by_address, each_overlap, first_of_others, first_overlaps};
