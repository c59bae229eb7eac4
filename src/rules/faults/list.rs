//! What can be wrong with any list.

/// A list that must have an item has none.
#[derive(Debug)]
pub struct NoItems;
