//! What the properties of a managed cluster are, and what can be wrong with them.

use crate::catalogue::rows::ServerLine;
use crate::value::date::Date;
use crate::value::server_version::Line;

/// The release line that is meant.
#[derive(Clone, Copy, Debug)]
pub struct Release<'a> {
    /// As the user wrote it.
    pub written: &'a str,
    pub line: Line,
}

/// What is wrong with how `serverVersion` is written.
#[derive(Debug)]
pub enum VersionFault<'a> {
    /// It is a number.
    Number(f64),
    /// It is no version.
    Malformed(&'a str),
    /// It is a patch of a release line.
    Patch(Release<'a>),
}

/// Why a release line is of no use for a new cluster.
#[derive(Debug)]
pub enum SupportFault<'a> {
    /// The service no longer offers it.
    NotOffered(Release<'a>),
    /// Its support has ended.
    OutOfSupport(&'a ServerLine, Date),
}

/// Nothing documents that the service offers the release line; of some, the catalogue has a row.
#[derive(Debug)]
pub struct Undocumented<'a>(pub Release<'a>, pub Option<&'a ServerLine>);

/// The release line has no long-term support.
#[derive(Debug)]
pub struct ShortSupport<'a>(pub Release<'a>, pub &'a ServerLine);

/// The support of the release line ends within this many months.
#[derive(Debug)]
pub struct EndsSoon<'a> {
    pub row: &'a ServerLine,
    pub last: Date,
    pub months: u16,
}

/// What is wrong with `serverVersionTag`.
#[derive(Debug)]
pub enum TagFault<'a> {
    /// It has no visible character.
    Blank,
    /// It is no patch; it may be a release line.
    NotAPatch(&'a str, Option<Line>),
    /// It is one, which has no effect before the cluster exists.
    NoEffect,
}
