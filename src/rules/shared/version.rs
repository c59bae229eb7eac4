//! What several rules about server versions need.

use crate::catalogue::last_supported_day;
use crate::catalogue::rows::ServerLine;
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::value::date::Date;
use crate::value::server_version::Line;

/// A problem with `serverVersion`.
pub(in crate::rules) fn finding(resource: &Resource, message: impl Into<String>) -> Finding<'_> {
    Finding::at(resource, cluster::SERVER_VERSION, message)
}

/// Suggests the release line for a new cluster; the help is given it as the object of a verb.
pub(in crate::rules) fn suggest_recommended<'a>(
    cx: &Context<'_>,
    finding: Finding<'a>,
    help: impl FnOnce(&str) -> String,
) -> Finding<'a> {
    match cx.catalogue().recommended_line(cx.settings().today) {
        Some(row) => finding.suggest(cluster::SERVER_VERSION, [row.line.as_str()], |listed| {
            help(&format!("the string {listed}, {}", row.kind.described()))
        }),
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
    resource: &'a Resource,
    row: &ServerLine,
    end: &str,
    upgrade: &str,
) {
    let message = format!("support for release line {} {end}{}", quoted(row.line.as_str()), as_of(cx));
    let schedule = format!("end of support for `{}` in the release schedule: {}", row.line, row.support_note);
    let finding = finding(resource, message);
    // Of a cluster that exists, the way to another line is an upgrade, and not every line is the next one.
    cx.report(match resource.keeps("serverVersion") {
        true => finding.help(format!("{upgrade} it to a line that is in support; {schedule}")),
        false => suggest_recommended(cx, finding, |recommended| {
            format!("use {recommended}, for a new cluster; {upgrade} an existing one; {schedule}")
        }),
    });
}

/// Where the current day comes from if it was not given: the end of a message that depends on the day.
fn as_of(cx: &Context<'_>) -> String {
    match cx.settings().today_is_given {
        true => String::new(),
        false => format!(", as of the catalogue ({})", cx.catalogue().as_of()),
    }
}
