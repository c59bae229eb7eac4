//! What the properties of a peering are, and what can be wrong with them.

use crate::catalogue::rows::{Cloud, CloudRow, Range};
use crate::model::path::PropertyPath;
use crate::model::resource::Resource;
use crate::net::{Cidr, CidrError};

/// What is wrong with `peerResourceProvider`.
#[derive(Debug)]
pub enum CloudFault<'a> {
    /// It is no cloud, or has white space around it, which the provider does not trim.
    Unknown(&'a str),
    /// It has another case.
    Spelling(&'a str, &'static CloudRow),
}

/// The network of the service is in another cloud than the peer network.
#[derive(Debug)]
pub struct OtherCloud<'a> {
    pub peer: &'static CloudRow,
    pub net: &'a Resource,
    pub own: &'static CloudRow,
}

/// What is given as the tenant of an Azure network is the subscription that the network is in.
#[derive(Debug)]
pub struct Subscription;

/// An identifier does not have the shape that it has in the cloud of the peer network.
#[derive(Debug)]
pub struct IdFault<'a> {
    pub cloud: Cloud,
    /// As the user wrote it.
    pub text: &'a str,
    pub id: NotAnId<'a>,
}

/// What a text is that is not an identifier.
#[derive(Debug)]
pub enum NotAnId<'a> {
    /// It has no visible character.
    Blank,
    /// It is this identifier with white space around it.
    Padded(&'a str),
    /// It is this identifier in another case.
    Lower(String),
    /// It contains this identifier, which is probably meant.
    Contains(String),
    /// It is a number that identifies the same thing.
    Number,
    /// It is something else.
    Other,
}

/// A route that is meant.
#[derive(Clone, Copy, Debug)]
pub struct Route<'a> {
    pub path: PropertyPath<'a>,
    /// As the user wrote it.
    pub text: &'a str,
    pub cidr: Cidr,
}

/// What is wrong with a route.
#[derive(Debug)]
pub enum RouteFault<'a> {
    /// It is no CIDR block.
    Invalid(PropertyPath<'a>, &'a str, CidrError),
    /// It has white space around it.
    Padded(Route<'a>),
    /// The provider does not accept its prefix length.
    PrefixLength(Route<'a>, Range),
    /// Bits are set after its prefix.
    HostBits(Route<'a>),
    /// It is not in private address space.
    NotPrivate(Route<'a>),
}
