//! `serverVersion` must be a string, not a number.
//!
//! ## Why
//! A number loses its trailing zeros: in JSON, YAML and JavaScript, 24.10 is read as 24.1, which is another line. The
//! number does not show for certain which line was meant, so no fix is offered.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": 24.1 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0" } }
//! ```

use crate::catalogue::is_supported;
use crate::model::managed_cluster as cluster;
use crate::rules::faults::cluster::VersionFault;
use crate::rules::prelude::*;
use crate::rules::shared::version as shared;
use crate::value::decimal::positional;
use crate::value::server_version::{Line, ServerVersion};

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::INFERENCE])
    .on(&[FaultCheck::ClusterVersion(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &VersionFault<'a>) {
    let VersionFault::Number(number) = fault else { return };
    let shown = positional(*number);
    let lost = with_zero(&shown)
        .map_or(String::new(), |whole| format!(", so {} is read as {} too", quoted(&whole), quoted(&shown)));
    let message = format!(
        "`serverVersion` must be a string, not the number {}; a number loses its trailing zeros{lost}",
        quoted(&shown)
    );
    let finding = shared::finding(db.resource, message);
    let finding = match meant(cx, db, &shown) {
        Some(line) => finding.suggest(cluster::SERVER_VERSION, [line.to_string()], |listed| {
            format!("write the whole release line in quotes: the string {listed} if that is what you mean")
        }),
        None => shared::suggest_recommended(cx, finding, db, |recommended| {
            format!("write the whole release line in quotes, such as {recommended}")
        }),
    };
    cx.report(finding);
}

/// The release line that a number stands for, if only one that the cluster can have, or has, comes into question.
fn meant<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, shown: &str) -> Option<Line> {
    let whole = ServerVersion::parse_line(&with_zero(shown)?)?;
    let is_clear = ServerVersion::parse_line(shown).is_none_or(|line| cx.catalogue().server_line(line).is_none());
    let row = cx.catalogue().server_line(whole)?;
    let is_possible = row.offered && is_supported(row, cx.settings().today) || db.resource.keeps("serverVersion");
    let fits_tag = db.tag(cx).value.is_none_or(|tag| tag.line == whole);
    (is_clear && is_possible && fits_tag && shared::is_taken(cx.settings(), row.line.as_str())).then_some(whole)
}

/// The number with the zero that it may have lost, where it can be a line that ends in one.
fn with_zero(shown: &str) -> Option<String> {
    let digits = |text: &str, max: usize| text.len() <= max && text.bytes().all(|b| b.is_ascii_digit());
    match shown.split_once('.') {
        Some((year, minor)) => (digits(year, 2) && digits(minor, 1)).then(|| format!("{shown}0")),
        None => digits(shown, 2).then(|| format!("{shown}.0")),
    }
}
