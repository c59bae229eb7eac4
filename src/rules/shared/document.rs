//! What several rules about documents need.

use crate::rules::prelude::*;

/// The end of a message about an unknown name: which one is probably meant, if any.
pub(in crate::rules) fn did_you_mean(meant: Option<&str>) -> String {
    meant.map_or_else(String::new, |meant| format!("; did you mean {}?", quoted(meant)))
}
