//! An integration has every key that its sink needs.
//!
//! ## Why
//! `data` is an object of any texts for SDK and provider alike. Only the service knows what each sink needs, and
//! refuses the rest in the middle of a deployment.
//! ## Example
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "slack", "source": "issues", "token": { "secret": "token-of-a-bot" }
//! } } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "slack", "source": "issues", "channelId": "#operations", "token": { "secret": "token-of-a-bot" }
//! } } }
//! ```

use crate::model::hidden::Hidden;
use crate::model::integration::DATA;
use crate::rules::prelude::*;
use crate::rules::shared::integration::{self as shared, Spelt};
use crate::value::spelling::{all_of, quoted_value as quoted};

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::ESC_CLI_INTEGRATE_SCHEMAS, source::PROVIDER_DOCS_INTEGRATION])
    .each_resource(&[KindId::Integration], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(row) = shared::generic_sink(cx, resource) else { return };
    let mut missing: Vec<&str> = Vec::new();
    for key in row.keys.iter() {
        let name = key.name.as_str();
        match shared::spelt(cx, resource, name) {
            Spelt::Sent(place) => {
                if cx.hidden(resource, place).known().is_some_and(Hidden::is_blank) {
                    let message = format!("{} is blank, and `{}` needs it", quoted(&place.path(resource)), row.id);
                    cx.report(
                        Finding::at(resource, place, message).help(format!(
                            "give `{name}` a value, or leave the integration out as long as there is none"
                        )),
                    );
                }
            }
            // INT008 is about it.
            Spelt::Untranslated => {}
            Spelt::Missing => missing.push(name),
        }
    }
    if missing.is_empty() {
        return;
    }
    let message = format!("`data` has no {}, which `{}` needs", one_of(&missing), row.id);
    let add = format!("add {} to `data`", all_of(&missing));
    let help = match shared::misspelt(cx, resource, row, &missing) {
        Some((written, meant)) => format!("{add}; did you mean `{meant}` by {}?", quoted(written)),
        None => add,
    };
    cx.report(Finding::at(resource, DATA, message).help(help));
}
