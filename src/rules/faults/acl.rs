//! What the properties of an access list are, and what can be wrong with them.

use crate::catalogue::rows::NotableCidr;
use crate::model::path::PropertyPath;
use crate::net::{Cidr, CidrError};

/// An entry that is an object.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    pub path: PropertyPath<'a>,
    pub has_comment: bool,
    /// Its keys that nothing reads.
    pub ignored: Vec<Ignored<'a>>,
}

impl<'a> Entry<'a> {
    /// The key that stands for the comment, in an entry without one.
    pub fn comment_key(&self) -> Option<Ignored<'a>> {
        self.ignored.iter().copied().find(|ignored| ignored.is_comment && !self.has_comment)
    }
}

/// A key of an entry that nothing reads.
#[derive(Clone, Copy, Debug)]
pub struct Ignored<'a> {
    pub key: &'a str,
    /// Its text, for a fix that moves it. Secret text is left alone.
    pub text: Option<&'a str>,
    /// The addresses that the text means.
    pub address: Option<Address>,
    /// Whether people write a comment under such a key.
    pub is_comment: bool,
}

/// The entry has no `address`.
#[derive(Debug)]
pub struct NoAddress<'a>(pub Entry<'a>);

/// The entry at this path has its comment under a key that nothing reads.
#[derive(Debug)]
pub struct CommentKey<'a>(pub PropertyPath<'a>, pub Ignored<'a>);

/// The entry at this path has other keys that nothing reads.
#[derive(Debug)]
pub struct OtherKeys<'a>(pub PropertyPath<'a>, pub Vec<Ignored<'a>>);

/// The entry at this path has no `comment`.
#[derive(Debug)]
pub struct NoComment<'a>(pub PropertyPath<'a>);

/// The addresses that a text means.
#[derive(Clone, Copy, Debug)]
pub struct Address {
    pub cidr: Cidr,
    pub form: Form,
    pub reach: Reach,
}

impl Address {
    /// The CIDR block that may be written instead, when there is nothing else wrong with it.
    pub fn plain(self) -> Option<Cidr> {
        (self.form != Form::HostBits && self.reach == Reach::Public).then_some(self.cidr)
    }
}

/// How addresses are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As a CIDR block.
    Block,
    /// As a CIDR block with host bits set: it or the single address may be meant.
    HostBits,
    /// As an address without a prefix length.
    Bare,
}

/// Whose addresses they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// They are on the internet.
    Public,
    /// They are a large part of the internet.
    Broad,
    /// They are in private address space, or overlap it.
    Private,
}

/// The address of an entry.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    pub path: PropertyPath<'a>,
    /// As the user wrote it.
    pub text: &'a str,
    pub address: Address,
}

/// What is wrong with the address of an entry.
#[derive(Debug)]
pub enum AddressFault<'a> {
    /// It is neither a CIDR block nor an address; without white space around it, it may be one.
    Malformed { path: PropertyPath<'a>, text: &'a str, error: CidrError, meant: Option<Address> },
    /// It contains a large part of the internet.
    Broad(Written<'a>),
    /// It is in private address space, or overlaps it.
    Private(Written<'a>),
}

/// Why it is not clear which addresses are meant.
#[derive(Debug)]
pub enum FormFault<'a> {
    /// Host bits are set: the CIDR block or the single address may be meant.
    HostBits(Written<'a>, Option<Cidr>),
    /// There is no prefix length.
    Bare(Written<'a>),
}

/// No client has such an address.
#[derive(Debug)]
pub struct Unroutable<'a>(pub Written<'a>, pub &'static NotableCidr);
