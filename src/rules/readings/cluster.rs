//! How the properties of a managed cluster are read.

mod access;
mod disk;

use crate::catalogue::Catalogue;
use crate::catalogue::rows::{InstanceType, LineKind, ProjectionLevel, Rating, Topology};
use crate::model::facts::Applies;
use crate::model::managed_cluster as cluster;
use crate::model::moment::Existing;
use crate::model::network;
use crate::model::resource::{Fault, Resource, State};
use crate::rules::context::Context;
use crate::rules::faults::cluster::{
    BlankName, ChoiceFault, Computed, EndsSoon, RatingFault, Release, ShortSupport, SingleNode, SupportFault, TagFault,
    Undocumented, Unprotected, VersionFault,
};
use crate::rules::faults::text::Absent;
use crate::rules::reading::{Items, Reading};
use crate::rules::readings::text::present;
use crate::rules::shared::cluster::{Choice, INSTANCE_TYPE, PROJECTION_LEVEL, TOPOLOGY};
use crate::rules::shared::version::supported_until;
use crate::rules::views::ManagedCluster;
use crate::value::server_version::ServerVersion;
use crate::value::spelling::certain;

/// Before this many months, the end of support is far.
const MONTHS_LEFT: u16 = 6;

impl<'a> ManagedCluster<'a> {
    pub fn read_name(self, cx: &mut Context<'a>) -> Reading<&'a str, BlankName> {
        match cx.text(self.resource, cluster::NAME).known() {
            Some(name) if name.trim().is_empty() => Reading::bad(BlankName),
            Some(name) => Reading::good(name),
            None => Reading::NOTHING,
        }
    }

    pub fn read_project(self, cx: &mut Context<'a>) -> Reading<&'a str, Absent> {
        present(cx, self.resource, cluster::PROJECT_ID)
    }

    pub fn read_network(self, cx: &mut Context<'a>) -> Reading<&'a str, Absent> {
        present(cx, self.resource, cluster::NETWORK_ID)
    }

    pub fn read_computed(self, _: &mut Context<'a>) -> Items<(), Computed> {
        // What is unusable is no value.
        let is_set = |state: &State| !matches!(state, State::Missing | State::Wrong(Fault::Unusable(_)));
        let set =
            self.resource.properties().filter(|(_, property, slot)| property.is_computed() && is_set(&slot.state));
        let fault = set.map(|(id, property, _)| {
            let name = property.name;
            let is_of_network = network::KIND.property(name).is_some_and(|(_, input)| !input.is_computed());
            Reading::bad(Computed { id, name, is_of_network })
        });
        Items(fault.collect())
    }

    pub fn read_topology(self, cx: &mut Context<'a>) -> Reading<&'static Topology, ChoiceFault<'a>> {
        choice(cx, self.resource, &TOPOLOGY, Catalogue::topology, |row| row.id.as_str())
    }

    /// Its topology, as it is written.
    pub fn written_topology(self, cx: &mut Context<'a>) -> Option<&'a str> {
        cx.text(self.resource, cluster::TOPOLOGY).known()
    }

    pub fn read_redundancy(self, cx: &mut Context<'a>) -> Reading<(), SingleNode> {
        if !cx.settings().is_production() {
            return Reading::NOTHING;
        }
        let row = self.topology(cx).value.filter(|row| row.nodes == 1);
        Reading::with((), [row.map(SingleNode)])
    }

    pub fn read_instance_type(self, cx: &mut Context<'a>) -> Reading<&'a InstanceType, ChoiceFault<'a>> {
        choice(cx, self.resource, &INSTANCE_TYPE, Catalogue::instance_type, |row| row.id.as_str())
    }

    pub fn read_rating(self, cx: &mut Context<'a>) -> Reading<(), RatingFault<'a>> {
        if !cx.settings().is_production() {
            return Reading::NOTHING;
        }
        let Some(row) = self.instance_type(cx).value else { return Reading::NOTHING };
        let is_for_development = row.rating == Rating::Development;
        Reading::with(
            (),
            [
                row.burstable.then_some(RatingFault::Burstable(row)),
                is_for_development.then_some(RatingFault::Development(row)),
            ],
        )
    }

    pub fn read_projection_level(self, cx: &mut Context<'a>) -> Reading<&'static ProjectionLevel, ChoiceFault<'a>> {
        let find = Catalogue::projection_level;
        choice(cx, self.resource, &PROJECTION_LEVEL, find, |row| row.id.as_str())
    }

    pub fn read_protection(self, cx: &mut Context<'a>) -> Reading<(), Unprotected> {
        if !cx.settings().is_production() {
            return Reading::NOTHING;
        }
        let is_there = cx.facts(self.resource, cluster::PROTECTED).is_none_or(|facts| facts.applies != Applies::Never);
        let is_unprotected = is_there && cx.boolean(self.resource, cluster::PROTECTED).or(false) == Some(false);
        Reading::with((), [is_unprotected.then_some(Unprotected)])
    }

    pub fn read_version(self, cx: &mut Context<'a>) -> Reading<Release<'a>, VersionFault<'a>> {
        let Some(written) = cx.text(self.resource, cluster::SERVER_VERSION).known() else { return Reading::NOTHING };
        if let Some(number) = self.resource.written_number(cluster::SERVER_VERSION) {
            return Reading::bad(VersionFault::Number(number));
        }
        match ServerVersion::parse(written) {
            Some(ServerVersion::Line(line)) => Reading::good(Release { written, line }),
            Some(ServerVersion::Patch(line)) => {
                let release = Release { written, line };
                Reading::with(release, [Some(VersionFault::Patch(release))])
            }
            None => {
                // `v26.0` and ` 26.0` can only mean one thing.
                let bare = written.trim().trim_start_matches(['v', 'V']);
                let meant = ServerVersion::parse_line(bare).filter(|line| cx.catalogue().offers_line(*line));
                let release = meant.map(|line| Release { written, line });
                Reading { value: release, faults: vec![VersionFault::Malformed(written, meant)] }
            }
        }
    }

    /// The release line that its version is judged by; nothing where it runs a later one, to which it was upgraded elsewhere:
    /// engines show that as a change back to the line of the program, which has no effect.
    fn release(self, cx: &mut Context<'a>) -> Option<Release<'a>> {
        let runs = self.resource.kept().and_then(Existing::runs);
        self.version(cx).value.filter(|release| runs.is_none_or(|runs| runs <= release.line))
    }

    pub fn read_support(self, cx: &mut Context<'a>) -> Reading<(), SupportFault<'a>> {
        let Some(release) = self.release(cx) else { return Reading::NOTHING };
        let is_offered = cx.catalogue().offers_line(release.line);
        let ended = supported_until(cx, release.line).filter(|(_, last)| *last < cx.settings().today);
        Reading::with(
            (),
            [
                (!is_offered).then_some(SupportFault::NotOffered(release)),
                ended.map(|(row, last)| SupportFault::OutOfSupport(row, last)),
            ],
        )
    }

    pub fn read_documented(self, cx: &mut Context<'a>) -> Reading<(), Undocumented<'a>> {
        let Some(release) = self.release(cx) else { return Reading::NOTHING };
        let row = cx.catalogue().server_line(release.line);
        let is_documented = row.is_some_and(|row| row.documented_by.iter().next().is_some());
        if is_documented {
            return Reading::NOTHING;
        }
        // 24.1 is what is left of 24.10 after it was read as a number.
        let whole = ServerVersion::parse_line(&format!("{}0", release.line));
        let whole = whole.filter(|whole| row.is_none() && cx.catalogue().server_line(*whole).is_some());
        Reading::bad(Undocumented { release, row, whole })
    }

    pub fn read_term(self, cx: &mut Context<'a>) -> Reading<(), ShortSupport<'a>> {
        let Some(release) = self.release(cx) else { return Reading::NOTHING };
        let row = cx.catalogue().server_line(release.line).filter(|row| row.offered && row.kind != LineKind::Lts);
        Reading::with((), [row.map(|row| ShortSupport(release, row))])
    }

    pub fn read_end(self, cx: &mut Context<'a>) -> Reading<(), EndsSoon<'a>> {
        let Some(release) = self.release(cx) else { return Reading::NOTHING };
        let today = cx.settings().today;
        let soon = today..=today.plus_months(MONTHS_LEFT);
        let ends = supported_until(cx, release.line).filter(|(row, last)| row.offered && soon.contains(last));
        Reading::with((), [ends.map(|(row, last)| EndsSoon { row, last, months: MONTHS_LEFT })])
    }

    pub fn read_tag(self, cx: &mut Context<'a>) -> Reading<Release<'a>, TagFault<'a>> {
        let Some(tag) = cx.text(self.resource, cluster::SERVER_VERSION_TAG).known() else { return Reading::NOTHING };
        match ServerVersion::parse(tag) {
            Some(ServerVersion::Patch(line)) => {
                Reading::with(Release { written: tag, line }, [Some(TagFault::NoEffect)])
            }
            Some(ServerVersion::Line(line)) => Reading::bad(TagFault::NotAPatch(tag, Some(line))),
            None if tag.trim().is_empty() => Reading::bad(TagFault::Blank),
            None => Reading::bad(TagFault::NotAPatch(tag, None)),
        }
    }
}

/// A value of a closed list, which the service has in any case; `id` is how the list has it. One that is misspelled is what
/// it means beyond doubt.
fn choice<'a, R: Copy>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    choice: &Choice,
    find: fn(&'a Catalogue, &str) -> Option<R>,
    id: fn(R) -> &'a str,
) -> Reading<R, ChoiceFault<'a>> {
    let Some(written) = cx.text(resource, choice.id).known() else { return Reading::NOTHING };
    let trimmed = written.trim();
    let catalogue = cx.catalogue();
    let Some(row) = find(catalogue, trimmed) else {
        let meant = certain(written, &(choice.all)(catalogue)).and_then(|meant| find(catalogue, meant));
        return Reading { value: meant, faults: vec![ChoiceFault::Unknown(written)] };
    };
    let exact = id(row);
    Reading::with(
        row,
        [
            (written != trimmed).then_some(ChoiceFault::Padded(written, exact)),
            (trimmed != exact).then_some(ChoiceFault::Case(written, exact)),
        ],
    )
}
