//! Asking for what is read once, and asking the rules about its faults.

use std::cell::Cell;

use super::context::Context;
use super::fault_check::FaultCheck;
use super::faults::text::Absent;
use super::faults::{backup as job, cluster as db, network as net};
use super::reading::Reading;
use super::rule::{Check, Registered};
use super::views::{About, ManagedCluster, Network, ScheduledBackup, Views, with_views};
use crate::catalogue::rows::CloudRow;
use crate::model::resource::Resource;
use crate::value::server_version::Line;

/// What runs rules, and takes what they have found.
pub(super) trait Asks<'a> {
    /// The rules about a reading.
    fn rules(&self, about: About) -> &'static [&'static Registered];
    /// Whether a rule is on.
    fn is_on(&self, rule: &'static Registered) -> bool;
    /// Takes what a rule has found and deferred out of the context; whether it has found anything.
    fn take(&mut self, rule: &'static Registered, cx: &mut Context<'a>) -> bool;
}

macro_rules! asks {
    ($($(#[$doc:meta])* $View:ident $Store:ident {
        $($(#[$property_doc:meta])* $property:ident $read:ident $About:ident: $value:ty, $fault:ty
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
                    pub fn $property(self, cx: &mut Context<'a>) -> &'a Reading<$value, $fault> {
                        cx.read_once(&self.store.$property, |cx| self.$read(cx))
                    }
                )+
            }
        )+

        /// Asks the rules about the faults of a resource, reading by reading: of each the first fault that a rule reports.
        pub(super) fn ask_faults<'a>(cx: &mut Context<'a>, resource: &'a Resource, asks: &mut impl Asks<'a>) {
            // The readings of which a fault has been reported.
            let reported = Cell::new(0_u64);
            match cx.views(resource) {
                $(Some(Views::$View(store)) => {
                    let view = $View { resource, store };
                    $(
                        let before = [$($(About::$before),+)?];
                        if before.iter().all(|before: &About| reported.get() & (1 << *before as u32) == 0) {
                            let faults = &view.$property(cx).faults;
                            let is_reported = ask(cx, asks, About::$About, faults, |cx, check, fault| {
                                // What the reading noted, it noted for each rule.
                                view.$property(cx);
                                if let (FaultCheck::$About(check), Some(fault)) = (check, fault) {
                                    check(cx, view, fault);
                                }
                            });
                            if is_reported {
                                reported.set(reported.get() | 1 << About::$About as u32);
                            }
                        }
                    )+
                })+
                Some(Views::None) | None => {}
            }
        }
    };
}

/// Asks the rules about one reading; whether one has reported a fault. Without a fault, they wait for what the reading has to
/// wait for.
fn ask<'a, F>(
    cx: &mut Context<'a>,
    asks: &mut impl Asks<'a>,
    about: About,
    faults: &'a [F],
    mut run: impl FnMut(&mut Context<'a>, FaultCheck, Option<&'a F>),
) -> bool {
    if faults.is_empty() && cx.is_untouched() {
        return false;
    }
    cx.forget();
    let mut ask_about = |fault: Option<&'a F>| {
        let mut is_reported = false;
        for rule in asks.rules(about) {
            let Check::Fault(checks) = rule.check else { continue };
            let check = checks.iter().find(|check| check.about() == about);
            if let (Some(check), true) = (check, asks.is_on(rule)) {
                run(cx, *check, fault);
                is_reported |= asks.take(rule, cx);
            }
        }
        is_reported
    };
    if faults.is_empty() { ask_about(None) } else { faults.iter().any(|fault| ask_about(Some(fault))) }
}

with_views!(asks);
