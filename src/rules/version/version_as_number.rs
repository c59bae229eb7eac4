//! `serverVersion` must be a string, not a number.
//!
//! ## Why
//! A number loses its trailing zeros: in JSON, YAML and JavaScript, 24.10 is read as 24.1, which is another line. The
//! number no longer shows which line was meant, so no fix is offered.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": 24.1 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0" } }
//! ```

use crate::rules::faults::cluster::VersionFault;
use crate::rules::prelude::*;
use crate::rules::shared::version as shared;
use crate::value::decimal::positional;

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
    let finding = shared::suggest_recommended(cx, shared::finding(db.resource, message), db, |recommended| {
        format!("write the whole release line in quotes, such as {recommended}")
    });
    cx.report(finding);
}

/// The number with the zero that it may have lost, where it can be a line that ends in one.
fn with_zero(shown: &str) -> Option<String> {
    let digits = |text: &str, max: usize| text.len() <= max && text.bytes().all(|b| b.is_ascii_digit());
    match shown.split_once('.') {
        Some((year, minor)) => (digits(year, 2) && digits(minor, 1)).then(|| format!("{shown}0")),
        None => digits(shown, 2).then(|| format!("{shown}.0")),
    }
}
