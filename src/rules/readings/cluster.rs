//! How the properties of a managed cluster are read.

use crate::catalogue::rows::LineKind;
use crate::model::managed_cluster as cluster;
use crate::model::resource::{Fault, State};
use crate::rules::context::Context;
use crate::rules::faults::cluster::{
    EndsSoon, Release, ShortSupport, SupportFault, TagFault, Undocumented, VersionFault,
};
use crate::rules::reading::Reading;
use crate::rules::shared::version::supported_until;
use crate::rules::views::ManagedCluster;
use crate::value::server_version::{Line, ServerVersion};

/// Before this many months, the end of support is far.
const MONTHS_LEFT: u16 = 6;

impl<'a> ManagedCluster<'a> {
    pub fn read_version(self, cx: &mut Context<'a>) -> Reading<Release<'a>, VersionFault<'a>> {
        let written = match cx.state(self.resource, cluster::SERVER_VERSION) {
            Some(State::Text(written)) => written.as_str(),
            Some(State::Wrong(Fault::Type { number: Some(number), .. })) => {
                return Reading::bad(VersionFault::Number(*number));
            }
            _ => return Reading::NOTHING,
        };
        match ServerVersion::parse(written) {
            Some(ServerVersion::Line(line)) => Reading::good(Release { written, line }),
            Some(ServerVersion::Patch(line)) => {
                let release = Release { written, line };
                Reading::with(release, [Some(VersionFault::Patch(release))])
            }
            None => Reading::bad(VersionFault::Malformed(written)),
        }
    }

    pub fn read_support(self, cx: &mut Context<'a>) -> Reading<(), SupportFault<'a>> {
        let Some(release) = self.version(cx).sound().copied() else { return Reading::NOTHING };
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
        let Some(release) = self.version(cx).sound().copied() else { return Reading::NOTHING };
        let row = cx.catalogue().server_line(release.line);
        let is_documented = row.is_some_and(|row| row.documented_by.iter().next().is_some());
        Reading::with((), [(!is_documented).then_some(Undocumented(release, row))])
    }

    pub fn read_term(self, cx: &mut Context<'a>) -> Reading<(), ShortSupport<'a>> {
        let Some(release) = self.version(cx).sound().copied() else { return Reading::NOTHING };
        let row = cx.catalogue().server_line(release.line).filter(|row| row.offered && row.kind != LineKind::Lts);
        Reading::with((), [row.map(|row| ShortSupport(release, row))])
    }

    pub fn read_end(self, cx: &mut Context<'a>) -> Reading<(), EndsSoon<'a>> {
        let Some(release) = self.version(cx).sound().copied() else { return Reading::NOTHING };
        let today = cx.settings().today;
        let soon = today..=today.plus_months(MONTHS_LEFT);
        let ends = supported_until(cx, release.line).filter(|(row, last)| row.offered && soon.contains(last));
        Reading::with((), [ends.map(|(row, last)| EndsSoon { row, last, months: MONTHS_LEFT })])
    }

    pub fn read_tag(self, cx: &mut Context<'a>) -> Reading<Line, TagFault<'a>> {
        let Some(tag) = cx.text(self.resource, cluster::SERVER_VERSION_TAG).known() else { return Reading::NOTHING };
        match ServerVersion::parse(tag) {
            Some(ServerVersion::Patch(line)) => Reading::with(line, [Some(TagFault::NoEffect)]),
            Some(ServerVersion::Line(line)) => Reading::bad(TagFault::NotAPatch(tag, Some(line))),
            None if tag.trim().is_empty() => Reading::bad(TagFault::Blank),
            None => Reading::bad(TagFault::NotAPatch(tag, None)),
        }
    }
}
