//! What several rules about networks ask.

use crate::catalogue::rows::{CidrRole, CloudRow, Range, Region};
use crate::model::network;
use crate::model::resource::State;
use crate::net::{Cidr, CidrError};
use crate::rules::prelude::*;
use crate::rules::shared::target::has_public_access;

/// A block that every cloud takes, for help where nothing better is known.
pub(in crate::rules) const EXAMPLE: &str = "10.20.0.0/16";

/// The region of a network whose cloud is known.
pub(in crate::rules) struct Where<'a> {
    pub cloud: &'static CloudRow,
    /// The region as the user wrote it.
    pub written: &'a str,
    /// The same in lower case and without white space around it.
    pub spelt: String,
    /// What the catalogue has under this code or, on Azure, under this display name.
    pub row: Option<&'a Region>,
}

impl Where<'_> {
    /// Whether it is spelt as the cloud spells regions, and the catalogue does not have it.
    pub fn is_unknown(&self) -> bool {
        self.row.is_none() && self.cloud.id.spells(&self.spelt)
    }
}

/// The cloud and the region of a network, when both can be read.
pub(in crate::rules) fn place<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<Where<'a>> {
    let catalogue = cx.catalogue();
    let provider = cx.text(resource, network::RESOURCE_PROVIDER).known()?;
    let cloud = catalogue.cloud(provider.trim())?;
    let written = cx.text(resource, network::REGION).known()?;
    let spelt = written.trim().to_lowercase();
    let by_code = catalogue.region(cloud.id, written).or_else(|| catalogue.region(cloud.id, &spelt));
    let row = match cloud.id {
        Cloud::Azure => by_code.or_else(|| catalogue.region_by_spelling(cloud.id, &spelt)),
        Cloud::Aws | Cloud::Gcp => by_code,
    };
    Some(Where { cloud, written, spelt, row })
}

/// Whether the network is public for certain: a private block is then forbidden. Nothing is deferred by asking, for
/// a block that is wrong stays wrong whatever `publicAccess` becomes.
fn is_known_public(cx: &Context<'_>, resource: &Resource) -> bool {
    let slot = resource.slot(network::PUBLIC_ACCESS);
    slot.is_some_and(|slot| slot.state == State::Boolean(true)) && has_public_access(cx)
}

/// The text of a private network's block, and what it is. Nothing for a public network, which has none.
pub(in crate::rules) fn private_text<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
) -> Option<(&'a str, Result<Cidr, CidrError>)> {
    if is_known_public(cx, resource) {
        return None;
    }
    let text = cx.text(resource, network::CIDR_BLOCK).known()?;
    Some((text, Cidr::parse(text)))
}

/// The block of a private network, when it is written without fault and as large as the service allows.
pub(in crate::rules) fn valid_block<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<(&'a str, Cidr)> {
    let (text, parsed) = private_text(cx, resource)?;
    let block = parsed.ok()?;
    fits_service(cx, block).then_some((text, block))
}

/// The prefix lengths that the service allows for networks.
pub(in crate::rules) fn service_lengths(cx: &Context<'_>) -> Option<Range> {
    Some(cx.catalogue().address_limits()?.network_prefix_length)
}

/// Whether the service allows the prefix length of a block.
pub(in crate::rules) fn fits_service(cx: &Context<'_>, block: Cidr) -> bool {
    let length = u32::from(block.prefix_length());
    service_lengths(cx).is_none_or(|range| (range.min..=range.max).contains(&length))
}

/// The network's cloud, when the block is larger than it allows.
pub(in crate::rules) fn cloud_that_is_exceeded<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    block: Cidr,
) -> Option<&'static CloudRow> {
    let exceeded = |cloud: &&CloudRow| u32::from(block.prefix_length()) < cloud.min_prefix_length;
    // Most blocks fit every cloud, and then it does not matter which one it is.
    let catalogue = cx.catalogue();
    catalogue.clouds().find(exceeded)?;
    let provider = cx.text(resource, network::RESOURCE_PROVIDER).known()?;
    catalogue.cloud(provider.trim()).filter(exceeded)
}

/// The prefix lengths that a network may have: those of the service, and of its cloud where that is known.
pub(in crate::rules) fn lengths<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<Range> {
    let range = service_lengths(cx)?;
    let provider = cx.text(resource, network::RESOURCE_PROVIDER).known().unwrap_or_default();
    let own = cx.catalogue().cloud(provider.trim()).map_or(range.min, |cloud| cloud.min_prefix_length);
    Some(Range { min: range.min.max(own), max: range.max })
}

/// A block to write instead of one of a prefix length that is not allowed: the nearest around the same address, where
/// that is private.
pub(in crate::rules) fn resized(cx: &Context<'_>, text: &str, block: Cidr, allowed: Range) -> String {
    let length = u32::from(block.prefix_length()).max(allowed.min).min(allowed.max);
    let resized = u8::try_from(length).ok().and_then(|length| Cidr::resized(text, length));
    let private =
        resized.filter(|block| cx.catalogue().cidr_blocks(CidrRole::Private).any(|range| range.contains(*block)));
    private.map_or_else(|| EXAMPLE.to_string(), |block| block.to_string())
}

/// Completes a finding with the block to write instead, where no other rule would refuse that one.
pub(in crate::rules) fn write_block<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    finding: Finding<'a>,
    block: Cidr,
) -> Finding<'a> {
    let is_private = cx.catalogue().cidr_blocks(CidrRole::Private).any(|range| range.contains(block));
    let is_fit = is_private && fits_service(cx, block) && cloud_that_is_exceeded(cx, resource, block).is_none();
    if is_fit { finding.set(network::CIDR_BLOCK, block.to_string()) } else { finding }
}
