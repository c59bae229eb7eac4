//! A serverVersion is text, not a number.
//!
//! ## Why
//! A number has no zeros at its end: in JSON, YAML and JavaScript 24.10 is read as 24.1, which is another line. What
//! was meant can no longer be seen, so nothing is guessed.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": 24.1 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::model::resource::{Fault, State};
use crate::rules::prelude::*;
use crate::rules::shared::version::recommended;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::INFERENCE])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(State::Wrong(Fault::Type { number: Some(number), .. })) = cx.state(resource, cluster::SERVER_VERSION)
    else {
        return;
    };
    let shown = number.to_string();
    let lost = with_zero(&shown)
        .map_or(String::new(), |whole| format!(": {} is read as {} too", quoted(&whole), quoted(&shown)));
    let message =
        format!("`serverVersion` is the number {}, and numbers lose a zero at their end{lost}", quoted(&shown));
    let help = format!("write the line as text, with its zero and in quotes: {}", recommended(cx));
    cx.report(Finding::at(resource, cluster::SERVER_VERSION, message).help(help));
}

/// The number with the zero that it may have lost, where it can be a line that ends in one.
fn with_zero(shown: &str) -> Option<String> {
    let digits = |text: &str, most: usize| text.len() <= most && text.bytes().all(|b| b.is_ascii_digit());
    match shown.split_once('.') {
        Some((year, minor)) => (digits(year, 2) && digits(minor, 1)).then(|| format!("{shown}0")),
        None => digits(shown, 2).then(|| format!("{shown}.0")),
    }
}
