//! Asking for what is read once, and asking the rules about its faults.

use std::sync::OnceLock;

use super::context::Context;
use super::fault_check::FaultCheck;
use super::faults::list::NoItems;
use super::faults::text::Absent;
use super::faults::{
    acl, backup as job, cloudwatch as watch, cluster as db, integration as sent, network as net, peering as peer,
    provider as access, region, replicaset as replica,
};
use super::reading::{Items, Reading};
use super::registry::PROGRAM_RULES;
use super::rule::{Check, Registered};
use super::views::{
    About, Acl, CloudWatch, Integration, ManagedCluster, ManagedClusterReplicaset, Network, Peering, Project, Provider,
    ScheduledBackup, Views, with_views,
};
use crate::catalogue::rows::{CloudRow, InstanceType, ProjectionLevel, Sink, Topology};
use crate::model::path::PropertyPath;
use crate::model::resource::Resource;

/// What runs rules, and takes what they have found.
pub(super) trait Asks<'a> {
    /// Whether a rule is on.
    fn is_on(&self, rule: &'static Registered) -> bool;
    /// Whether nothing more is wanted.
    fn is_done(&self) -> bool {
        false
    }
    /// Takes what a rule has found and deferred out of the context; whether it has found anything.
    fn take(&mut self, rule: &'static Registered, cx: &mut Context<'a>) -> bool;
}

macro_rules! asks {
    ($($(#[$doc:meta])* $View:ident $Store:ident $(of $($kind:ident)+)? {
        $($(#[$property_doc:meta])* $property:ident $read:ident $About:ident: $Made:ident<$value:ty, $fault:ty>
            $(, unless $($before:ident)+)?;)+
    })+) => {
        $(
            impl<'a> $View<'a> {
                /// The view of a resource; nothing if it is of another kind, or cannot be read.
                pub fn of(cx: &Context<'a>, resource: &'a Resource) -> Option<Self> {
                    match cx.views(resource)? {
                        Views::$View(store) => Some(Self { resource, store }),
                        _ => None,
                    }
                }

                $(
                    $(#[$property_doc])*
                    #[inline(never)]
                    pub fn $property(self, cx: &mut Context<'a>) -> &'a $Made<$value, $fault> {
                        cx.read_once(&self.store.$property, |cx| self.$read(cx))
                    }
                )+
            }
        )+

        /// Asks the rules about the faults of a resource, reading by reading: of each the first fault that a rule reports.
        pub(super) fn ask_faults<'a>(cx: &mut Context<'a>, resource: &'a Resource, asks: &mut dyn Asks<'a>) {
            match cx.views(resource) {
                $(Some(Views::$View(store)) => {
                    let view = $View { resource, store };
                    $(
                        let made = view.$property(cx);
                        if (!cx.is_untouched() || !made.is_faultless()) && !asks.is_done() {
                            cx.forget();
                            let about = Asked { resource, about: About::$About, before: &[$($(About::$before),+)?] };
                            ask(cx, asks, about, &made.counts(), &mut |cx, check, fault| {
                                // What the reading noted, it noted for each rule.
                                let made = view.$property(cx);
                                let fault = fault.and_then(|(item, place)| made.fault(item, place));
                                if let (FaultCheck::$About(check), Some(fault)) = (check, fault) {
                                    check(cx, view, fault);
                                }
                            });
                        }
                    )+
                })+
                Some(Views::None) | None => {}
            }
        }
    };
}

/// The rules about a reading.
fn rules_about(about: About) -> &'static [&'static Registered] {
    static ABOUT: OnceLock<[Vec<&'static Registered>; About::COUNT]> = OnceLock::new();
    let all = ABOUT.get_or_init(|| {
        let mut all = [const { Vec::new() }; About::COUNT];
        for rule in PROGRAM_RULES.iter().flat_map(|rules| rules.iter()) {
            let Check::Fault(checks) = rule.check else { continue };
            for check in checks {
                if let Some(list) = all.get_mut(check.about() as usize) {
                    list.push(rule);
                }
            }
        }
        all
    });
    all.get(about as usize).map_or(&[], Vec::as_slice)
}

/// A reading of a resource, and those before it that it steps aside for.
struct Asked<'a> {
    resource: &'a Resource,
    about: About,
    before: &'static [About],
}

/// A fault of a reading: the item that has it, if it is one of a list, and its place among the faults of that.
type FaultPlace = (Option<usize>, usize);

/// Asks the rules about one reading. Without a fault, they wait for what the reading has to wait for. `counts` is how many
/// faults each item has, or the one value. Knows nothing of types: there would be a copy for each reading.
fn ask<'a>(
    cx: &mut Context<'a>,
    asks: &mut dyn Asks<'a>,
    Asked { resource, about, before }: Asked<'a>,
    counts: &[(Option<usize>, usize)],
    run: &mut dyn FnMut(&mut Context<'a>, FaultCheck, Option<FaultPlace>),
) {
    let mut ask_about = |cx: &mut Context<'a>, fault: Option<FaultPlace>| {
        let mut is_reported = false;
        for rule in rules_about(about) {
            let Check::Fault(checks) = rule.check else { continue };
            let check = checks.iter().find(|check| check.about() == about);
            if let (Some(check), true) = (check, asks.is_on(rule)) {
                run(cx, *check, fault);
                is_reported |= asks.take(rule, cx);
            }
        }
        is_reported
    };
    let mut is_faultless = !before.iter().any(|before| cx.reported.has(resource, *before, None));
    for (item, count) in counts.iter().copied() {
        if before.iter().any(|before| cx.reported.has(resource, *before, item)) {
            is_faultless = false;
        } else if count > 0 {
            is_faultless = false;
            if (0..count).any(|place| ask_about(cx, Some((item, place)))) {
                cx.reported.add(resource, about, item);
            }
        }
    }
    if is_faultless {
        ask_about(cx, None);
    }
}

with_views!(asks);
