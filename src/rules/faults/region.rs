//! What a region is, and what can be wrong with how it is spelled.

use std::borrow::Cow;

use crate::catalogue::rows::{Cloud, CloudRow, Region};

/// A region that is meant.
#[derive(Clone, Debug)]
pub struct Code<'a> {
    /// As the user wrote it.
    pub written: &'a str,
    /// As its cloud spells it.
    pub code: Cow<'a, str>,
    /// Whether the two differ in more than case and white space.
    pub is_respelled: bool,
}

/// A text that is not how a cloud spells a region.
#[derive(Debug)]
pub struct Misspelled<'a> {
    pub cloud: &'static CloudRow,
    /// As the user wrote it.
    pub written: &'a str,
    pub meant: Meant<'a>,
}

/// The region that a text means.
#[derive(Debug)]
pub enum Meant<'a> {
    /// The same in lower case and without white space around it, which is how the cloud spells regions.
    Lower(String),
    /// Another spelling of a region that the catalogue has.
    Same(&'a Region),
    /// The region that the documentation of the service once called so.
    Published(&'a Region),
    /// Perhaps the region in the place where another cloud has the one that is written.
    InCity(&'a Region),
    /// Perhaps the region that is nearest to the place where another cloud has the one that is written, which is the other.
    NearPlace(&'a Region, &'a Region),
    /// Perhaps the region with the nearest spelling.
    Near(&'a Region),
    /// None that is known.
    None,
}

impl<'a> Misspelled<'a> {
    /// Whether a reader of its cloud knows which region it is: its code in another case, or its display name on Azure.
    pub fn is_clear(&self) -> bool {
        match self.meant {
            Meant::Lower(_) => true,
            Meant::Same(_) => self.cloud.id == Cloud::Azure,
            _ => false,
        }
    }

    /// The region that is meant, if that is certain.
    pub fn code(&self) -> Option<Code<'a>> {
        let (code, is_respelled) = match &self.meant {
            Meant::Lower(lower) => (Cow::Owned(lower.clone()), false),
            Meant::Same(row) | Meant::Published(row) => (Cow::Borrowed(row.id.as_str()), true),
            Meant::InCity(_) | Meant::NearPlace(..) | Meant::Near(_) | Meant::None => return None,
        };
        Some(Code { written: self.written, code, is_respelled })
    }
}
