//! What several rules about access lists ask.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use crate::catalogue::rows::CidrRole;
use crate::model::resource::State;
use crate::model::{acl, managed_cluster as cluster};
use crate::net::{Cidr, CidrError};
use crate::rules::prelude::*;

/// What is wrong with an address. Each address is one of these, so that every fault is reported once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) enum Address {
    /// Neither a CIDR block nor an address.
    Malformed(CidrError),
    /// A CIDR block that contains a large part of the internet.
    Broad(Cidr),
    /// Private address space, or a CIDR block that overlaps it.
    Private(Cidr),
    /// A CIDR block with host bits set: it or the single address may be meant.
    HostBits(Cidr),
    /// An address without a prefix length.
    Bare(Ipv4Addr),
    /// Nothing is wrong with how it is written.
    Plain(Cidr),
}

impl Address {
    /// Reads a text, whatever else is wrong with it.
    pub fn read(cx: &Context<'_>, text: &str) -> Self {
        let (cidr, written) = match Cidr::parse(text) {
            Ok(cidr) => (cidr, Self::Plain(cidr)),
            Err(CidrError::HostBits(cidr)) => (cidr, Self::HostBits(cidr)),
            Err(CidrError::NoPrefixLength(address)) => match Cidr::containing(address, 32) {
                Some(cidr) => (cidr, Self::Bare(address)),
                None => return Self::Malformed(CidrError::Malformed),
            },
            Err(error) => return Self::Malformed(error),
        };
        // Of a CIDR block that has to be replaced altogether, the spelling does not matter.
        let catalogue = cx.catalogue();
        let min = catalogue.address_limits().map_or(0, |limits| limits.broad_access_prefix_length);
        if u32::from(cidr.prefix_length()) < min {
            Self::Broad(cidr)
        } else if catalogue.cidr_blocks(CidrRole::Private).any(|range| range.overlaps(cidr)) {
            Self::Private(cidr)
        } else {
            written
        }
    }

    /// The addresses that may connect, when it is clear which are meant.
    pub fn cidr(self) -> Option<Cidr> {
        match self {
            Self::Plain(cidr) => Some(cidr),
            Self::Bare(address) => Cidr::containing(address, 32),
            Self::Malformed(_) | Self::Broad(_) | Self::Private(_) | Self::HostBits(_) => None,
        }
    }
}

/// The address of an entry.
#[derive(Clone, Copy, Debug)]
pub(in crate::rules) struct EntryAddress<'a> {
    resource: &'a Resource,
    pub path: PropertyPath<'a>,
    /// As the user wrote it.
    pub text: &'a str,
    pub address: Address,
}

impl<'a> EntryAddress<'a> {
    /// A finding at the address.
    pub fn finding(self, message: impl Into<String>) -> Finding<'a> {
        Finding::at(self.resource, self.path, message)
    }
}

/// The addresses of all entries that have one.
pub(in crate::rules) fn addresses<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Vec<EntryAddress<'a>> {
    let mut found = Vec::new();
    for entry in entries(cx, resource) {
        let path = entry.key(acl::ADDRESS);
        if let Some(text) = cx.text(resource, path).known() {
            found.push(EntryAddress { resource, path, text, address: Address::read(cx, text) });
        }
    }
    found
}

/// Reports what a rule finds on each address of an access list.
pub(in crate::rules) fn check_addresses<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    find: impl Fn(&Context<'a>, EntryAddress<'a>) -> Option<Finding<'a>>,
) {
    for address in addresses(cx, resource) {
        if let Some(finding) = find(cx, address) {
            cx.report(finding);
        }
    }
}

/// The paths of the entries.
pub(in crate::rules) fn entries<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Vec<PropertyPath<'a>> {
    cx.items(resource, acl::CIDR_BLOCKS).known().map_or_else(Vec::new, Iterator::collect)
}

/// The keys of an entry, when it is an object: whether it has an address, and the keys that are ignored.
pub(in crate::rules) fn keys<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    entry: PropertyPath<'a>,
) -> Option<(bool, Vec<&'a str>)> {
    let keys = cx.keys(resource, entry).known()?;
    let ignored = keys.filter(|key| !matches!(*key, acl::ADDRESS | acl::COMMENT)).collect();
    Some((cx.has_key(resource, entry.key(acl::ADDRESS)), ignored))
}

/// The text at a path, for a fix that moves it. Secret text is left alone.
pub(in crate::rules) fn movable<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    path: PropertyPath<'a>,
) -> Option<&'a str> {
    if cx.is_marked_secret(resource, path) {
        return None;
    }
    cx.text(resource, path).known()
}

/// The first of some keys that stands for the comment, in an entry without one.
pub(in crate::rules) fn comment_like<'a>(
    cx: &mut Context<'a>,
    resource: &Resource,
    entry: PropertyPath<'_>,
    keys: &[&'a str],
) -> Option<&'a str> {
    let has_comment = cx.has_key(resource, entry.key(acl::COMMENT));
    keys.iter().copied().find(|key| acl::COMMENT_LIKE.contains(key) && !has_comment)
}

/// The clusters that refer to each access list of the program, by its name, and whether these are all.
///
/// They are not when the `aclId` of a cluster is unknown, which may refer to any access list.
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
