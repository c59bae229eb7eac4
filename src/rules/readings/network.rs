//! How the properties of a network are read.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use crate::catalogue::rows::{Cloud, CloudRow, Range};
use crate::model::kind::PropertyId;
use crate::model::resource::Resource;
use crate::model::{managed_cluster, network, peering};
use crate::net::{Cidr, CidrError};
use crate::rules::context::Context;
use crate::rules::faults::network::{
    Block, BlockOfPublic, CidrBlockFault, CloudFault, CloudRegion, EmptyBlock, HostBits, NoBlock, NotPrivate,
    OfferFault, RegionFault, TooLargeForCloud, UndocumentedPublic,
};
use crate::rules::faults::region::{Code, Meant, Misspelled};
use crate::rules::faults::text::Absent;
use crate::rules::reading::Reading;
use crate::rules::readings::region::misspelled;
use crate::rules::readings::text::present;
use crate::rules::shared::network::{fits_provider, is_in, is_known_public, is_private, networks, provider_lengths};
use crate::rules::shared::peering::taken_by_routes;
use crate::rules::shared::target::has_public_access;
use crate::rules::views::{About, ManagedCluster, Network, Peering};

/// Private CIDR blocks of a size that every cloud accepts: their first numbers, and for each the second ones. Docker uses
/// what is left out.
const EXAMPLES: [(u8, RangeInclusive<u8>); 3] = [(10, 20..=255), (172, 20..=31), (192, 168..=168)];

/// Where a network is: its cloud, and the code of its region.
pub type Place<'a> = (Cloud, Cow<'a, str>);

impl<'a> Network<'a> {
    pub fn read_cloud(self, cx: &mut Context<'a>) -> Reading<&'static CloudRow, CloudFault<'a>> {
        let Some(written) = cx.text(self.resource, network::RESOURCE_PROVIDER).known() else { return Reading::NOTHING };
        let catalogue = cx.catalogue();
        match catalogue.cloud(written) {
            Some(cloud) if cloud.id.as_str() == written => Reading::good(cloud),
            Some(cloud) => Reading::with(cloud, [Some(CloudFault::Spelling(written, cloud))]),
            None => Reading { value: catalogue.cloud(written.trim()), faults: vec![CloudFault::Unknown(written)] },
        }
    }

    pub fn read_region(self, cx: &mut Context<'a>) -> Reading<CloudRegion<'a>, RegionFault<'a>> {
        let Some(cloud) = self.cloud(cx).value else { return Reading::NOTHING };
        let Some(written) = cx.text(self.resource, network::REGION).known() else { return Reading::NOTHING };
        let catalogue = cx.catalogue();
        if let row @ Some(_) = catalogue.region(cloud.id, written) {
            return Reading::good(CloudRegion { cloud, written, row });
        }
        let lower = written.trim().to_lowercase();
        let by_code = catalogue.region(cloud.id, &lower);
        let by_name = || (cloud.id == Cloud::Azure).then(|| catalogue.region_by_spelling(cloud.id, &lower)).flatten();
        let region = CloudRegion { cloud, written, row: by_code.or_else(by_name) };
        let fault = match (by_code, region.row) {
            (Some(row), _) => RegionFault::Case(region, row),
            (None, Some(row)) => RegionFault::DisplayName(region, row),
            (None, None) if !cloud.id.spells(&lower) => RegionFault::Spelling(misspelled(cx, cloud, written)),
            (None, None) => match catalogue.partition(cloud.id, &lower) {
                Some(partition) => RegionFault::Isolated(region, partition),
                None => RegionFault::Unknown {
                    region,
                    same: catalogue.region_by_spelling(cloud.id, &lower),
                    near: catalogue.nearest_region(cloud.id, &lower),
                },
            },
        };
        Reading::with(region, [Some(fault)])
    }

    pub fn read_offer(self, cx: &mut Context<'a>) -> Reading<(), OfferFault<'a>> {
        let Some(region @ CloudRegion { row: Some(row), .. }) = self.region(cx).value else { return Reading::NOTHING };
        Reading::with(
            (),
            [
                (!row.three_zones && row.published.is_none()).then_some(OfferFault::TooFewZones(region, row)),
                row.opt_in.then_some(OfferFault::NotEnabled(region, row)),
            ],
        )
    }

    pub fn read_text(self, cx: &mut Context<'a>) -> Reading<&'a str, EmptyBlock> {
        match cx.text(self.resource, network::CIDR_BLOCK).known() {
            None => Reading::NOTHING,
            Some(text) if text.trim().is_empty() => Reading::bad(EmptyBlock { is_public: self.is_public(cx) }),
            Some(text) => Reading::good(text),
        }
    }

    pub fn read_cidr_block(self, cx: &mut Context<'a>) -> Reading<Block<'a>, CidrBlockFault<'a>> {
        // What the block of a public network is does not matter. Whether it is public is not waited for: a block that is wrong
        // stays wrong.
        if is_known_public(cx, self.resource) {
            return Reading::NOTHING;
        }
        let Some(text) = self.text(cx).value else { return Reading::NOTHING };
        let block = |cidr, has_host_bits| Block { text, cidr, has_host_bits };
        let block = match Cidr::parse(text) {
            Ok(cidr) => block(cidr, false),
            Err(CidrError::HostBits(cidr)) => block(cidr, true),
            Err(error) => {
                let value = match Cidr::parse(text.trim()) {
                    Ok(cidr) => Some(block(cidr, false)),
                    Err(CidrError::HostBits(cidr)) => Some(block(cidr, true)),
                    Err(_) => None,
                };
                return Reading { value, faults: vec![CidrBlockFault::Invalid(text, error)] };
            }
        };
        let range = provider_lengths(cx).filter(|range| !is_in(*range, block.cidr));
        Reading::with(block, [range.map(|range| CidrBlockFault::PrefixLength(block, range))])
    }

    pub fn read_size(self, cx: &mut Context<'a>) -> Reading<(), TooLargeForCloud<'a>> {
        let Some(block) = self.cidr_block(cx).value else { return Reading::NOTHING };
        let cloud = self.exceeded_cloud(cx, block.cidr);
        Reading::with((), [cloud.map(|cloud| TooLargeForCloud(block, cloud))])
    }

    pub fn read_host_bits(self, cx: &mut Context<'a>) -> Reading<(), HostBits<'a>> {
        let block = self.cidr_block(cx).value.filter(|block| block.has_host_bits);
        Reading::with((), [block.map(HostBits)])
    }

    pub fn read_space(self, cx: &mut Context<'a>) -> Reading<(), NotPrivate<'a>> {
        let block = self.cidr_block(cx).value.filter(|block| !is_private(cx, block.cidr));
        Reading::with((), [block.map(NotPrivate)])
    }

    pub fn read_project(self, cx: &mut Context<'a>) -> Reading<&'a str, Absent> {
        present(cx, self.resource, network::PROJECT_ID)
    }

    pub fn read_private_block(self, cx: &mut Context<'a>) -> Reading<(), NoBlock> {
        if !cx.is_missing(self.resource, network::CIDR_BLOCK) {
            return Reading::NOTHING;
        }
        Reading::with((), [(self.is_public(cx) == Some(false)).then_some(NoBlock)])
    }

    pub fn read_public_block(self, cx: &mut Context<'a>) -> Reading<(), BlockOfPublic<'a>> {
        let is_given = cx.is_given(self.resource, network::CIDR_BLOCK);
        if !is_given || !has_public_access(cx) || self.is_public(cx) != Some(true) {
            return Reading::NOTHING;
        }
        Reading::with((), [self.text(cx).value.map(BlockOfPublic)])
    }

    pub fn read_public_cloud(self, cx: &mut Context<'a>) -> Reading<(), UndocumentedPublic> {
        if !has_public_access(cx) || self.is_public(cx) != Some(true) {
            return Reading::NOTHING;
        }
        let cloud = self.cloud(cx).value.filter(|cloud| !cloud.public_networks_documented);
        Reading::with((), [cloud.map(UndocumentedPublic)])
    }

    /// Its cloud, and the code of the region that is probably meant; what is written where the catalogue has none.
    pub fn place(self, cx: &mut Context<'a>) -> Option<Place<'a>> {
        let reading = self.region(cx);
        let CloudRegion { cloud, written, row } = reading.value?;
        let meant = row.map(|row| row.id.as_str()).or(match reading.faults.as_slice() {
            [RegionFault::Unknown { same: Some(row), .. }, ..]
            | [RegionFault::Spelling(Misspelled { meant: Meant::Same(row) | Meant::Published(row), .. }), ..] => {
                Some(row.id.as_str())
            }
            _ => None,
        });
        Some((cloud.id, meant.map_or_else(|| Cow::Owned(written.trim().to_lowercase()), Cow::Borrowed)))
    }

    /// Whether its region is written as one of a cloud.
    pub fn has_region_of(self, cx: &mut Context<'a>, cloud: &CloudRow) -> bool {
        let region = cx.text(self.resource, network::REGION).known();
        region.is_some_and(|region| cx.catalogue().region(cloud.id, region).is_some())
    }

    /// Whether all that is known of it suits a cloud: its region, its CIDR block, the disks of its clusters and the other side
    /// of its peerings.
    pub fn suits(self, cx: &mut Context<'a>, cloud: &CloudRow) -> bool {
        let region = cx.text(self.resource, network::REGION).known();
        region.is_none_or(|region| cx.catalogue().region(cloud.id, region).is_some()) && self.others_suit(cx, cloud)
    }

    /// Cloud and region, if each is written where the other should be.
    pub fn exchanged(self, cx: &mut Context<'a>, written: &'a str) -> Option<(&'static str, &'a str)> {
        let cloud = cx.catalogue().cloud(cx.text(self.resource, network::REGION).known()?)?;
        cx.catalogue().region(cloud.id, written)?;
        self.others_suit(cx, cloud).then(|| (cloud.id.as_str(), written))
    }

    /// The same but for its region.
    fn others_suit(self, cx: &mut Context<'a>, cloud: &CloudRow) -> bool {
        let block = self.cidr_block(cx).value;
        if block.is_some_and(|block| u32::from(block.cidr.prefix_length()) < cloud.min_prefix_length) {
            return false;
        }
        let program = cx.program();
        let is_disk =
            |cx: &mut Context<'a>, db: ManagedCluster<'a>| db.disk(cx).is_none_or(|disk| disk.cloud == cloud.id);
        let is_peer =
            |cx: &mut Context<'a>, peering: Peering<'a>| peering.cloud(cx).value.is_none_or(|peer| peer.id == cloud.id);
        program.of_kind(managed_cluster::KIND.name).all(|db| {
            !self.is_network_of(cx, db, managed_cluster::NETWORK_ID)
                || ManagedCluster::of(cx, db).is_none_or(|db| is_disk(cx, db))
        }) && program.of_kind(peering::KIND.name).all(|peering| {
            !self.is_network_of(cx, peering, peering::NETWORK_ID)
                || Peering::of(cx, peering).is_none_or(|peering| is_peer(cx, peering))
        })
    }

    /// Whether the id of a resource's network refers to it.
    fn is_network_of(self, cx: &mut Context<'a>, resource: &'a Resource, id: PropertyId) -> bool {
        cx.follow(resource, id).known().is_some_and(|net| net.index == self.resource.index)
    }

    /// Whether a peering of the program refers to it.
    pub fn has_peering(self, cx: &mut Context<'a>) -> bool {
        let mut peerings = cx.program().of_kind(peering::KIND.name);
        peerings.any(|peering| self.is_network_of(cx, peering, peering::NETWORK_ID))
    }

    /// A CIDR block for it that overlaps neither another network of the program nor a route, if there is one among those that
    /// every cloud accepts.
    pub fn free_block(self, cx: &mut Context<'a>) -> Option<Cidr> {
        let mut taken = taken_by_routes(cx);
        taken.extend(networks(cx, Some(self.resource)));
        EXAMPLES.into_iter().find_map(|(first, seconds)| {
            seconds.into_iter().find_map(|second| {
                let cidr = Cidr::parse(&format!("{first}.{second}.0.0/16")).ok()?;
                (!taken.iter().any(|taken| taken.overlaps(cidr))).then_some(cidr)
            })
        })
    }

    /// Whether it is public, if that is known.
    pub fn is_public(self, cx: &mut Context<'a>) -> Option<bool> {
        cx.boolean(self.resource, network::PUBLIC_ACCESS).or(false)
    }

    /// The CIDR block that is meant, if nothing of how it is written has been reported.
    pub fn unreported_block(self, cx: &mut Context<'a>) -> Option<Cidr> {
        let block = self.cidr_block(cx).value?;
        let is_reported =
            [About::NetworkCidrBlock, About::NetworkHostBits].map(|about| cx.is_reported(self.resource, about));
        (is_reported == [false, false]).then_some(block.cidr)
    }

    /// The CIDR block that is meant, however it is spelled: nothing where it has been reported and has to be replaced by one of
    /// another size.
    pub fn meant_block(self, cx: &mut Context<'a>) -> Option<Cidr> {
        let cidr = self.cidr_block(cx).value?.cidr;
        let is_replaced = !fits_provider(cx, cidr) && cx.is_reported(self.resource, About::NetworkCidrBlock);
        (!is_replaced).then_some(cidr)
    }

    /// Its region, where it is clear which is meant: not where it has been reported that its cloud spells regions in another
    /// way.
    pub fn region_code(self, cx: &mut Context<'a>) -> Option<Code<'a>> {
        let reading = self.region(cx);
        let CloudRegion { written, row, .. } = reading.value?;
        let (code, is_respelled) = match (row, reading.faults.as_slice()) {
            (Some(row), _) => (Cow::Borrowed(row.id.as_str()), false),
            (None, [RegionFault::Spelling(misspelled), ..]) => {
                return misspelled.code().filter(|_| !cx.is_reported(self.resource, About::NetworkRegion));
            }
            (None, _) => (Cow::Owned(written.trim().to_lowercase()), false),
        };
        Some(Code { written, code, is_respelled })
    }

    /// The cloud, when a CIDR block is larger than it supports.
    fn exceeded_cloud(self, cx: &mut Context<'a>, cidr: Cidr) -> Option<&'static CloudRow> {
        let exceeded = |cloud: &&CloudRow| u32::from(cidr.prefix_length()) < cloud.min_prefix_length;
        // Most CIDR blocks fit every cloud, and then it does not matter which one it is.
        cx.catalogue().clouds().find(exceeded)?;
        self.cloud(cx).value.filter(exceeded)
    }

    /// The prefix lengths that it may have: those of the provider, and of its cloud where that is known.
    pub fn lengths(self, cx: &mut Context<'a>) -> Option<Range> {
        let range = provider_lengths(cx)?;
        let own = self.cloud(cx).value.map_or(range.min, |cloud| cloud.min_prefix_length);
        Some(Range { min: range.min.max(own), max: range.max })
    }

    /// Whether a CIDR block is one that no rule about a single network rejects.
    pub fn is_accepted(self, cx: &mut Context<'a>, cidr: Cidr) -> bool {
        is_private(cx, cidr) && fits_provider(cx, cidr) && self.exceeded_cloud(cx, cidr).is_none()
    }
}
