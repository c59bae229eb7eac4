//! What several rules about networks ask; rules about peerings and access lists share some of it.

use crate::catalogue::rows::{CidrRole, CloudRow, Range, Region};
use crate::model::network;
use crate::model::resource::State;
use crate::model::verdict::taken_range;
use crate::net::{Cidr, CidrError};
use crate::rules::prelude::*;
use crate::rules::shared::peering::taken_by_routes;
use crate::rules::shared::target::has_public_access;
use crate::value::spelling::all_of;

/// A CIDR block, for help about how one is written.
pub(in crate::rules) const EXAMPLE: &str = "10.20.0.0/16";

// ---- clouds

/// The finding of a text that is not the name of a cloud, without help, and the cloud that it probably means.
pub(in crate::rules) fn unknown_cloud<'a>(
    cx: &Context<'a>,
    resource: &'a Resource,
    id: PropertyId,
    written: &str,
) -> (Finding<'a>, Option<&'static CloudRow>) {
    let clouds = || cx.catalogue().clouds();
    let message = match written.trim() {
        "" => format!("`{}` is blank", PropertyPath::from(id).path(resource)),
        _ => format!("unknown cloud {}", quoted(written)),
    };
    let meant = nearest(written, clouds().flat_map(|row| [row.id.as_str(), row.name.as_str()]));
    let is_meant = |row: &&CloudRow| meant.is_some_and(|meant| [row.id.as_str(), row.name.as_str()].contains(&meant));
    (Finding::at(resource, id, message), clouds().find(is_meant))
}

/// Says to use one of these clouds, which suit what else is written; where there are none, which clouds there are.
pub(in crate::rules) fn suggest_cloud<'a>(
    cx: &Context<'a>,
    finding: Finding<'a>,
    id: PropertyId,
    suited: &[&CloudRow],
) -> Finding<'a> {
    if suited.is_empty() {
        let all: Vec<&str> = cx.catalogue().clouds().map(|row| row.id.as_str()).collect();
        return finding.help(format!("the clouds are {}; choose the one that the other values are of", all_of(&all)));
    }
    finding.suggest(id, suited.iter().map(|row| row.id.as_str()), |listed| format!("use {listed}"))
}

// ---- regions

/// Suggests the nearest usual region as an example, if there is one; the help is given it as the end of a sentence.
pub(in crate::rules) fn suggest_other_region<'a>(
    cx: &Context<'a>,
    finding: Finding<'a>,
    row: &Region,
    help: impl FnOnce(&str) -> String,
) -> Finding<'a> {
    let other = cx.catalogue().region_instead_of(row).map(|other| other.id.to_string());
    suggest_example(finding, network::REGION, other, help)
}

/// Suggests a value as an example, if there is one; the help is given it as the end of a sentence.
fn suggest_example<'a>(
    finding: Finding<'a>,
    id: PropertyId,
    example: Option<String>,
    help: impl FnOnce(&str) -> String,
) -> Finding<'a> {
    match example {
        Some(example) => finding.suggest(id, [example], |listed| help(&format!(", such as {listed}"))),
        None => finding.help(help("")),
    }
}

// ---- CIDR blocks

/// What is wrong with a text that is not a CIDR block, as a message.
///
/// `users` is what has CIDR blocks of this kind, such as networks.
pub(in crate::rules) fn cidr_fault(text: &str, error: CidrError, users: &str) -> String {
    let shown = quoted(text);
    match error {
        CidrError::Empty | CidrError::Malformed => format!("{shown} is not an IPv4 CIDR block"),
        CidrError::NoPrefixLength(_) => format!("{shown} is an address without a prefix length"),
        CidrError::HostBits(_) => format!("{shown} has host bits set after its prefix"),
        CidrError::Ipv6 => format!("{shown} is IPv6; {users} support only IPv4"),
        CidrError::PrefixLength(_) => format!("{shown} has no valid prefix length after its slash"),
        CidrError::LeadingZero => {
            format!("{shown} has a number with a leading zero, which some programs read as octal")
        }
    }
}

/// What is wrong with a CIDR block that is not in private address space, as a message.
pub(in crate::rules) fn not_private(cx: &Context<'_>, text: &str, cidr: Cidr) -> Option<String> {
    if is_private(cx, cidr) {
        return None;
    }
    let shown = quoted(text);
    Some(match cx.catalogue().cidr_blocks(CidrRole::Private).any(|range| range.overlaps(cidr)) {
        true => format!("{shown} extends beyond private address space"),
        false => format!("{shown} is not in private address space"),
    })
}

/// The ranges of private address space, joined as prose.
pub(in crate::rules) fn private_ranges(cx: &Context<'_>) -> String {
    let ranges: Vec<String> = cx.catalogue().cidr_blocks(CidrRole::Private).map(|range| range.to_string()).collect();
    one_of(&ranges)
}

/// Whether a CIDR block lies within private address space.
pub(in crate::rules) fn is_private(cx: &Context<'_>, cidr: Cidr) -> bool {
    cx.catalogue().cidr_blocks(CidrRole::Private).any(|range| range.contains(cidr))
}

/// Whether the network is public for certain: a private CIDR block is then forbidden.
///
/// Nothing is deferred by asking, for a CIDR block that is wrong stays wrong whatever `publicAccess` becomes.
pub(in crate::rules) fn is_known_public(cx: &Context<'_>, resource: &Resource) -> bool {
    let slot = resource.slot(network::PUBLIC_ACCESS);
    slot.is_some_and(|slot| slot.state == State::Boolean(true)) && has_public_access(cx)
}

/// The CIDR blocks of the networks of the program, but for one of them, as far as it is clear which are meant.
pub(in crate::rules) fn networks(cx: &mut Context<'_>, but: Option<&Resource>) -> Vec<Cidr> {
    let mut networks = Vec::new();
    let is_meant = |resource: &&Resource| but.is_none_or(|but| but.index != resource.index);
    for resource in cx.program().of_kind(network::KIND.name).filter(is_meant) {
        let block = Network::of(cx, resource).and_then(|net| net.cidr_block(cx).value);
        networks.extend(block.map(|block| block.cidr));
    }
    networks
}

// ---- prefix lengths

/// What is wrong with a prefix length outside a range, as a message.
pub(in crate::rules) fn prefix_length_fault(text: &str, cidr: Cidr, range: Range) -> String {
    let (length, Range { min, max }) = (cidr.prefix_length(), range);
    format!("{} has a prefix length of {length}; the provider accepts {min} to {max}", quoted(text))
}

/// The prefix lengths that the provider accepts for networks.
pub(in crate::rules) fn provider_lengths(cx: &Context<'_>) -> Option<Range> {
    let documented = cx.catalogue().address_limits()?.network_prefix_length;
    Some(taken_range(&cx.settings().target, &network::KIND, network::CIDR_BLOCK).unwrap_or(documented))
}

/// Whether a prefix length is in a range.
pub(in crate::rules) fn is_in(range: Range, cidr: Cidr) -> bool {
    (range.min..=range.max).contains(&u32::from(cidr.prefix_length()))
}

/// Whether the provider accepts the prefix length of a CIDR block for a network.
pub(in crate::rules) fn fits_provider(cx: &Context<'_>, cidr: Cidr) -> bool {
    provider_lengths(cx).is_none_or(|range| is_in(range, cidr))
}

/// The CIDR block around the same address that has the nearest prefix length in a range.
///
/// Nothing where it does not lie within private address space.
pub(in crate::rules) fn resized(cx: &Context<'_>, text: &str, cidr: Cidr, range: Range) -> Option<Cidr> {
    let length = u32::from(cidr.prefix_length()).clamp(range.min, range.max);
    let resized = Cidr::resized(text, u8::try_from(length).ok()?);
    resized.filter(|cidr| is_private(cx, *cidr))
}

/// Completes a finding about the size of a `cidrBlock` with the prefix lengths that the network may have.
///
/// `limit` is what else there is to say about them.
pub(in crate::rules) fn suggest_size<'a>(
    cx: &mut Context<'a>,
    finding: Finding<'a>,
    net: Network<'a>,
    (text, cidr): (&str, Cidr),
    limit: &str,
) -> Finding<'a> {
    let Some(allowed) = net.lengths(cx) else { return finding };
    let resized = resized(cx, text, cidr, allowed);
    let is_free = resized.is_some_and(|cidr| !taken_by_routes(cx).iter().any(|route| route.overlaps(cidr)));
    let example = if is_free { resized } else { net.free_block(cx) };
    let Range { min, max } = allowed;
    suggest_block(finding, example, |listed| format!("use a prefix length from {min} to {max}{listed}{limit}"))
}

/// Suggests a CIDR block as an example, if there is one; the help is given it as the end of a sentence.
pub(in crate::rules) fn suggest_block(
    finding: Finding<'_>,
    example: Option<Cidr>,
    help: impl FnOnce(&str) -> String,
) -> Finding<'_> {
    suggest_example(finding, network::CIDR_BLOCK, example.map(|cidr| cidr.to_string()), help)
}
