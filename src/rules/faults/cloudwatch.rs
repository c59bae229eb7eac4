//! What the properties of an integration with CloudWatch are, and what can be wrong with them.

use crate::model::path::PropertyPath;
use crate::rules::faults::text::Absent;

/// What is wrong with `accessKeyId`.
#[derive(Debug)]
pub enum KeyFault {
    /// It is not there.
    Absent(Absent),
    /// It works only for a short time.
    Temporary,
    /// It does not have the shape of an access key.
    NotAKey,
    /// It does not, and its secret has.
    Swapped,
}

/// The id of the cluster at this path has no visible character.
#[derive(Debug)]
pub struct BlankId<'a>(pub PropertyPath<'a>);

/// A name that CloudWatch does not accept.
#[derive(Debug)]
pub struct NotAccepted<'a> {
    /// As the user wrote it.
    pub text: &'a str,
    /// What is accepted of it: the same without white space around it.
    pub meant: Option<&'a str>,
}
