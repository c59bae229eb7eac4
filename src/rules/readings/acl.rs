//! How the properties of an access list are read.

use crate::catalogue::rows::CidrRole;
use crate::model::acl;
use crate::model::path::PropertyPath;
use crate::model::resource::State;
use crate::net::{Cidr, CidrError};
use crate::rules::context::Context;
use crate::rules::faults::acl::{
    Address, AddressFault, CommentKey, Entry, Form, FormFault, Ignored, NoAddress, NoComment, OtherKeys, Reach,
    Unroutable, Written,
};
use crate::rules::faults::list::NoItems;
use crate::rules::reading::{Items, Reading};
use crate::rules::readings::list::{counted, each};
use crate::rules::views::{About, Acl};

impl<'a> Acl<'a> {
    pub fn read_count(self, cx: &mut Context<'a>) -> Reading<usize, NoItems> {
        counted(cx, self.resource, acl::CIDR_BLOCKS)
    }

    pub fn read_entries(self, cx: &mut Context<'a>) -> Items<Entry<'a>, NoAddress<'a>> {
        each(cx, self.resource, acl::CIDR_BLOCKS, |cx, path| {
            let Some(keys) = cx.keys(self.resource, path).known() else { return Reading::NOTHING };
            let ignored = keys.filter(|key| !matches!(*key, acl::ADDRESS | acl::COMMENT));
            let ignored = ignored.map(|key| self.ignored(cx, path, key)).collect();
            let has_comment = cx.has_key(self.resource, path.key(acl::COMMENT));
            let entry = Entry { path, has_comment, ignored };
            match cx.has_key(self.resource, path.key(acl::ADDRESS)) {
                true => Reading::good(entry),
                false => Reading { value: Some(entry.clone()), faults: vec![NoAddress(entry)] },
            }
        })
    }

    pub fn read_comment_keys(self, cx: &mut Context<'a>) -> Items<(), CommentKey<'a>> {
        self.entries(cx).judged(|entry| Some(CommentKey(entry.path, entry.comment_key()?)))
    }

    pub fn read_other_keys(self, cx: &mut Context<'a>) -> Items<(), OtherKeys<'a>> {
        self.entries(cx).judged(|entry| {
            let comment = entry.comment_key().map(|ignored| ignored.key);
            let others: Vec<Ignored<'_>> =
                entry.ignored.iter().copied().filter(|ignored| comment != Some(ignored.key)).collect();
            (!others.is_empty()).then_some(OtherKeys(entry.path, others))
        })
    }

    pub fn read_comments(self, cx: &mut Context<'a>) -> Items<(), NoComment<'a>> {
        self.entries(cx).judged(|entry| (!entry.has_comment).then_some(NoComment(entry.path)))
    }

    pub fn read_addresses(self, cx: &mut Context<'a>) -> Items<Written<'a>, AddressFault<'a>> {
        each(cx, self.resource, acl::CIDR_BLOCKS, |cx, path| {
            let path = path.key(acl::ADDRESS);
            let Some(text) = cx.text(self.resource, path).known() else { return Reading::NOTHING };
            let (address, malformed) = match read(cx, text) {
                Ok(address) => (Some(address), None),
                Err(error) => {
                    let meant = read(cx, text.trim()).ok();
                    (meant, Some(AddressFault::Malformed { path, text, error, meant }))
                }
            };
            let value = address.map(|address| Written { path, text, address });
            let reach = value.and_then(|value| match value.address.reach {
                Reach::Public => None,
                Reach::Broad => Some(AddressFault::Broad(value)),
                Reach::Private => Some(AddressFault::Private(value)),
            });
            Reading { value, faults: malformed.into_iter().chain(reach).collect() }
        })
    }

    pub fn read_forms(self, cx: &mut Context<'a>) -> Items<(), FormFault<'a>> {
        self.addresses(cx).judged(|written| match written.address.form {
            Form::Block => None,
            Form::HostBits => Some(FormFault::HostBits(*written, Cidr::resized(written.text, 32))),
            Form::Bare => Some(FormFault::Bare(*written)),
        })
    }

    pub fn read_routing(self, cx: &mut Context<'a>) -> Items<(), Unroutable<'a>> {
        let catalogue = cx.catalogue();
        self.addresses(cx).judged(|written| {
            let mut ranges = catalogue.notable_cidrs(CidrRole::Unroutable);
            let (_, row) = ranges.find(|(range, _)| range.contains(written.address.cidr))?;
            Some(Unroutable(*written, row))
        })
    }

    /// The addresses that may connect, when it is clear which are meant: without those that have been reported and have to be
    /// replaced by others.
    pub fn meant_addresses(self, cx: &mut Context<'a>) -> Vec<Written<'a>> {
        let addresses = self.addresses(cx).0.iter().enumerate();
        let meant = addresses.filter_map(|(place, item)| Some((place, item.value?)));
        let kept = meant.filter(|(place, written)| {
            written.address.form != Form::HostBits && !cx.is_item_reported(self.resource, About::AclAddresses, *place)
        });
        kept.map(|(_, written)| written).collect()
    }

    /// A key that nothing reads. Nothing is deferred for its value, which does not matter.
    fn ignored(self, cx: &Context<'a>, entry: PropertyPath<'a>, key: &'a str) -> Ignored<'a> {
        let slot = self.resource.slot_at(entry.key(key)).filter(|slot| !slot.secret);
        let text = slot.and_then(|slot| match &slot.state {
            State::Text(text) => Some(text.as_str()),
            _ => None,
        });
        let address = text.and_then(|text| read(cx, text).ok());
        Ignored { key, text, address, is_comment: acl::COMMENT_LIKE.contains(&key) }
    }
}

/// The addresses that a text means.
fn read(cx: &Context<'_>, text: &str) -> Result<Address, CidrError> {
    let (cidr, form) = match Cidr::parse(text) {
        Ok(cidr) => (cidr, Form::Block),
        Err(CidrError::HostBits(cidr)) => (cidr, Form::HostBits),
        Err(CidrError::NoPrefixLength(address)) => {
            (Cidr::containing(address, 32).ok_or(CidrError::Malformed)?, Form::Bare)
        }
        Err(error) => return Err(error),
    };
    let catalogue = cx.catalogue();
    let min = catalogue.address_limits().map_or(0, |limits| limits.broad_access_prefix_length);
    let reach = if u32::from(cidr.prefix_length()) < min {
        Reach::Broad
    } else if catalogue.cidr_blocks(CidrRole::Private).any(|range| range.overlaps(cidr)) {
        Reach::Private
    } else {
        Reach::Public
    };
    Ok(Address { cidr, form, reach })
}
