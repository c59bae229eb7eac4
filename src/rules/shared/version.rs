//! What several rules about server versions need.

use crate::catalogue::rows::ServerLine;
use crate::catalogue::{is_supported, last_supported_day};
use crate::model::managed_cluster as cluster;
use crate::model::settings::Settings;
use crate::model::verdict::takes;
use crate::rules::prelude::*;
use crate::value::date::Date;
use crate::value::server_version::Line;

/// A problem with `serverVersion`.
pub(in crate::rules) fn finding(resource: &Resource, message: impl Into<String>) -> Finding<'_> {
    Finding::at(resource, cluster::SERVER_VERSION, message)
}

/// The release line for a new cluster, which must be the line of its patch where that is written.
pub(in crate::rules) fn recommended<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>) -> Option<&'a ServerLine> {
    let (settings, catalogue, today) = (cx.settings(), cx.catalogue(), cx.settings().today);
    let is_taken = |row: &&ServerLine| is_taken(settings, row.line.as_str());
    let Some(tag) = db.tag(cx).value else { return catalogue.recommended_line(today).filter(is_taken) };
    let is_other = db.version(cx).value.is_none_or(|release| release.line != tag.line);
    let is_usable = |row: &&ServerLine| is_other && row.offered && is_supported(row, today) && is_taken(row);
    catalogue.server_line(tag.line).filter(is_usable)
}

/// Whether the provider of the target takes a release line.
pub(in crate::rules) fn is_taken(settings: &Settings, line: &str) -> bool {
    takes(&settings.target, &cluster::KIND, cluster::SERVER_VERSION, line)
}

fn takes_recommended(cx: &Context<'_>) -> bool {
    let line = cx.catalogue().recommended_line(cx.settings().today);
    line.is_none_or(|row| is_taken(cx.settings(), row.line.as_str()))
}

/// Suggests the release line for a new cluster; the help is given it as the object of a verb.
pub(in crate::rules) fn suggest_recommended<'a>(
    cx: &mut Context<'a>,
    finding: Finding<'a>,
    db: ManagedCluster<'a>,
    help: impl FnOnce(&str) -> String,
) -> Finding<'a> {
    match recommended(cx, db) {
        Some(row) => finding.suggest(cluster::SERVER_VERSION, [row.line.as_str()], |listed| {
            help(&format!("the string {listed}, {}", row.kind.described()))
        }),
        None if !takes_recommended(cx) => finding.help(help(&format!(
            "a release line that is in support; {} takes none, so use a newer version of the provider",
            cx.settings().target
        ))),
        None => finding.help(help("a release line that is in support")),
    }
}

/// A release line with its last day of support, if both are known.
pub(in crate::rules) fn supported_until<'a>(cx: &Context<'a>, line: Line) -> Option<(&'a ServerLine, Date)> {
    let row = cx.catalogue().server_line(line)?;
    Some((row, last_supported_day(row)?))
}

/// Reports when the support of a release line ends or ended; `upgrade` says what to do with an existing cluster.
pub(in crate::rules) fn report_end_of_support<'a>(
    cx: &mut Context<'a>,
    db: ManagedCluster<'a>,
    row: &ServerLine,
    end: &str,
    upgrade: &str,
) {
    let message = format!("support for release line {} {end}{}", quoted(row.line.as_str()), as_of(cx));
    let schedule = format!("end of support for `{}` in the release schedule: {}", row.line, row.support_note);
    let finding = finding(db.resource, message);
    // Of a cluster that exists, the way to another line is an upgrade, and not every line is the next one.
    let found = match db.resource.keeps("serverVersion") {
        true => finding.help(format!("{upgrade} it to a line that is in support; {schedule}")),
        false => suggest_recommended(cx, finding, db, |recommended| {
            format!("use {recommended}, for a new cluster; {upgrade} an existing one; {schedule}")
        }),
    };
    cx.report(found);
}

/// Where the current day comes from if it was not given: the end of a message that depends on the day.
fn as_of(cx: &Context<'_>) -> String {
    match cx.settings().today_is_given {
        true => String::new(),
        false => format!(", as of the catalogue ({})", cx.catalogue().as_of()),
    }
}
