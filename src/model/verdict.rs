//! What the provider of a version refuses before it asks the service: measured, and the same for all who ask.
//!
//! This is not judgement. A rule says what is wrong with a value and how to mend it; here stands whether a validation, a plan
//! or a preview already fails because of it.

use std::borrow::Cow;
use std::net::Ipv6Addr;
use std::sync::OnceLock;

use super::entries::Entries;
use super::kind::{Kind, KindId, Property, PropertyId, ValueType, When};
use super::managed_cluster as cluster;
use super::path::PropertyPath;
use super::provider;
use super::range::fit;
use super::resource::{Fault, Origin, Resource, Slot, State};
use super::scalar::Scalar;
use super::target::{Engine, Target};
use crate::catalogue::provider_facts::{Asked, Limit, Limits, ProviderVersion, Strictness};
use crate::catalogue::rows::Range;
use crate::net::{Cidr, CidrError};
use crate::value::url;

/// Something that the provider refuses.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal<'a> {
    /// Where.
    pub place: Refused<'a>,
    /// Why.
    pub reason: Reason,
    /// Whether the provider gets there only once it refuses nothing else of the resource.
    pub is_later: bool,
}

/// What is refused.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Refused<'a> {
    /// A property, or what is inside it.
    Value(PropertyPath<'a>),
    /// A key that the kind does not have.
    Key(&'a str),
}

/// Why something is refused.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    /// This version does not have it.
    NoSuchProperty,
    /// Only the service sets it.
    Computed,
    /// It is missing.
    Missing,
    /// It has another type, and no value of the right type can be made of it.
    Type,
    /// The same, which is found when the change is planned.
    TypeInPlan,
    /// It is `null` in a list.
    NullItem,
    /// It is no whole number of 64 bits.
    Fraction,
    /// It is none of these words.
    Words(&'static [&'static str]),
    /// It is not in this range.
    Range(Range),
    /// It is no CIDR block.
    NoCidrBlock,
    /// It is a CIDR block with host bits.
    HostBits,
    /// The prefix length of the CIDR block is not in this range.
    PrefixLength(Range),
    /// A key without a letter ends the plugin.
    EmptyKey,
    /// A setting of the provider that is not known.
    UnknownSetting,
    /// A setting of the provider that has no visible character.
    BlankSetting,
    /// A setting of the provider that is no URL.
    NoUrl,
    /// A setting of the provider that is no folder.
    NoFolder,
    /// Provisioned performance where the disk type has none. The type is compared as it is written.
    DiskWithout,
    /// No provisioned performance where the disk type needs it: an unknown number counts as 0.
    DiskNeeds,
    /// Provisioned performance outside of this range.
    DiskRange(Range),
}

/// The names of the disk type that is checked together with its performance: no other case counts there.
pub const PROVISIONED: [&str; 2] = ["gp3", "GP3"];

/// What is refused of a resource that has been settled, in the order of its properties. `is_bypassed` says whether the
/// environment switches off the checks that it can.
#[must_use]
pub fn refusals<'a>(resource: &'a Resource, target: &Target, is_bypassed: bool) -> Vec<Refusal<'a>> {
    let mut found = Vec::new();
    let Some(kind) = resource.kind.filter(|_| resource.is_readable()) else { return found };
    if kind.id == provider::KIND.id {
        return settings(resource, target);
    }
    let check = Check { target, kind, is_bypassed, facts: facts(target, kind) };
    // Nothing is known of a kind that the provider does not have.
    if check.facts.iter().all(|fact| fact.is_there == Some(false)) {
        return found;
    }
    for (key, is_null) in &resource.unknown_keys {
        if !is_null || check.refuses_null_of(key) {
            let reason = if key.is_empty() { Reason::EmptyKey } else { Reason::NoSuchProperty };
            found.push(Refusal::of(Refused::Key(key), reason));
        }
    }
    for (id, property, slot) in resource.properties() {
        check.property(resource, (id, property), slot, &mut found);
    }
    if kind.id == cluster::KIND.id {
        let is_of_type = |refusal: &Refusal<'_>| refusal.place == Refused::Value(cluster::DISK_TYPE.into());
        let of_disk = check.disk(resource, found.iter().any(is_of_type)).into_iter();
        found.extend(of_disk.map(|(id, reason)| Refusal::of(Refused::Value(id.into()), reason)));
    }
    let is_planned = |refusal: &Refusal<'_>| refusal.reason.is_planned();
    if !found.iter().all(is_planned) {
        found.iter_mut().filter(|refusal| is_planned(refusal)).for_each(|refusal| refusal.is_later = true);
    }
    found
}

/// Whether the provider of a target takes a text for a property, as far as it has a list of words for it.
#[must_use]
pub fn takes(target: &Target, kind: &'static Kind, id: PropertyId, text: &str) -> bool {
    taken_texts(target, kind)(id, text)
}

/// The same for many texts of one kind: its facts are read once.
pub fn taken_texts(target: &Target, kind: &'static Kind) -> impl Fn(PropertyId, &str) -> bool {
    let facts = facts(target, kind);
    move |id, text| match facts.get(id.0).and_then(|fact| fact.limit) {
        Some(Limit { accepts: Limits::Words(words), .. }) => is_one_of(target, text, words),
        _ => true,
    }
}

/// The range that the provider of a target takes for a property, or for the prefix length of the CIDR blocks in it.
#[must_use]
pub fn taken_range(target: &Target, kind: &'static Kind, id: PropertyId) -> Option<Range> {
    match facts(target, kind).get(id.0)?.limit?.accepts {
        Limits::Within(range) => Some(range),
        Limits::Words(_) => None,
    }
}

impl Reason {
    /// Whether it is found when the change is planned, after the values have been validated.
    const fn is_planned(self) -> bool {
        matches!(self, Self::TypeInPlan | Self::NullItem) || self.is_about_disk()
    }

    /// Whether it is about a disk type and its settings together.
    #[must_use]
    pub const fn is_about_disk(self) -> bool {
        matches!(self, Self::DiskWithout | Self::DiskNeeds | Self::DiskRange(_))
    }
}

impl<'a> Refusal<'a> {
    const fn of(place: Refused<'a>, reason: Reason) -> Self {
        Self { place, reason, is_later: false }
    }
}

/// What the provider cannot start with. It takes an unknown setting for an empty one; what the configuration does not say
/// may come from elsewhere.
fn settings<'a>(resource: &'a Resource, target: &Target) -> Vec<Refusal<'a>> {
    let is_unknown_refused = |id: PropertyId| match &resource.origin {
        Origin::Resource => !resource.has_outputs,
        // The configuration of a stack of Pulumi is known to the engine, whoever else does not know it.
        Origin::Configuration { left_open, .. } => target.engine == Engine::Terraform && !left_open.contains(&id),
    };
    let facts = facts(target, &provider::KIND);
    let of = |id: PropertyId| {
        let is_there = facts.get(id.0)?.is_there;
        let slot = resource.slot(id)?;
        let is_unknown_refused = is_unknown_refused(id) && !slot.secret;
        let reason = match (&slot.state, id) {
            _ if is_there != Some(true) => None,
            (State::Unknown, provider::URL | provider::TOKEN_STORE) if is_unknown_refused => {
                Some(Reason::UnknownSetting)
            }
            (State::Text(text), provider::URL) if text.trim().is_empty() => Some(Reason::BlankSetting),
            (State::Text(text), provider::TOKEN_STORE) if text.is_empty() => Some(Reason::BlankSetting),
            (State::Text(text), provider::TOKEN_STORE) if text.contains('\0') => Some(Reason::NoFolder),
            (State::Text(text), provider::URL | provider::IDENTITY_PROVIDER_URL) if !url::is_readable(text) => {
                Some(Reason::NoUrl)
            }
            _ => None,
        };
        Some(Refusal::of(Refused::Value(id.into()), reason?))
    };
    [provider::URL, provider::IDENTITY_PROVIDER_URL, provider::TOKEN_STORE].into_iter().filter_map(of).collect()
}

struct Check<'t> {
    target: &'t Target,
    kind: &'static Kind,
    is_bypassed: bool,
    /// What is known of each property, in their order.
    facts: Cow<'static, [Fact]>,
}

/// What the provider of a version does with a property.
#[derive(Clone, Copy, Debug)]
struct Fact {
    /// Whether it has it; nothing where that is not known.
    is_there: Option<bool>,
    is_needed: bool,
    limit: Option<&'static Limit>,
}

/// What is known of the properties of a kind.
fn facts(target: &Target, kind: &'static Kind) -> Cow<'static, [Fact]> {
    // Nearly everybody asks for the target that holds where none is named.
    static DEFAULT: OnceLock<ProviderVersion> = OnceLock::new();
    static OF_DEFAULT: [OnceLock<Vec<Fact>>; KindId::ALL.len()] = [const { OnceLock::new() }; KindId::ALL.len()];
    let is_default =
        target.engine == Engine::Pulumi && target.facts == *DEFAULT.get_or_init(|| Target::default().facts);
    match OF_DEFAULT.get(kind.id as usize).filter(|_| is_default) {
        Some(known) => Cow::Borrowed(known.get_or_init(|| read_facts(target, kind))),
        None => Cow::Owned(read_facts(target, kind)),
    }
}

fn read_facts(target: &Target, kind: &'static Kind) -> Vec<Fact> {
    let fact = |property: &'static Property| Fact {
        is_there: match target.facts.attribute(kind.in_facts(), property.name) {
            Asked::Known(attribute) => Some(attribute.is_some()),
            Asked::Unknown => None,
        },
        is_needed: target.needs(kind, property),
        limit: match target.facts.limit(kind.in_facts(), property.name) {
            Asked::Known(limit) => limit,
            Asked::Unknown => None,
        },
    };
    kind.properties.iter().map(fact).collect()
}

fn is_unknown(slot: &Slot) -> bool {
    matches!(slot.state, State::Unknown | State::Reference(_))
}

fn has_unknown(entries: &Entries<Slot>) -> bool {
    entries.iter().any(|(_, slot)| is_unknown(slot))
}

/// What no longer fits into 64 bits.
const TOO_LARGE: f64 = 9_223_372_036_854_775_808.0;

impl Check<'_> {
    fn is_terraform(&self) -> bool {
        self.target.engine == Engine::Terraform
    }

    fn property<'a>(
        &self,
        resource: &Resource,
        (id, property): (PropertyId, &'static Property),
        slot: &'a Slot,
        found: &mut Vec<Refusal<'a>>,
    ) {
        let mut refuse = |path: PropertyPath<'a>, reason| found.push(Refusal::of(Refused::Value(path), reason));
        let path = PropertyPath::from(id);
        let Some(fact) = self.facts.get(id.0) else { return };
        match (&slot.state, fact.is_there) {
            (State::Missing, Some(true)) => {
                if fact.is_needed {
                    refuse(path, Reason::Missing);
                }
            }
            (State::Missing, Some(false)) if self.is_terraform() && resource.conversion(path).is_some() => {
                refuse(path, Reason::NoSuchProperty);
            }
            (State::Missing, _) => {}
            _ if property.is_computed() => refuse(path, Reason::Computed),
            (_, Some(false)) => refuse(path, Reason::NoSuchProperty),
            (State::List(items), _) => self.list(id, property, items, &mut refuse),
            (State::Map(entries), _) => self.map(path, entries, false, &mut refuse),
            // A number for a boolean gets through the validation, and ends the plugin.
            (State::Wrong(Fault::Type { scalar: Scalar::Number(_), .. }), _)
                if !self.is_terraform() && property.value == ValueType::Boolean =>
            {
                refuse(path, Reason::TypeInPlan);
            }
            (State::Wrong(fault), _) if !self.passes(property, fault) => refuse(path, Reason::Type),
            (state, _) => {
                if let Some(reason) = self.scalar(id, property, state) {
                    refuse(path, reason);
                }
            }
        }
    }

    fn list<'a>(
        &self,
        id: PropertyId,
        property: &'static Property,
        items: &'a [Slot],
        refuse: &mut dyn FnMut(PropertyPath<'a>, Reason),
    ) {
        let refuses_null = self.is_terraform() && self.target.facts.is_strict(Strictness::NoNullItems).unwrap_or(false);
        // With one unknown item, none is looked at before the plan.
        let is_open = items
            .iter()
            .any(|item| is_unknown(item) || matches!(&item.state, State::Map(entries) if has_unknown(entries)));
        for (index, item) in items.iter().enumerate() {
            let path = id.at(index);
            match &item.state {
                State::Wrong(Fault::Type { scalar: Scalar::Null, .. }) if refuses_null => {
                    refuse(path, Reason::NullItem)
                }
                State::Wrong(Fault::Type { scalar: Scalar::Null, .. }) => {}
                State::Wrong(fault) if !self.passes(property, fault) && !self.is_passed_over(property, is_open) => {
                    refuse(path, Reason::Type)
                }
                State::Map(entries) => self.map(path, entries, is_open, refuse),
                state if !is_open => {
                    if let Some(reason) = self.scalar(id, property, state) {
                        refuse(path, reason);
                    }
                }
                _ => {}
            }
        }
    }

    /// An object of texts. Pulumi does not look at one that has an unknown value, and its plugin ends at an empty key.
    fn map<'a>(
        &self,
        path: PropertyPath<'a>,
        entries: &'a Entries<Slot>,
        is_in_open_list: bool,
        refuse: &mut dyn FnMut(PropertyPath<'a>, Reason),
    ) {
        let is_pulumi = !self.is_terraform();
        let is_open = is_pulumi && has_unknown(entries);
        for (key, slot) in entries.iter() {
            let path = path.key(key);
            match &slot.state {
                State::Missing => {}
                _ if key.is_empty() && is_pulumi => refuse(path, Reason::EmptyKey),
                State::Wrong(_) if is_open => {}
                State::Wrong(_) if is_pulumi && is_in_open_list => refuse(path, Reason::TypeInPlan),
                State::Wrong(_) => refuse(path, Reason::Type),
                _ => {}
            }
        }
    }

    /// Whether Pulumi looks at no text of a list, because one is unknown.
    fn is_passed_over(&self, property: &Property, is_open: bool) -> bool {
        !self.is_terraform() && is_open && property.value == ValueType::TextList
    }

    /// Whether a value of another type passes all the same: under Pulumi, an empty array is taken for an empty object, and
    /// one object for a list of it.
    fn passes(&self, property: &Property, fault: &Fault) -> bool {
        let Fault::Type { found, scalar } = fault else { return false };
        let is_entries = matches!(property.value, ValueType::Entries(_));
        let is_empty = *scalar == Scalar::EmptyList && (is_entries || property.value == ValueType::TextMap);
        !self.is_terraform() && (is_empty || is_entries && *found == "an object")
    }

    /// Whether `null` is refused for a property that is not modelled: Terraform takes it where the provider has it.
    fn refuses_null_of(&self, key: &str) -> bool {
        let is_there = || matches!(self.target.facts.attribute(self.kind.in_facts(), key), Asked::Known(Some(_)));
        self.is_terraform() && !is_there()
    }

    fn scalar(&self, id: PropertyId, property: &Property, state: &State) -> Option<Reason> {
        let limit = self.limit(id);
        match (state, limit.map(|limit| limit.accepts)) {
            (State::Text(text), Some(Limits::Words(words))) => {
                (!is_one_of(self.target, text, words)).then_some(Reason::Words(words))
            }
            (State::Text(text), Some(Limits::Within(range))) => cidr_block(text, range),
            (State::Number(number), _) if number.fract() != 0.0 => Some(Reason::Fraction),
            (State::Number(number), _) if self.is_terraform() && number.abs() >= TOO_LARGE => Some(Reason::Fraction),
            (State::Number(number), Some(Limits::Within(range))) if property.when == When::Always => {
                (!fit(*number, range).is_within()).then_some(Reason::Range(range))
            }
            _ => None,
        }
    }

    fn limit(&self, id: PropertyId) -> Option<&'static Limit> {
        self.facts.get(id.0)?.limit.filter(|limit| !(limit.is_bypassed && self.is_bypassed))
    }

    /// The one check across properties, which is made after all others have passed. The provider names the first that is
    /// wrong.
    ///
    /// With a refused disk type, it is that of the type that is meant, if one is.
    fn disk(&self, resource: &Resource, is_type_refused: bool) -> Vec<(PropertyId, Reason)> {
        let mut found = Vec::new();
        let written = match resource.slot(cluster::DISK_TYPE).map(|slot| &slot.state) {
            Some(State::Text(text)) if is_type_refused => text.trim(),
            Some(State::Text(text)) => text.as_str(),
            _ => "",
        };
        let is_provisioned = PROVISIONED.contains(&written);
        if is_type_refused && !is_provisioned {
            return found;
        }
        let is_misspelled = !is_provisioned && PROVISIONED.iter().any(|name| name.eq_ignore_ascii_case(written));
        // What is only not known here may be known to the engine.
        let may_be_known = |id: PropertyId| {
            resource.slot(id).is_some_and(|slot| is_unknown(slot) && (slot.secret || resource.has_outputs))
        };
        if may_be_known(cluster::DISK_TYPE) {
            return found;
        }
        for id in [cluster::DISK_IOPS, cluster::DISK_THROUGHPUT].into_iter().filter(|id| !may_be_known(*id)) {
            if self.facts.get(id.0).is_none_or(|fact| fact.is_there != Some(true)) {
                continue;
            }
            let number = match resource.slot(id).map(|slot| &slot.state) {
                Some(State::Number(number)) => *number,
                _ => 0.0,
            };
            match (is_provisioned, number == 0.0, self.limit(id).map(|limit| limit.accepts)) {
                (true, true, _) => found.push((id, Reason::DiskNeeds)),
                (false, false, _) if is_misspelled => found.push((cluster::DISK_TYPE, Reason::DiskWithout)),
                (false, false, _) => found.push((id, Reason::DiskWithout)),
                (true, false, Some(Limits::Within(range))) if !fit(number, range).is_within() => {
                    found.push((id, Reason::DiskRange(range)));
                }
                _ => {}
            }
        }
        found
    }
}

/// Whether a text is one of some words, as the provider of a target compares them.
fn is_one_of(target: &Target, text: &str, words: &[&str]) -> bool {
    if words.iter().any(|word| text.eq_ignore_ascii_case(word)) {
        return true;
    }
    let folds = target.facts.is_strict(Strictness::FoldedCase).unwrap_or(true);
    let plain = |letter: char| match letter {
        // Of what is no letter of the alphabet, these alone are one in another case.
        '\u{212a}' => 'k',
        '\u{17f}' if folds => 's',
        '\u{130}' if !folds => 'i',
        other => other.to_ascii_lowercase(),
    };
    words.iter().any(|word| text.chars().map(plain).eq(word.chars()))
}

/// What the provider has against a text as a CIDR block: it takes IPv6, too.
fn cidr_block(text: &str, range: Range) -> Option<Reason> {
    let length = match Cidr::parse(text) {
        Ok(cidr) => u32::from(cidr.prefix_length()),
        Err(CidrError::HostBits(_)) => return Some(Reason::HostBits),
        Err(_) => match ipv6_block(text) {
            None => return Some(Reason::NoCidrBlock),
            Some((canonical, _)) if canonical != text => return Some(Reason::HostBits),
            Some((_, length)) => length,
        },
    };
    (!(range.min..=range.max).contains(&length)).then_some(Reason::PrefixLength(range))
}

/// An IPv6 block in its canonical form, and its prefix length.
fn ipv6_block(text: &str) -> Option<(String, u32)> {
    let (address, length) = text.split_once('/')?;
    let address: Ipv6Addr = address.parse().ok()?;
    let is_number = length.len() <= 3 && length.bytes().all(|byte| byte.is_ascii_digit());
    let length: u32 = length.parse().ok().filter(|length| is_number && *length <= 128)?;
    let mask = u128::MAX.checked_shl(128 - length).unwrap_or(0);
    let network = Ipv6Addr::from(u128::from(address) & mask);
    // One that stands for an IPv4 address is written as that, which is never what was written.
    Some((network.to_ipv4_mapped().map_or_else(|| format!("{network}/{length}"), |_| String::new()), length))
}
