//! Arithmetic over IPv4 CIDR blocks. Which of them the cloud accepts is judged elsewhere.

mod cidr;
mod free;
mod overlap;

pub use cidr::{Cidr, CidrError, CidrFacts, MAX_SPLIT, SplitError};
pub use free::FreeSpace;
pub use overlap::{OverlappingCidr, Owned, by_address, each_overlap, first_of_others, first_overlaps};
