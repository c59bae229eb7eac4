//! What several rules about access lists ask.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use crate::catalogue::rows::CidrRole;
use crate::model::resource::State;
use crate::model::{acl, managed_cluster as cluster};
use crate::net::{Cidr, CidrError};
use crate::rules::prelude::*;

/// What one rule has to say about an address. Each address is one of these, so that every fault is reported once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) enum Address {
    /// Neither a block nor an address.
    Malformed(CidrError),
    /// A block of a large part of the internet.
    Broad(Cidr),
    /// Private address space, or a block that reaches into it.
    Private(Cidr),
    /// A block with host bits set: it or the one address may be meant.
    HostBits(Cidr),
    /// An address without a prefix length.
    Bare(Ipv4Addr),
    /// Nothing is wrong with how it is written.
    Plain(Cidr),
}

impl Address {
    /// What is written, whatever is wrong with it besides.
    pub fn read(cx: &Context<'_>, text: &str) -> Self {
        let (block, written) = match Cidr::parse(text) {
            Ok(block) => (block, Self::Plain(block)),
            Err(CidrError::HostBits(block)) => (block, Self::HostBits(block)),
            Err(CidrError::NoPrefixLength(address)) => match Cidr::containing(address, 32) {
                Some(block) => (block, Self::Bare(address)),
                None => return Self::Malformed(CidrError::Malformed),
            },
            Err(error) => return Self::Malformed(error),
        };
        // A block that has to be replaced altogether is not also asked to be spelt better.
        let catalogue = cx.catalogue();
        let least = catalogue.address_limits().map_or(0, |limits| limits.broad_access_prefix_length);
        if u32::from(block.prefix_length()) < least {
            Self::Broad(block)
        } else if catalogue.cidr_blocks(CidrRole::Private).any(|range| range.overlaps(block)) {
            Self::Private(block)
        } else {
            written
        }
    }

    /// The addresses that may connect, when it is clear which are meant.
    pub fn block(self) -> Option<Cidr> {
        match self {
            Self::Plain(block) => Some(block),
            Self::Bare(address) => Cidr::containing(address, 32),
            Self::Malformed(_) | Self::Broad(_) | Self::Private(_) | Self::HostBits(_) => None,
        }
    }
}

/// The addresses of all entries that have one, each with its place and as it is written.
pub(in crate::rules) fn addresses<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
) -> Vec<(PropertyPath<'a>, &'a str, Address)> {
    let mut found = Vec::new();
    for entry in entries(cx, resource) {
        let place = entry.key(acl::ADDRESS);
        if let Some(text) = cx.text(resource, place).known() {
            found.push((place, text, Address::read(cx, text)));
        }
    }
    found
}

/// The places of the entries.
pub(in crate::rules) fn entries<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Vec<PropertyPath<'a>> {
    cx.items(resource, acl::CIDR_BLOCKS).known().map_or_else(Vec::new, Iterator::collect)
}

/// The keys of an entry, when it is an object: whether it has an address, and those that nothing reads.
pub(in crate::rules) fn keys<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    entry: PropertyPath<'a>,
) -> Option<(bool, Vec<&'a str>)> {
    let keys = cx.keys(resource, entry).known()?;
    let other = keys.filter(|key| !matches!(*key, acl::ADDRESS | acl::COMMENT)).collect();
    Some((cx.has_key(resource, entry.key(acl::ADDRESS)), other))
}

/// The text under a key, for a fix that moves it. Secret text is left alone.
pub(in crate::rules) fn movable<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    place: PropertyPath<'a>,
) -> Option<&'a str> {
    if cx.is_marked_secret(resource, place) {
        return None;
    }
    cx.text(resource, place).known()
}

/// The first of some keys that is written where the comment belongs, in an entry without comment.
pub(in crate::rules) fn comment_like<'a>(
    cx: &mut Context<'a>,
    resource: &Resource,
    entry: PropertyPath<'_>,
    keys: &[&'a str],
) -> Option<&'a str> {
    let has_comment = cx.has_key(resource, entry.key(acl::COMMENT));
    keys.iter().copied().find(|key| acl::COMMENT_LIKE.contains(key) && !has_comment)
}

/// The clusters that refer to each access list of the program, by the list's name, and whether these are all: a cluster
/// whose `aclId` is not known yet may refer to any list.
pub(in crate::rules) fn users<'a>(cx: &mut Context<'a>) -> (BTreeMap<&'a str, Vec<&'a Resource>>, bool) {
    let mut users: BTreeMap<&str, Vec<&Resource>> = BTreeMap::new();
    let mut is_complete = true;
    for db in cx.program().of_kind(cluster::KIND.name) {
        match cx.state(db, cluster::ACL_ID) {
            Some(State::Reference(list)) => users.entry(&list.name).or_default().push(db),
            Some(State::Unknown) => is_complete = false,
            _ => {}
        }
    }
    (users, is_complete)
}
